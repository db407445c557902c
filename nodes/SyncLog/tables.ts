import type { IDataObject } from 'n8n-workflow';
import { canonicalJson } from '../shared/canonicalJson';
import { asText } from '../shared/text';

/** A row as a table or a workflow hands it over: columns in any order, and whatever else it has. */
export type Row = Readonly<Record<string, unknown>>;

/** What an audit row says; these columns, and the hash of the row before, are what its hash is made of. */
export const AUDIT_COLUMNS = [
	'run_id',
	'flow',
	'source_key',
	'chargebee_id',
	'outcome',
	'matched_by',
	'changes',
	'reason',
	'attempts',
	'calls',
	'at',
	'execution_url',
] as const;

const NUMBERS: ReadonlySet<string> = new Set(['attempts', 'calls']);
/** A moment down to the millisecond with its zone: what a date column of a database gives back may look otherwise. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Half a character is stored otherwise than it is; PostgreSQL does not store the one with number 0. */
const UNSTORABLE = /[\u0000\uD800-\uDFFF]/;

type AuditColumn = (typeof AUDIT_COLUMNS)[number];
/** Empty values are `null`; texts and numbers are what they are after a round trip through the table. */
export type AuditValues = Record<AuditColumn, string | number | null>;

/** The columns of an audit row in the one form that Data Tables and PostgreSQL give back alike. */
export function auditValues(row: Row): AuditValues {
	return Object.fromEntries(
		AUDIT_COLUMNS.map((column) => [column, auditValue(column, row[column])]),
	) as AuditValues;
}

function auditValue(column: AuditColumn, value: unknown): string | number | null {
	const text = columnText(value);
	if (text === '') return null;
	if (NUMBERS.has(column)) return numberOr(text);
	return column === 'at' ? isoOr(text) : text;
}

function numberOr(text: string): string | number {
	const number = Number(text);
	return text.trim() !== '' && Number.isFinite(number) ? number + 0 : text;
}

function isoOr(text: string): string {
	if (!MOMENT.test(text)) return text;
	const time = Date.parse(text);
	return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** A cell as text; half a character, and the one with number 0, become what they become when they are stored. */
export function columnText(value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	const text = typeof value === 'object' && value !== null ? canonicalJson(value) : asText(value);
	return UNSTORABLE.test(text)
		? Buffer.from(text, 'utf8').toString('utf8').replaceAll('\u0000', '\ufffd')
		: text;
}

/** Three system columns of a Data Table row, and what a database keeps beside the values. */
const ROW_OVERHEAD = 100;

/** About how many bytes a row takes in its table. */
export function sizeOf(row: Row): number {
	return Buffer.byteLength(Object.values(row).map(columnText).join('')) + ROW_OVERHEAD;
}

/** n8n hands on one empty item when a table has no rows. */
export function isBlank(row: Row): boolean {
	return [...AUDIT_COLUMNS, 'hash'].every((column) => columnText(row[column]) === '');
}

/**
 * The name of the chain a row belongs to: its flow. The stages of a flow (`sync-items/families`, `sync-items/items`)
 * share the flow's chain, because they share its checkpoint.
 */
export function chainOf(flow: string): string {
	return flow.split('/')[0] ?? flow;
}

/** A plain object as the JSON of an item. */
export function toItem(value: object): IDataObject {
	return { ...value };
}
