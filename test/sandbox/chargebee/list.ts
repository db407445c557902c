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
	{ stores, behaviour, businessEntityId }: Site,
	spec: ListSpec,
	query: URLSearchParams,
): SandboxAnswer {
	const order = readOrder(query, spec);
	if ('status' in order) return order;
	const { matches, fields, among, refused } = readFilters(query, spec, behaviour);
	if (refused) return refused;
	const withDeleted =
		spec.deletedBy === 'parameter'
			? query.get('include_deleted') === 'true'
			: fields.includes('status');
	const sees = entityView(spec, businessEntityId, query);
	const rows = stores[spec.path]
		.listed(behaviour.listIndexDelayMs, among)
		.filter(({ record }) => (withDeleted || !record.deleted) && sees(record) && matches(record))
		.map((listed) => ({
			value: sortValue(listed, order),
			sequence: listed.sequence,
			entry: { [listed.record.object]: listed.record },
		}));
	return pageOf(rows, query, order.direction);
}

/**
 * A call for a business entity sees the records of that one; of the catalog also those of the whole site, unless it asks
 * for them not to be. https://apidocs.chargebee.com/docs/api/advanced-features#mbe
 */
function entityView(
	{ path }: ListSpec,
	entity: string | undefined,
	query: URLSearchParams,
): (record: StoredRecord) => boolean {
	if (entity === undefined) return () => true;
	const siteLevel =
		SITE_LEVEL.has(path) && query.get('include_site_level_resources[is]') !== 'false';
	return ({ business_entity_id: owner }) => owner === entity || (siteLevel && owner === undefined);
}

const SITE_LEVEL: ReadonlySet<string> = new Set(['item_families', 'items', 'item_prices']);

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
