import { isTrue, item } from '../nodes';
import type { Rebuild, Storage } from '../storage/storage';
import type { TableName } from '../storage/tables';
import { AUDIT, CHECKPOINTS, COLUMNS, LEDGER } from '../storage/tables';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { NOW } from './words';

/** The nodes that make the tables, and what people call these. */
const TABLES: ReadonlyArray<{ table: TableName; made: string; name: string }> = [
	{ table: LEDGER, made: 'Ledger table', name: 'ledger' },
	{ table: AUDIT, made: 'Audit table', name: 'audit' },
	{ table: CHECKPOINTS, made: 'Checkpoint table', name: 'checkpoints' },
];

const HOLDER = "'setup-' + $execution.id";
const BUSY = "$('Who is at work').all().some(row => row.json.lease_until > $now.toUTC().toISO())";

/** Columns a table made by an older version lacks, as an expression. */
export const missingColumns = (table: TableName, made: string): string =>
	`(() => { const columns = $('${made}').first().json.columns; return columns ? ${JSON.stringify(Object.keys(COLUMNS[table]))}.filter(column => !columns.some(one => one.name === column)) : []; })()`;

/** Whether tables are made anew: by hand, where columns are missing, and while no run is at work. */
const wanted = (trigger: string) =>
	`$('${trigger}').isExecuted && !${BUSY} && [${TABLES.map(({ table, made }) => missingColumns(table, made)).join(', ')}].some(missing => missing.length > 0)`;

/** What became of a table, for the report; an expression. */
export const becameOf = (table: TableName): string => {
	const { name } = TABLES.find((one) => one.table === table) ?? { name: '' };
	return `($('Rename the ${name}').isExecuted ? 'made anew with all columns; its rows were copied, and the old table is kept as ' + $('Rename the ${name}').first().json.name : '')`;
};

/**
 * Makes tables of an older version anew: renames them, makes them with all columns and copies the rows. Meanwhile it
 * holds the leases of all flows, so that no run writes between the old table and the new one.
 * @returns the sections, the first and the last node
 */
export function upgradeSections(
	template: Template,
	storage: Storage,
	rebuild: Rebuild,
	{ number, trigger }: { number: number; trigger: string },
): { sections: Section[]; first: string; last: string } {
	const hold = new Section(
		`${number} Upgrade?`,
		'By hand only, where a table lacks columns of this version. No run writes meanwhile: their leases are held.',
	);
	const who = hold.add('Who is at work', storage.read(CHECKPOINTS, {}));
	const needed = hold.add('Upgrade?', isTrue(wanted(trigger), { executeOnce: true }));
	const held = hold.add(
		'Hold all leases',
		storage.update(CHECKPOINTS, [{ column: 'lease_until', is: 'lte', value: NOW }], {
			lease_until: '={{ $now.plus({ hours: 1 }).toUTC().toISO() }}',
			run_id: `={{ ${HOLDER} }}`,
		}),
	);
	const copy = new Section(
		`${number + 1} Make them anew`,
		'The old table is renamed and kept: delete it when you have seen that all is well.',
	);
	const back = hold.add(
		'Give the leases back',
		storage.update(CHECKPOINTS, [{ column: 'run_id', is: 'eq', value: `={{ ${HOLDER} }}` }], {
			...{ lease_until: '', run_id: '' },
		}),
	);
	template.chain(who, needed, held);
	let before = held;
	for (const { table, made, name } of TABLES) {
		const lacks = copy.add(
			`Does the ${name} lack columns?`,
			isTrue(`${missingColumns(table, made)}.length > 0`, { executeOnce: true }),
		);
		const rename = copy.add(
			`Rename the ${name}`,
			rebuild.rename(table, `'${table}_until_' + $now.toFormat('yyyyLLddHHmmss')`),
		);
		const anew = copy.add(`Make the ${name} anew`, storage.create(table));
		const rows = copy.add(
			`Rows of the ${name}`,
			rebuild.rowsOf(`$('Rename the ${name}').first().json.name`),
		);
		const any = copy.add(`Any in the ${name}?`, isTrue('Boolean($json.id)'));
		const values = copy.add(
			`Values of the ${name}`,
			item('(({ id, createdAt, updatedAt, ...row }) => row)($json)'),
		);
		const write = copy.add(`Copy the ${name}`, storage.insert(table));
		copy.row();
		template.chain(before, lacks, rename, anew, rows, any, values, write);
		const joined = copy.add(`The ${name} is done`, item('{ done: true }', { executeOnce: true }));
		template.connect(write, joined);
		template.connect(any, joined, { output: 1 });
		template.connect(lacks, joined, { output: 1 });
		before = joined;
	}
	template.connect(before, back);
	const last = hold.add('Tables are ready', item('{ ready: true }', { executeOnce: true }));
	template.connect(back, last);
	template.connect(needed, last, { output: 1 });
	return { sections: [hold, copy], first: who, last };
}
