import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import { readFilters } from './filters';
import { pageOf } from './paging';
import type { Listed } from './recordStore';
import type { ListSpec } from './resources/resource';
import type { Site } from './site';
import type { StoredRecord } from './types';

interface Order {
	field: string;
	direction: 'asc' | 'desc';
}

/** `GET /customers` and its like: filtered, newest first unless asked otherwise, a page at a time. */
export function listRecords(
	{ stores, behaviour }: Site,
	spec: ListSpec,
	query: URLSearchParams,
): SandboxAnswer {
	const order = readOrder(query, spec);
	if ('status' in order) return order;
	const { matches, fields, refused } = readFilters(query, spec, behaviour);
	if (refused) return refused;
	const withDeleted =
		spec.deletedBy === 'parameter'
			? query.get('include_deleted') === 'true'
			: fields.includes('status');
	const rows = stores[spec.path]
		.listed(behaviour.listIndexDelayMs)
		.filter(({ record }) => (withDeleted || !record.deleted) && matches(record))
		.map((listed) => ({
			value: sortValue(listed, order),
			sequence: listed.sequence,
			entry: { [listed.record.object]: listed.record },
		}));
	return pageOf(rows, query, order.direction);
}

/** Also what does not show when it was created is listed by that. */
function sortValue({ record, createdAt }: Listed<StoredRecord>, { field }: Order): number | string {
	const value = record[field];
	if (typeof value === 'string' || typeof value === 'number') return value;
	return field === 'created_at' ? createdAt : 0;
}

function readOrder(query: URLSearchParams, { sortable }: ListSpec): Order | SandboxAnswer {
	for (const direction of ['asc', 'desc'] as const) {
		const asked = query.get(`sort_by[${direction}]`);
		// a list that can not be sorted does not know the parameter, and ignores it
		if (asked === null || sortable.length === 0) continue;
		return sortable.includes(asked)
			? { field: asked, direction }
			: wrongValue('sort_by', 'not in allowed values');
	}
	return { field: 'created_at', direction: 'desc' };
}
