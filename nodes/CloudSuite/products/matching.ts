import type { SourceCustomer } from '../../shared/source/sourceCustomer';
import type { SourceItem } from '../../shared/source/sourceItem';
import type { MasterQuery } from './product';

export type Master = SourceCustomer | SourceItem;

/** Status and item group of a query, for records that came; what products can not filter by, or may pass over. */
export function isOfStatusAndGroup(
	record: Master,
	{ status, groups }: Pick<MasterQuery, 'status' | 'groups'>,
): boolean {
	const group = 'group' in record ? (record.group ?? '') : undefined;
	return (
		isOfStatus(record.status, status) &&
		(groups.length === 0 || group === undefined || groups.includes(group))
	);
}

/** A doubtful customer is active as well: a product may keep the one beside the other. */
export function isOfStatus(status: string | null, wanted: readonly string[]): boolean {
	if (wanted.length === 0) return true;
	if (status === null) return false;
	return wanted.includes(status) || (status === 'doubtful' && wanted.includes('active'));
}

/** The first records of what comes page by page, each once; what is behind the limit is not read. */
export async function firstRecords<T extends Pick<Master, 'key'>>(
	pages: AsyncIterable<readonly T[]>,
	limit: number,
): Promise<T[]> {
	const records = new Map<string, T>();
	for await (const page of pages) {
		for (const record of page) if (records.size < limit) records.set(record.key, record);
		if (records.size >= limit) break;
	}
	return [...records.values()];
}
