import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Customer } from './types';

const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 100;

/**
 * Sorts and cuts a list as Chargebee does: newest first unless asked otherwise, 10 a page unless asked otherwise, at most 100.
 * The offset is opaque and key-set: it names the last row given, so rows that come or go meanwhile shift nothing.
 */
export function pageOf(rows: readonly Customer[], query: URLSearchParams): SandboxAnswer {
	const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
	if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT) {
		return wrongValue('limit', `should be between 1 and ${LARGEST_LIMIT}`);
	}
	const ascending = query.get('sort_by[asc]');
	const field = ascending ?? query.get('sort_by[desc]') ?? 'created_at';
	if (field !== 'created_at' && field !== 'updated_at')
		return wrongValue('sort_by', 'not in allowed values');
	const direction = ascending ? 1 : -1;
	const compare = (a: Position, b: Position) =>
		direction * (a.value - b.value || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

	const sorted = rows
		.map((row) => ({ row, at: positionOf(row, field) }))
		.sort((a, b) => compare(a.at, b.at));
	const offset = query.get('offset');
	const last = offset ? readOffset(offset) : undefined;
	if (offset && !last) return wrongValue('offset', 'is invalid');
	const rest = last ? sorted.filter(({ at }) => compare(at, last) > 0) : sorted;
	const page = rest.slice(0, limit);
	const end = page.at(-1);
	return {
		status: 200,
		body: {
			list: page.map(({ row }) => ({ customer: row })),
			...(rest.length > limit && end
				? { next_offset: JSON.stringify([String(end.at.value), end.at.id]) }
				: {}),
		},
	};
}

interface Position {
	value: number;
	id: string;
}

function positionOf(row: Customer, field: 'created_at' | 'updated_at'): Position {
	return { value: row[field], id: row.id };
}

function readOffset(offset: string): Position | undefined {
	const [, value, id] = /^\["(\d+)","(.*)"\]$/.exec(offset) ?? [];
	return value === undefined || id === undefined ? undefined : { value: Number(value), id };
}
