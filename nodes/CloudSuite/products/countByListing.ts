import type { ListReader, MasterQuery } from './product';

/** How many records a list without a limit has: where nobody counts, they are read. */
export async function countByListing<T>(
	list: ListReader<T>['list'],
	query: MasterQuery,
): Promise<number> {
	return (await list({ ...query, limit: Number.POSITIVE_INFINITY })).records.length;
}
