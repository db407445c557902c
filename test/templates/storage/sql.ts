import type { Condition } from './storage';
import type { ColumnType, TableName } from './tables';
import { COLUMNS } from './tables';

/** In the order of bytes, as SQLite and JavaScript sort: dates are kept as ISO 8601 text and compared as such. */
const SQL_TYPES: Record<ColumnType, string> = {
	string: 'text COLLATE "C"',
	number: 'double precision',
	boolean: 'boolean',
};

const INDEXES: Record<TableName, readonly string[]> = {
	cloudsuite_sync_checkpoints: [
		'CREATE UNIQUE INDEX cloudsuite_sync_checkpoints_one ON cloudsuite_sync_checkpoints (flow);',
	],
	cloudsuite_sync_ledger: [
		'CREATE UNIQUE INDEX cloudsuite_sync_ledger_one ON cloudsuite_sync_ledger (flow, source_key);',
	],
	cloudsuite_sync_audit: [
		'CREATE INDEX cloudsuite_sync_audit_chain ON cloudsuite_sync_audit (flow, id);',
		'CREATE INDEX cloudsuite_sync_audit_at ON cloudsuite_sync_audit (at);',
	],
};

const columnsOf = (table: TableName) => Object.keys(COLUMNS[table]);
const typed = (table: TableName) =>
	Object.entries(COLUMNS[table]).map(([name, type]) => `${name} ${SQL_TYPES[type]}`);

const lines = (all: readonly string[], indent: string): string =>
	all.map((line) => `${indent}${line}`).join(',\n');

/** The statements a database administrator runs who does not let n8n make tables. */
export const createTable = (table: TableName): string =>
	[
		`CREATE TABLE ${table} (`,
		lines(['id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY', ...typed(table)], '  '),
		');',
		...INDEXES[table],
	].join('\n');

/**
 * Makes the table, or adds the columns a later version of it has; then says which it has. It asks before it makes:
 * IF NOT EXISTS needs the right to make tables even where there is nothing to be made.
 */
export const makeTable = (table: TableName): string =>
	[
		'DO $make$',
		'BEGIN',
		'  -- two runs that begin at the same moment make it one after the other',
		`  PERFORM pg_advisory_xact_lock(hashtext('${table}'));`,
		`  IF to_regclass('${table}') IS NULL THEN`,
		createTable(table).replace(/^/gm, '    '),
		'  ELSIF (',
		'    SELECT count(*) FROM pg_attribute',
		`    WHERE attrelid = '${table}'::regclass AND NOT attisdropped`,
		`      AND attname IN (${columnsOf(table)
			.map((name) => `'${name}'`)
			.join(', ')})`,
		`  ) < ${String(columnsOf(table).length)} THEN`,
		`    ALTER TABLE ${table}`,
		`${lines(typed(table), '      ADD COLUMN IF NOT EXISTS ')};`,
		'  END IF;',
		'END',
		'$make$;',
		"SELECT json_agg(json_build_object('name', attname)) AS columns",
		'FROM pg_attribute',
		`WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped;`,
	].join('\n');

/** One row from the item's fields, by the names of columns; other fields are passed over. */
export const insertRow = (table: TableName): string => {
	const columns = columnsOf(table).join(', ');
	return `INSERT INTO ${table} (${columns})\nSELECT ${columns}\nFROM json_populate_record(NULL::${table}, $1::json)`;
};

/** Columns the item does not have stay as they are. */
export const insertOrUpdateRow = (table: TableName, keys: readonly string[]): string =>
	`${insertRow(table)}\nON CONFLICT (${keys.join(', ')}) DO UPDATE SET\n${columnsOf(table)
		.filter((name) => !keys.includes(name))
		.map((name) => `  ${name} = COALESCE(EXCLUDED.${name}, ${table}.${name})`)
		.join(',\n')}`;

const COMPARISONS: Record<Condition['is'], (column: string, value: string) => string> = {
	eq: (column, value) => `${column} = ${value}`,
	neq: (column, value) => `${column} IS DISTINCT FROM ${value}`,
	gte: (column, value) => `${column} >= ${value}`,
	lte: (column, value) => `${column} <= ${value}`,
	lt: (column, value) => `${column} < ${value}`,
	startsWith: (column, value) => `starts_with(${column}, ${value})`,
	isTrue: (column) => `${column} IS TRUE`,
};

/**
 * @param first the number of the first parameter
 * @returns the clause, empty without conditions, and the values of its parameters
 */
export function where(
	conditions: readonly Condition[],
	first = 1,
): { clause: string; values: string[] } {
	const values: string[] = [];
	const terms = conditions.map(({ column, is, value }) => {
		if (value !== undefined) values.push(value);
		return COMPARISONS[is](column, `$${first + values.length - 1}`);
	});
	return { clause: terms.length === 0 ? '' : `\nWHERE ${terms.join('\n  AND ')}`, values };
}
