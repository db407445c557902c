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

/** A sync that took its lease between looking and holding has one of its own. */
const ALL_HELD = `$('Who holds them now').all().every(row => !row.json.lease_until || row.json.run_id === ${HOLDER})`;

/** Columns a table made by an older version lacks, as an expression. */
export const missingColumns = (table: TableName, made: string): string =>
	`(() => { const columns = $('${made}').first().json.columns; return columns ? ${JSON.stringify(Object.keys(COLUMNS[table]))}.filter(column => !columns.some(one => one.name === column)) : []; })()`;

/** Whether tables are made anew: by hand, where columns are missing, and while no run is at work. */
const wanted = (trigger: string) =>
	`$('${trigger}').isExecuted && !${BUSY} && [${TABLES.map(({ table, made }) => missingColumns(table, made)).join(', ')}].some(missing => missing.length > 0)`;

/** n8n finds a table by a part of its name: these have nothing of the names of the tables in use. */
const newName = (name: string) => `cloudsuite_new_${name}`;
const keptName = (name: string) => `'cloudsuite_kept_${name}_' + $now.toFormat('yyyyLLddHHmmss')`;

/** What became of a table, for the report; an expression. */
export const becameOf = (table: TableName): string => {
	const { name } = TABLES.find((one) => one.table === table) ?? { name: '' };
	return `($('Use the new ${name}').isExecuted ? 'made anew with all columns; its rows were copied, and the old table is kept as ' + $('Keep the old ${name}').first().json.name : '')`;
};

/**
 * Makes tables of an older version anew: fills a new table beside the old one, then they change names. Meanwhile it holds
 * the leases of all flows, so that no sync writes into the old one. When it ends early, the old table is still in use.
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
		'By hand only, where a table lacks columns of this version. The leases of all flows are held, so that no sync writes meanwhile.',
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
	const again = hold.add('Who holds them now', storage.read(CHECKPOINTS, {}));
	const all = hold.add('All of them?', isTrue(ALL_HELD, { executeOnce: true }));
	const copy = new Section(
		`${number + 1} Make them anew`,
		'A new table is filled beside the old one, then they change names. The old one is kept: delete it when you have seen that all is well.',
	);
	const back = hold.add(
		'Give the leases back',
		storage.update(CHECKPOINTS, [{ column: 'run_id', is: 'eq', value: `={{ ${HOLDER} }}` }], {
			...{ lease_until: '', run_id: '' },
		}),
	);
	const last = hold.add('Tables are ready', item('{ ready: true }', { executeOnce: true }));
	template.chain(who, needed, held, again, all);
	template.connect(all, back, { output: 1 });
	template.connect(needed, last, { output: 1 });
	let before = all;
	for (const { table, made, name } of TABLES) {
		const lacks = copy.add(
			`Does the ${name} lack columns?`,
			isTrue(`${missingColumns(table, made)}.length > 0`, { executeOnce: true }),
		);
		const anew = copy.add(`Make the ${name} anew`, rebuild.make(table, newName(name)));
		const clear = copy.add(`Empty the new ${name}`, rebuild.clear(newName(name)));
		const rows = copy.add(`Rows of the ${name}`, storage.read(table, {}));
		const any = copy.add(`Any in the ${name}?`, isTrue('Boolean($json.id)'));
		const values = copy.add(
			`Values of the ${name}`,
			item('(({ id, createdAt, updatedAt, ...row }) => row)($json)'),
		);
		const write = copy.add(`Copy the ${name}`, rebuild.insertInto(newName(name)));
		const kept = copy.add(`Keep the old ${name}`, rebuild.rename(table, keptName(name)));
		const use = copy.add(`Use the new ${name}`, rebuild.rename(newName(name), `'${table}'`));
		copy.row();
		template.chain(before, lacks, anew, clear, rows, any, values, write, kept, use);
		template.connect(any, kept, { output: 1 });
		const done = copy.add(`The ${name} is done`, item('{ done: true }', { executeOnce: true }));
		template.connect(use, done);
		template.connect(lacks, done, { output: 1 });
		before = done;
	}
	template.chain(before, back, last);
	return { sections: [hold, copy], first: who, last };
}
