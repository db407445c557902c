import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';

const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 100;
const LONGEST_OFFSET = 1000;

/** One row of a list: what it is sorted by, and how it is wrapped. */
export interface ListRow {
	/** Value of the sorting field. */
	value: number | string;
	/** Tells apart rows of the same value; grows with creation. */
	sequence: number;
	entry: Record<string, unknown>;
}

/**
 * Cuts a list as Chargebee does: 10 a page unless asked otherwise, at most 100.
 * The offset is opaque and key-set: it names the last row given, so rows that come or go meanwhile shift nothing.
 * https://apidocs.chargebee.com/docs/api/pagination
 */
export function pageOf(
	rows: readonly ListRow[],
	query: URLSearchParams,
	direction: 'asc' | 'desc',
): SandboxAnswer {
	const limitText = query.get('limit') ?? String(DEFAULT_LIMIT);
	const limit = Number(limitText);
	if (!/^\d+$/.test(limitText) || limit < 1 || limit > LARGEST_LIMIT) {
		return wrongValue('limit', `should be between 1 and ${LARGEST_LIMIT}`);
	}
	const offset = query.get('offset');
	const last = offset === null ? undefined : readOffset(offset, rows);
	if (offset !== null && !last) return wrongValue('offset', 'is invalid');

	const sign = direction === 'asc' ? 1 : -1;
	const compare = (a: Position, b: Position) =>
		sign * (compareValues(a.value, b.value) || a.sequence - b.sequence);
	const rest = rows.filter((row) => !last || compare(row, last) > 0).sort((a, b) => compare(a, b));
	const page = rest.slice(0, limit);
	const end = page.at(-1);
	return {
		status: 200,
		body: {
			list: page.map(({ entry }) => entry),
			...(rest.length > limit && end ? { next_offset: writeOffset(end) } : {}),
		},
	};
}

type Position = Pick<ListRow, 'value' | 'sequence'>;

/** Looks like Chargebee's own: `["1516173000000","231000000123"]`. */
function writeOffset({ value, sequence }: Position): string {
	return JSON.stringify([String(value), String(sequence)]);
}

/** Numbers stay numbers where the list is sorted by numbers. */
function readOffset(offset: string, rows: readonly ListRow[]): Position | undefined {
	if (offset.length > LONGEST_OFFSET) return undefined;
	const [, text = '', sequence] = /^(\[".*"),"(\d+)"\]$/.exec(offset) ?? [];
	const value = readText(`${text}]`);
	if (value === undefined) return undefined;
	const isNumeric = rows.every((row) => typeof row.value === 'number');
	if (isNumeric && !/^\d+$/.test(value)) return undefined;
	return { value: isNumeric ? Number(value) : value, sequence: Number(sequence) };
}

function readText(list: string): string | undefined {
	try {
		const [text] = JSON.parse(list) as unknown[];
		return typeof text === 'string' ? text : undefined;
	} catch {
		return undefined;
	}
}

function compareValues(a: Position['value'], b: Position['value']): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (String(a) === String(b)) return 0;
	return String(a) < String(b) ? -1 : 1;
}
