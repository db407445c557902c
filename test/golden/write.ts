import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idealCustomers, idealItems } from './ideal';

/** One record a line, so that a change of the sample company shows as the records it changes. */
function write(name: string, records: readonly unknown[]): void {
	const lines = records.map((record) => JSON.stringify(record)).join(',\n');
	writeFileSync(join(__dirname, name), `[\n${lines}\n]\n`);
}

write('customers.json', idealCustomers());
write('items.json', idealItems());
