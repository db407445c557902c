import type { Change, ChangeFeed, MasterQuery, Slice } from './product';

/** A slice of a product that reads its records in the order of keys and can go on behind any of them. */
export async function sliceByFeed<T>(
	feed: ChangeFeed<T>,
	query: MasterQuery,
	after: string | undefined,
): Promise<Slice<T>> {
	const slice: Change[] = [];
	for await (const page of feed.read(query, after)) {
		if ('passed' in page) continue;
		slice.push(...page.slice(0, query.limit - slice.length));
		if (slice.length >= query.limit) break;
	}
	const isCut = slice.length >= query.limit;
	return {
		records: slice.length > 0 ? await feed.complete(slice) : [],
		next: isCut ? (slice.at(-1)?.position ?? null) : null,
	};
}
