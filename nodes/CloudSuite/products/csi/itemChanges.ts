import { objectOf } from '../../../shared/json';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { isOfStatusAndGroup } from '../matching';
import type { Change, ChangeFeed, ChangePage, MasterQuery } from '../product';
import { textOf } from '../values';
import type { CsiRow } from './answer';
import { portions } from './filter';
import type { PricesOf } from './itemPriceRows';
import { changedAt, identityOf } from './normalise';
import { keyOf } from './pages';
import { byItem } from './prices';
import type { ItemRows } from './itemRows';
import { OVERLAP_MS, comparable, isSince, mostFor, versionOf } from './rows';

/**
 * Changed items, in the order of item numbers. A price is a row of its own: when it is changed, or one entered before comes
 * into force, the date of the item does not move. So the items of such prices are asked for beside those with a later date,
 * or, where one filter does not hold them, behind these.
 */
export function itemChanges(rows: ItemRows): ChangeFeed<SourceItem> {
	const { context } = rows;
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query, after) {
			const checked = await rows.check();
			const since = query.modifiedSince;
			const [list, place] = placeOf(after);
			const priced =
				since === undefined ? [] : ((await context.prices?.changedItems(since, context.now)) ?? []);
			// one filter holds a portion of items beside the dates
			const isTogether = portions(priced).length <= 1;
			if (list === 'dated') {
				const most = mostFor(rows.session, query);
				const how = () => ({ after: place, orItems: isTogether ? priced : [], most });
				const pricesOf = rows.pricesFor(howPriced(query));
				for await (const page of rows.rows({ ...query, ids: [] }, how)) {
					const prices = await pricesOf(page);
					yield pageOf(page, prices, query, (row) => `dated:${keyOf(row, checked)}`);
				}
				if (isTogether) return;
			}
			// the others come behind them, in an order of our own: which one CSI has is not ours to know
			const orders = new Map(priced.map((item) => [comparable(item), item]));
			const behind = [...orders.keys()].filter((key) => list === 'dated' || key > (place ?? ''));
			const items = behind.sort().map((key) => orders.get(key) ?? key);
			const pricesOf = rows.pricesFor('ofItems');
			for (const some of portions(items)) {
				const orderOf = (row: CsiRow) => comparable(keyOf(row, checked));
				// those with a later date of their own have come before
				const found = (await rows.named(some, query))
					.filter((row) => !isSince(row, since, context.zone))
					.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
				const page = pageOf(found, await pricesOf(found), query, (row) => `priced:${orderOf(row)}`);
				const isEmpty = 'passed' in page || page.length === 0;
				yield isEmpty ? { passed: `priced:${comparable(some.at(-1) ?? '')}` } : page;
			}
		},
		complete: async (changes) => await Promise.resolve(changes.map(again)),
	};

	/** What of a page is asked for. */
	function pageOf(
		page: readonly CsiRow[],
		prices: PricesOf,
		query: MasterQuery,
		positionOf: (row: CsiRow) => string,
	): ChangePage {
		const { modifiedSince: since } = query;
		const changes = page
			.map((row) => changeOf(row, prices, positionOf(row)))
			.filter(
				(change) =>
					(since === undefined || (change.modifiedAt ?? 0) >= since) &&
					isOfStatusAndGroup(again(change), query),
			);
		const last = page.at(-1);
		return changes.length === 0 && last ? { passed: positionOf(last) } : changes;
	}

	function changeOf(row: CsiRow, prices: PricesOf, position: string): Change {
		const own = prices.get(textOf(row.Item) ?? '') ?? [];
		const inForce = rows.priceOf(row, prices)?.row;
		const times = [
			changedAt(row, context.zone),
			...own.map((price) => context.prices?.changedAt(price, context.now)),
		].filter((time) => time !== undefined);
		return {
			key: identityOf(textOf(row.Item) ?? '', context).key,
			modifiedAt: times.length > 0 ? Math.max(...times) : undefined,
			version: versionOf(row, inForce),
			row: {
				item: { ...row },
				price: inForce ? { ...inForce } : null,
			},
			position,
		};
	}

	/** The record of a change, from what was kept of it. */
	function again({ row }: Change): SourceItem {
		const [item, price] = [objectOf(row.item) ?? {}, objectOf(row.price)];
		return rows.told(item, rows.priceOf(item, byItem(price ? [price] : [])));
	}
}

/** Which list a position is of, and the key in it: items by their own date, or those whose prices changed. */
function placeOf(after: string | undefined): ['dated' | 'priced', string | undefined] {
	const [, list, key] = /^(dated|priced):(.*)$/s.exec(after ?? '') ?? [];
	return [list === 'priced' ? 'priced' : 'dated', key ?? after];
}

/** How prices come in the fewest calls: a slice is a part of all items, from one key to another. */
function howPriced({ modifiedSince, limit }: MasterQuery): 'all' | 'between' | 'ofItems' {
	if (modifiedSince !== undefined) return 'ofItems';
	return Number.isFinite(limit) ? 'between' : 'all';
}
