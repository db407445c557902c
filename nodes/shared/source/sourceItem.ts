import { withHash } from './withHash';

/**
 * An item master as every CloudSuite product gives it to the rest of the package.
 * `null` means "the source has none"; a field is never absent. Times are ISO 8601 UTC.
 */
export interface SourceItem {
	/** `{product}:{tenant}:{company}:{id}` */
	key: string;
	product: string;
	tenant: string;
	company: string;
	/** The item number, trimmed for display. */
	id: string;
	name: string;
	description: string | null;
	/** `active`, `inactive`; a value the product may add later is passed on in lower case. */
	status: string | null;
	type: string | null;
	group: string | null;
	unit: string | null;
	/** ISO 4217 */
	currency: string | null;
	/** In major units, as decimal text. */
	price: string | null;
	/** The unit the price is for. */
	priceUnit: string | null;
	effectiveFrom: string | null;
	effectiveTo: string | null;
	taxCode: string | null;
	accountingCode: string | null;
	createdAt: string | null;
	modifiedAt: string | null;
	/** Hash of everything above; changes exactly when something that can be mapped changed. */
	sourceHash: string;
	/** The rows it was joined from, by entity set; only on request. */
	raw: Record<string, unknown> | null;
}

export const withItemHash = withHash<SourceItem>;
