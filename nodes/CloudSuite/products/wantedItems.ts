import type { SourceItem } from '../../shared/source/sourceItem';
import type { MasterQuery, MasterReader } from './product';

/** The items a filter means; nothing when all are meant. Groups and statuses are the items', not the prices'. */
export async function wantedItems(
	items: MasterReader<SourceItem>,
	query: MasterQuery,
): Promise<Set<string> | undefined> {
	const { ids, groups, status } = query;
	if (groups.length === 0 && status.length === 0)
		return ids.length === 0 ? undefined : new Set(ids.map((id) => id.trim()));
	const { records } = await items.list({ ...query, limit: Number.POSITIVE_INFINITY });
	return new Set(records.map(({ id }) => id));
}
