import { identityOf } from '../../shared/source/sourceKey';
import type { SourceItem } from '../../shared/source/sourceItem';
import type { SourceItemPrice } from '../../shared/source/sourceItemPrice';
import { withPriceHash } from '../../shared/source/sourceItemPrice';
import { countByListing } from '../products/countByListing';
import type { ListReader, ProductSession } from '../products/product';

/** The prices of items: the product's own list of them, or the one price each item has. */
export function priceReader({ items, itemPrices }: ProductSession): ListReader<SourceItemPrice> {
	if (itemPrices) return itemPrices;
	const list: ListReader<SourceItemPrice>['list'] = async (query) => {
		const { records, undated } = await items.list({ ...query, limit: Number.POSITIVE_INFINITY });
		return { records: records.flatMap(priceOf).slice(0, query.limit), undated };
	};
	return {
		list,
		count: (query) => countByListing(list, query),
	};
}

function priceOf(item: SourceItem): SourceItemPrice[] {
	const { product, tenant, company, price } = item;
	if (price === null) return [];
	const id = [item.id, item.currency].filter((part) => part !== null).join('/');
	return [
		withPriceHash(
			{
				...identityOf({ product, tenant, company, id }),
				itemKey: item.key,
				itemId: item.id,
				itemName: item.name,
				currency: item.currency,
				price,
				priceUnit: item.priceUnit,
				priceList: null,
				fromQuantity: null,
				effectiveFrom: item.effectiveFrom,
				effectiveTo: item.effectiveTo,
				modifiedAt: item.modifiedAt,
			},
			item.raw,
		),
	];
}
