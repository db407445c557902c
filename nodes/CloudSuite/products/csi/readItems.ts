import type { SourceItem } from '../../../shared/source/sourceItem';
import { isOfStatusAndGroup } from '../matching';
import type { MasterQuery, MasterReader } from '../product';
import { sliceByFeed } from '../sliceByFeed';
import type { CheckedEntity } from './entities';
import { itemChanges } from './itemChanges';
import type { ItemRows } from './itemRows';
import { firstMatching, mostFor } from './rows';

/** What is needed to tell whether an item matches a filter. */
const OF_FILTERS = ['Item', 'Stat', 'ProductCode', 'RecordDate'];

/** Reads the items of one configuration. */
export function itemReader(rows: ItemRows): MasterReader<SourceItem> {
	const { prices } = rows.context;
	const feed = itemChanges(rows);

	async function* recordsOf(query: MasterQuery): AsyncGenerator<SourceItem[]> {
		const { ids, groups, modifiedSince, limit } = query;
		await prices?.check();
		const isAll = ids.length + groups.length === 0 && modifiedSince === undefined;
		const pricesOf = rows.pricesFor(isAll && !Number.isFinite(limit) ? 'all' : 'ofItems');
		const most = mostFor(rows.session, query);
		for await (const page of rows.rows(query, () => ({ most }))) {
			// prices only of what is passed on
			const wanted = page.filter((row) => isOfStatusAndGroup(rows.told(row, undefined), query));
			const priced = await pricesOf(wanted.slice(0, limit));
			yield wanted.slice(0, limit).map((row) => rows.told(row, rows.priceOf(row, priced)));
		}
	}

	return {
		get: async (id) => {
			const query = { ids: [id], groups: [], status: [], limit: Number.POSITIVE_INFINITY };
			if (id.trim() === '') return [];
			const found: SourceItem[] = [];
			for await (const page of recordsOf({ ...query, role: 'any' })) found.push(...page);
			rows.tellAboutCurrencies();
			return found;
		},
		list: async (query) => {
			const listed = await firstMatching(recordsOf(query), query);
			rows.tellAboutCurrencies();
			return listed;
		},
		// nothing counts in CSI: all rows in one call, but of a row no more than the filter needs
		count: async (query) => {
			let count = 0;
			const how = ({ has }: CheckedEntity) => ({ properties: OF_FILTERS.filter(has), most: 0 });
			for await (const page of rows.rows(query, how))
				count += page.filter((row) => isOfStatusAndGroup(rows.told(row, undefined), query)).length;
			return count;
		},
		slice: async (query, after) => await sliceByFeed(feed, query, after),
		// a price is a row of its own: without its date, a change of it would never be seen
		changes: async () => {
			const priced = await prices?.check();
			return (priced?.has('RecordDate') ?? true) ? feed : 'scan';
		},
	};
}
