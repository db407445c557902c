import { objectOf } from '../../../shared/json';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { isOfStatusAndGroup } from '../matching';
import type { Change, ChangeFeed, MasterQuery } from '../product';
import { textOf } from '../values';
import type { CsiRow } from './answer';
import { portions } from './filter';
import type { PricesOf } from './itemPriceRows';
import { changedAt, identityOf } from './normalise';
import { keyOf } from './pages';
import { byItem } from './prices';
import type { ItemRows } from './itemRows';
import { OVERLAP_MS, versionOf } from './rows';

/**
 * Changed items, in the order of item numbers. A price is a row of its own: when it is changed, or one entered before comes
 * into force, the date of the item does not move. So the items of such prices are asked for beside those with a later date.
 */
export function itemChanges(rows: ItemRows): ChangeFeed<SourceItem> {
	const { context } = rows;
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query, after) {
			const checked = await rows.check();
			const since = query.modifiedSince;
			const priced =
				since === undefined ? [] : ((await context.prices?.changedItems(since, context.now)) ?? []);
			// more than one filter holds: then all items are looked at
			const isMany = portions(priced).length > 1;
			const asked: Pick<MasterQuery, 'ids' | 'groups' | 'modifiedSince'> = isMany
				? { ids: [], groups: query.groups }
				: { ...query, ids: [] };
			const pricesOf = rows.pricesFor(since === undefined || isMany);
			for await (const page of rows.rows(asked, () => ({ after, orItems: isMany ? [] : priced }))) {
				const prices = await pricesOf(page);
				yield page
					.map((row) => changeOf(row, prices, keyOf(row, checked)))
					.filter(
						(change) =>
							(since === undefined || (change.modifiedAt ?? 0) >= since) &&
							isOfStatusAndGroup(again(change), query),
					);
			}
		},
		complete: async (changes) => await Promise.resolve(changes.map(again)),
	};

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
