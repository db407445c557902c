import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { tablesSql, templateFiles } from '.';

const FOLDER = join(__dirname, '..', '..', 'workflows');

async function main(): Promise<void> {
	for (const [file, content] of templateFiles()) {
		const path = join(FOLDER, file);
		mkdirSync(dirname(path), { recursive: true });
		const options = { ...(await resolveConfig(path)), filepath: path };
		writeFileSync(path, await format(JSON.stringify(content), options));
	}
	writeFileSync(join(FOLDER, 'postgres', 'tables.sql'), tablesSql());
}

void main();
