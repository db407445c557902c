import type { SandboxAnswer } from '../shared/server';
import type { Site } from './customers';
import { wrongValue } from './errors';
import { readFilters } from './filters';
import { pageOf } from './paging';

type Direction = 'asc' | 'desc';

const SORTABLE = ['created_at', 'updated_at'] as const;
type SortField = (typeof SORTABLE)[number];

/** `GET /customers`: filtered, newest first unless asked otherwise, a page at a time. */
export function listCustomers({ store, behaviour }: Site, query: URLSearchParams): SandboxAnswer {
	const order = readOrder(query);
	if ('status' in order) return order;
	const { matches, refused } = readFilters(query, behaviour);
	if (refused) return refused;
	const withDeleted = query.get('include_deleted') === 'true';
	const rows = store
		.listed(behaviour.listIndexDelayMs)
		.filter(({ customer }) => (withDeleted || !customer.deleted) && matches(customer))
		.map(({ customer, sequence }) => ({
			value: customer[order.field],
			sequence,
			entry: { customer },
		}));
	return pageOf(rows, query, order.direction);
}

function readOrder(
	query: URLSearchParams,
): { field: SortField; direction: Direction } | SandboxAnswer {
	for (const direction of ['asc', 'desc'] as const) {
		const asked = query.get(`sort_by[${direction}]`);
		if (asked === null) continue;
		const field = SORTABLE.find((name) => name === asked);
		return field ? { field, direction } : wrongValue('sort_by', 'not in allowed values');
	}
	return { field: 'created_at', direction: 'desc' };
}
