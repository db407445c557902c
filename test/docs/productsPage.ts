import { TELLINGS } from '../golden';
import type { Difference, Telling } from '../golden/difference';

/** `docs/products.md`, in the form Prettier leaves alone. */
export function productsPage(): string {
	const head = [
		'# CloudSuite products',
		'What each product tells of the same customers and items, and what it can not tell. The page is made from the code (`npm run docs:products`): a test reads the sample company from every product and holds it to one file, [customers.json](../test/golden/customers.json) and [items.json](../test/golden/items.json); the tables below are all that may differ.',
		'A field a product can not tell is `null` in the record. What you map from it is then not written, so a value in Chargebee stays.',
		'No live tenant was at hand when this was made: names, forms and errors are those of public documents and of clients people have published. Where these are silent the nodes ask the tenant (metadata, field lists) or leave it to an option; a tenant that differs gives an error that names the difference, before anything is passed on.',
	];
	return `${[...head, ...TELLINGS.flatMap(chapter)].join('\n\n')}\n`;
}

function chapter(telling: Telling): string[] {
	const { name, reads, notes = [], customers, items } = telling;
	return [
		`## ${name}`,
		...(reads
			? [
					[
						`- Read through: ${reads.through}`,
						`- Changed customers are found by: ${reads.customers}`,
						`- Changed items are found by: ${reads.items}`,
					].join('\n'),
				]
			: []),
		...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
		...differences(name, 'Customers', customers),
		...differences(name, 'Items', items),
	];
}

function differences<T>(name: string, what: string, rows: ReadonlyArray<Difference<T>>): string[] {
	if (rows.length === 0) return [`${what} are told completely.`];
	return [
		`### ${what} of ${name}`,
		// a list, because Prettier pads the columns of a table
		rows.map(({ field, why }) => `- \`${field}\`: ${why}`).join('\n'),
	];
}
