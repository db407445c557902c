import type { ListReader, MasterQuery, Slice } from './product';

/** A slice cut out of the whole list, in the order of keys: for what can't be read from the middle, at the price of calls. */
export async function sliceByListing<T extends { key: string }>(
	list: ListReader<T>['list'],
	query: MasterQuery,
	after: string | undefined,
): Promise<Slice<T>> {
	const { records } = await list({ ...query, limit: Number.POSITIVE_INFINITY });
	const left = records
		.filter(({ key }) => after === undefined || key > after)
		.sort((a, b) => (a.key < b.key ? -1 : 1));
	const slice = left.slice(0, query.limit);
	return { records: slice, next: left.length > slice.length ? (slice.at(-1)?.key ?? null) : null };
}
