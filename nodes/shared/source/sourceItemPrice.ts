import { withHash } from './withHash';

/**
 * One sales price of an item. Products keep several: per currency, price list, date or quantity.
 * `null` means "the source has none"; a field is never absent. Times are ISO 8601 UTC.
 */
export interface SourceItemPrice {
	/** `{product}:{tenant}:{company}:{id}` */
	key: string;
	product: string;
	tenant: string;
	company: string;
	/** The item's id, and behind it what tells its prices apart, e.g. `AX-2040/EUR`. */
	id: string;
	itemKey: string;
	itemId: string;
	itemName: string | null;
	/** ISO 4217 */
	currency: string | null;
	/** In major units, as decimal text, for one `priceUnit`. */
	price: string;
	priceUnit: string | null;
	priceList: string | null;
	/** The quantity from which the price holds, as decimal text. */
	fromQuantity: string | null;
	effectiveFrom: string | null;
	effectiveTo: string | null;
	modifiedAt: string | null;
	sourceHash: string;
	raw: Record<string, unknown> | null;
}

export const withPriceHash = withHash<SourceItemPrice>;
