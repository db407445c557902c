import type { Said } from '../../../shared/errors/types';
import { asText, commaList } from '../../../shared/text';
import { say } from '../../errors/say';
import { isTrue, lowered } from './cells';
import { momentOf } from './moments';
import type { LakeRow } from './result';
import { identifier, like, momentLiteral, oneOf, pattern, textLiteral, where } from './sql';

export type ConditionType = 'text' | 'number' | 'boolean';

/** How a column is compared, and what is asked for it. */
const OPERATORS: Readonly<Record<string, string>> = {
	equal: '=',
	notEqual: '<>',
	less: '<',
	lessOrEqual: '<=',
	greater: '>',
	greaterOrEqual: '>=',
};

/** One row of the conditions, as typed. */
export interface QueryCondition {
	column: string;
	operator: string;
	type: ConditionType;
	value: string;
}

/** A query that is put together. */
export interface QueryParts {
	table: string;
	/** Empty: all. */
	columns: string[];
	conditions: QueryCondition[];
	/** Most rows; `Infinity` for all. */
	limit: number;
	/** Rows that arrived in the Data Lake from then to then, milliseconds: deleted ones, too. */
	arrived?: { from: number; to: number };
	/** Empty: the table has none. */
	deletedColumn: string;
}

/** The name under which the arrival of a row comes along with what changed. */
export const ARRIVAL = 'infor_lastmodified';

/** @returns the statement, or what is wrong with one of the conditions */
export function buildQuery(parts: QueryParts): { sql: string } | { wrong: Said } {
	const { table, conditions, arrived, limit } = parts;
	const tests = conditions.map(conditionText);
	const wrong = tests.find((test) => typeof test !== 'string');
	if (wrong !== undefined && typeof wrong !== 'string') return { wrong };
	const all = [
		...tests.filter((test) => typeof test === 'string'),
		...(arrived === undefined
			? []
			: [
					`infor.lastmodified() >= ${momentLiteral(arrived.from)}`,
					`infor.lastmodified() <= ${momentLiteral(arrived.to)}`,
				]),
	];
	const source = arrived === undefined ? identifier(table) : withDeleted(table);
	const most = Number.isFinite(limit) && arrived === undefined ? ` LIMIT ${limit}` : '';
	return { sql: `SELECT ${selected(parts).join(', ')} FROM ${source}${where(all)}${most}` };
}

/** The newest arrival there is: rows up to it are a whole increment. */
export function newestArrival(table: string): string {
	return `SELECT max(infor.lastmodified()) AS newest FROM ${withDeleted(table)}`;
}

/** Milliseconds; nothing for a table without rows, `'wrong'` for what is no moment. */
export function newestIn(rows: readonly LakeRow[]): number | undefined | 'wrong' {
	return momentOf(asText(lowered(rows[0] ?? {}).newest));
}

/** Rows that are there, and those that were deleted. */
export function partedRows(
	rows: readonly LakeRow[],
	deletedColumn: string,
): { there: LakeRow[]; deleted: LakeRow[] } {
	const mark = deletedColumn.toLowerCase();
	const isDeleted = (row: LakeRow) => mark !== '' && isTrue(lowered(row)[mark]);
	return {
		there: rows.filter((row) => !isDeleted(row)),
		deleted: rows.filter(isDeleted),
	};
}

/** Names a row for people: by its first two columns. */
export function nameOfRow(row: LakeRow): string {
	return Object.values(row)
		.slice(0, 2)
		.map((value) => asText(value).trim())
		.join('/');
}

/** Names of columns, typed with commas between. */
export function columnsIn(text: unknown): string[] {
	return commaList(text).filter((column) => column !== '*');
}

function selected({ columns, arrived, deletedColumn }: QueryParts): string[] {
	const names = columns.length > 0 ? columns.map(identifier) : ['*'];
	if (arrived === undefined) return names;
	const hasMark =
		deletedColumn === '' ||
		columns.length === 0 ||
		columns.some((column) => column.toLowerCase() === deletedColumn.toLowerCase());
	return [
		...names,
		...(hasMark ? [] : [identifier(deletedColumn)]),
		`infor.lastmodified() AS ${ARRIVAL}`,
	];
}

function withDeleted(table: string): string {
	return `infor.includedeleted(${textLiteral(table)})`;
}

function conditionText(condition: QueryCondition): string | Said {
	const { operator, value } = condition;
	if (condition.column.trim() === '') return say('query_column_missing');
	const column = identifier(condition.column.trim());
	if (operator === 'isNull') return `${column} IS NULL`;
	if (operator === 'isNotNull') return `${column} IS NOT NULL`;
	if (operator === 'contains') return like(column, `%${pattern(value)}%`);
	if (operator === 'startsWith') return like(column, `${pattern(value)}%`);
	const values = operator === 'in' ? commaList(value) : [value];
	const literals = values.map((one) => literalOf(one, condition));
	const wrong = literals.find((one) => typeof one !== 'string');
	if (wrong !== undefined && typeof wrong !== 'string') return wrong;
	const texts = literals.filter((one) => typeof one === 'string');
	// a list without a value has no row in it
	if (operator === 'in') return texts.length > 0 ? oneOf(column, texts) : '1 = 0';
	return `${column} ${OPERATORS[operator] ?? '='} ${texts.join('')}`;
}

function literalOf(value: string, { column, type }: QueryCondition): string | Said {
	const text = value.trim();
	if (type === 'text') return textLiteral(value);
	const isFine = type === 'number' ? /^[-+]?\d+(\.\d+)?$/.test(text) : /^(true|false)$/i.test(text);
	if (!isFine) return say('query_condition_wrong', { column, value, kind: KINDS[type] });
	return text.toLowerCase();
}

const KINDS: Readonly<Record<ConditionType, string>> = {
	text: 'text',
	number: 'number',
	boolean: 'true or false',
};
