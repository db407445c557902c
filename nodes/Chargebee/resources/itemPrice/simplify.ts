import type { IDataObject } from 'n8n-workflow';
import { cloudSuiteKey, deletedMark, duration, isoTime, majorAmount } from '../../reads/simplified';
import { asText } from '../../../shared/text';

/** The fields people look at, flat; the price is in major units. */
export function simplifyItemPrice(record: IDataObject): IDataObject {
	const accounting = (record.accounting_detail ?? {}) as IDataObject;
	return {
		id: record.id,
		cloudSuiteKey: cloudSuiteKey(record),
		name: record.name ?? null,
		itemId: record.item_id ?? null,
		itemType: record.item_type ?? null,
		status: record.status ?? null,
		pricingModel: record.pricing_model ?? null,
		currency: record.currency_code ?? null,
		price: amountOf(record, 'price', record.currency_code),
		tiers: tiersOf(record),
		period: duration(record.period, record.period_unit),
		sku: accounting.sku ?? null,
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}

/** With multi-decimal pricing the text in major units counts. https://apidocs.chargebee.com/docs/api/item_prices */
function amountOf(holder: IDataObject, name: string, currency: unknown): string | null {
	return asText(holder[`${name}_in_decimal`]) || majorAmount(holder[name], currency);
}

/** `1-10: 5.00, 11+: 4.00` */
function tiersOf({ tiers, currency_code: currency }: IDataObject): string | null {
	if (!Array.isArray(tiers) || tiers.length === 0) return null;
	return (tiers as IDataObject[])
		.map((tier) => {
			const unit = (name: string) => asText(tier[`${name}_in_decimal`] ?? tier[name]);
			const last = unit('ending_unit');
			const units = `${unit('starting_unit')}${last ? `-${last}` : '+'}`;
			return `${units}: ${amountOf(tier, 'price', currency) ?? ''}`;
		})
		.join(', ');
}
