import type { NodeSpec } from '../workflow';
import { insertOrUpdateRow, insertRow, makeTable, where } from './sql';
import type { Storage } from './storage';
import type { TableName } from './tables';
import { CHECKPOINTS, LEDGER } from './tables';

/** @param values as fields of nodes have them, constants or expressions behind `=`; they replace `$1`, `$2` and so on */
const node = (
	query: string,
	values: readonly string[] = [],
	settings?: Record<string, unknown>,
	isRowByRow = false,
): NodeSpec => ({
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.6,
	parameters: {
		operation: 'executeQuery',
		query,
		options: {
			// of bigint, which is text otherwise
			largeNumbersOutput: 'numbers',
			// else all rows are one transaction, and two workflows that write the same ones could wait for each other
			...(isRowByRow ? { queryBatching: 'independently' } : {}),
			...(values.length === 0
				? {}
				: { queryReplacement: `={{ [${values.map(asCode).join(', ')}] }}` }),
		},
	},
	...(settings ? { settings } : {}),
});

/** What a field's value is, as one JavaScript expression: a list of parameters takes no text with commas apart. */
function asCode(value: string): string {
	if (!value.startsWith('=')) return JSON.stringify(value);
	const parts = value
		.slice(1)
		.split(/(\{\{.*?\}\})/s)
		.filter((part) => part !== '')
		.map((part) => (part.startsWith('{{') ? part.slice(2, -2).trim() : JSON.stringify(part)));
	return parts.length === 1 ? String(parts[0]) : parts.map((part) => `(${part})`).join(' + ');
}

const ONCE = { executeOnce: true, alwaysOutputData: true };

/** Without two things text in PostgreSQL can not hold: half a character, and the character with the number 0. */
const THE_ITEM = [
	"={{ JSON.stringify($json, (key, value) => typeof value === 'string' ? value.toWellFormed().replaceAll('\\u0000', '\\ufffd') : value) }}",
];

const insertOrUpdate = (table: TableName, keys: readonly string[]): NodeSpec =>
	node(insertOrUpdateRow(table, keys), THE_ITEM, {}, true);

/** The same tables in a PostgreSQL database: for large companies and for n8n with several workers. */
export const postgres: Storage = {
	folder: 'postgres',
	suffix: ' (PostgreSQL)',
	setup:
		'**Tables in PostgreSQL:** choose your Postgres credential in every Postgres node. The tables are made in its default schema, if they are missing; `tables.sql` beside this file has the statements for an administrator.',
	limitMB: 0,
	create: (table) => node(makeTable(table), [], { executeOnce: true }),
	read: (table, { where: conditions = [], latest, each = false }) => {
		const { clause, values } = where(conditions);
		const order =
			latest === undefined ? '\nORDER BY id' : `\nORDER BY id DESC\nLIMIT ${String(latest)}`;
		return node(
			`SELECT * FROM ${table}${clause}${order}`,
			values,
			each ? { alwaysOutputData: true } : ONCE,
		);
	},
	insert: (table) => {
		// another run was first with its checkpoint: its lease is left alone
		if (table === CHECKPOINTS) return node(`${insertRow(table)}\nON CONFLICT DO NOTHING`, THE_ITEM);
		// another workflow was first with its row: the later outcome stands
		if (table === LEDGER) return insertOrUpdate(table, ['flow', 'source_key']);
		return node(insertRow(table), THE_ITEM);
	},
	upsert: (table, columns) => insertOrUpdate(table, columns),
	update: (table, conditions, values) => {
		const names = Object.keys(values);
		const { clause, values: compared } = where(conditions, names.length + 1);
		return node(
			`UPDATE ${table} SET\n${names.map((name, at) => `  ${name} = $${String(at + 1)}`).join(',\n')}${clause}\nRETURNING *`,
			[...Object.values(values), ...compared],
			ONCE,
		);
	},
	remove: (table, conditions) => {
		const { clause, values } = where(conditions);
		return node(`DELETE FROM ${table}${clause}`, values, ONCE);
	},
};
