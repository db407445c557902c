import type { SourceItem } from '../../../shared/source/sourceItem';
import { withItemHash } from '../../../shared/source/sourceItem';
import { identityOf } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import { itemIdOf } from './itemKey';
import { ITEMS, ITEMS_SALES } from './itemSets';
import { canonicalCompany } from './normalise';
import type { NormaliseContext } from './normalise';
import { pathOf } from './places';
import type { LnRow } from './session';
import { decimalText, isoOf, numberOf, textOf, timeOf } from '../values';

/** The rows of different sets that together are one item. */
export interface ItemRows {
	item: LnRow;
	sales?: LnRow;
	/** Milliseconds; nothing for an item without a date of change. */
	changedAt?: number | undefined;
}

/** One LN item in the shape all products share. */
export function normaliseItem(
	{ item, sales, changedAt }: ItemRows,
	context: Omit<NormaliseContext, 'now'>,
): SourceItem {
	const { nameOf = pathOf } = context;
	const company = canonicalCompany(context.company);
	const id = itemIdOf(asText(item.Item));
	return withItemHash(
		{
			...identityOf({ product: 'ln', tenant: context.tenant, company, id }),
			name: textOf(item.Description) ?? id,
			description: null,
			// an item has no status in this service; one that is no longer sold is not to be told from the others
			status: null,
			type: typeOf(textOf(item.ItemType)),
			group: textOf(item.ItemGroup),
			unit: textOf(sales?.SalesUnit) ?? textOf(item.InventoryUnit),
			currency: context.codes.iso('currency', textOf(sales?.SalesCurrency)),
			price: priceOf(sales),
			priceUnit: textOf(sales?.SalesPriceUnit),
			effectiveFrom: null,
			effectiveTo: null,
			taxCode: textOf(sales?.TaxCode),
			accountingCode: null,
			createdAt: isoOf(timeOf(item.CreationDate)),
			modifiedAt: isoOf(changedAt),
		},
		context.includeRaw ? { [nameOf(ITEMS)]: item, [nameOf(ITEMS_SALES)]: sales ?? null } : null,
	);
}

/** Item types that an older release numbered otherwise have "Obsolete" behind their name, and mean the same. */
function typeOf(type: string | null): string | null {
	return type?.replace(/Obsolete$/, '').toLowerCase() ?? null;
}

/** Sales data without a price hold 0, which LN's default is; a price of 0 that was entered has a date. */
function priceOf(sales: LnRow | undefined): string | null {
	const price = numberOf(sales?.SalesPrice);
	if (price === null) return null;
	const entered = timeOf(sales?.LastSalesPriceTransactionDate) !== undefined;
	return price === 0 && !entered ? null : decimalText(price);
}
