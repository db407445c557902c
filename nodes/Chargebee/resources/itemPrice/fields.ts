import type { Field } from '../../fields/field';
import { inBlock } from '../../fields/field';

const accounting = (name: string, label: string, common = false) =>
	inBlock('accounting_detail', name, label, { maxLength: 100, ...(common ? { common } : {}) });
const tax = (name: string, label: string) => inBlock('tax_detail', name, label, { maxLength: 50 });

/** Chargebee's longest name of a price. */
export const NAME_LENGTH = 100;

const PERIOD_UNITS = ['day', 'week', 'month', 'year'];

/**
 * Lengths and choices are those of Chargebee's own request schemas (npm `chargebee` 3.33, item price create and update);
 * frozen are the fields its documentation says can't change once subscriptions or invoices use the price.
 * https://apidocs.chargebee.com/docs/api/item_prices
 */
export const ITEM_PRICE_FIELDS: readonly Field[] = [
	{
		id: 'name',
		label: 'Name',
		kind: 'text',
		maxLength: NAME_LENGTH,
		common: true,
		required: true,
	},
	{
		id: 'item_id',
		label: 'Item ID',
		kind: 'text',
		maxLength: 100,
		common: true,
		immutable: true,
	},
	{
		id: 'item_type',
		label: 'Item Type',
		kind: 'choice',
		choices: ['plan', 'addon', 'charge'],
		readOnly: true,
	},
	{
		id: 'pricing_model',
		label: 'Pricing Model',
		kind: 'choice',
		choices: ['flat_fee', 'per_unit', 'tiered', 'volume', 'stairstep'],
		common: true,
		frozen: true,
	},
	{
		id: 'currency_code',
		label: 'Currency Code',
		kind: 'currency',
		maxLength: 3,
		common: true,
		required: true,
		frozen: true,
	},
	{ id: 'price', label: 'Price', kind: 'integer', min: 0, common: true },
	{ id: 'price_in_decimal', label: 'Price in Decimal', kind: 'decimal', min: 0, maxLength: 39 },
	{ id: 'tiers', label: 'Tiers (List)', kind: 'tiers' },
	{ id: 'period', label: 'Period', kind: 'integer', min: 1, common: true, frozen: true },
	{
		id: 'period_unit',
		label: 'Period Unit',
		kind: 'choice',
		choices: PERIOD_UNITS,
		common: true,
		frozen: true,
	},
	{ id: 'billing_cycles', label: 'Billing Cycles', kind: 'integer', min: 1, frozen: true },
	{ id: 'trial_period', label: 'Trial Period', kind: 'integer', min: 0 },
	{
		id: 'trial_period_unit',
		label: 'Trial Period Unit',
		kind: 'choice',
		choices: ['day', 'month'],
	},
	{
		id: 'trial_end_action',
		label: 'Trial End Action',
		kind: 'choice',
		choices: ['site_default', 'activate_subscription', 'cancel_subscription'],
	},
	{ id: 'free_quantity', label: 'Free Quantity', kind: 'integer', min: 0 },
	{
		id: 'free_quantity_in_decimal',
		label: 'Free Quantity in Decimal',
		kind: 'decimal',
		min: 0,
		maxLength: 33,
	},
	{ id: 'external_name', label: 'External Name', kind: 'text', maxLength: 100, common: true },
	{ id: 'description', label: 'Description', kind: 'text', maxLength: 2000, common: true },
	{ id: 'invoice_notes', label: 'Invoice Notes', kind: 'text', maxLength: 2000 },
	{ id: 'is_taxable', label: 'Is Taxable', kind: 'boolean' },
	{
		id: 'proration_type',
		label: 'Proration Type',
		kind: 'choice',
		choices: ['site_default', 'partial_term', 'full_term'],
	},
	{ id: 'price_variant_id', label: 'Price Variant ID', kind: 'text', maxLength: 100 },
	{ id: 'shipping_period', label: 'Shipping Period', kind: 'integer', min: 1 },
	{
		id: 'shipping_period_unit',
		label: 'Shipping Period Unit',
		kind: 'choice',
		choices: PERIOD_UNITS,
	},
	{
		id: 'show_description_in_invoices',
		label: 'Show Description in Invoices',
		kind: 'boolean',
	},
	{ id: 'show_description_in_quotes', label: 'Show Description in Quotes', kind: 'boolean' },
	accounting('sku', 'SKU (Item Number)', true),
	accounting('accounting_code', 'Accounting Code', true),
	accounting('accounting_category1', 'Accounting Category 1'),
	accounting('accounting_category2', 'Accounting Category 2'),
	accounting('accounting_category3', 'Accounting Category 3'),
	accounting('accounting_category4', 'Accounting Category 4'),
	tax('tax_profile_id', 'Tax Profile ID'),
	tax('avalara_tax_code', 'Avalara Tax Code'),
	tax('hsn_code', 'HSN Code'),
	tax('taxjar_product_code', 'TaxJar Product Code'),
	inBlock('tax_detail', 'avalara_sale_type', 'Avalara Sale Type', {
		kind: 'choice',
		choices: ['wholesale', 'retail', 'consumed', 'vendor_use'],
	}),
	inBlock('tax_detail', 'avalara_transaction_type', 'Avalara Transaction Type', {
		kind: 'integer',
	}),
	inBlock('tax_detail', 'avalara_service_type', 'Avalara Service Type', { kind: 'integer' }),
	{
		id: 'status',
		label: 'Status',
		kind: 'choice',
		choices: ['active', 'archived'],
		updateOnly: true,
	},
	{ id: 'metadata', label: 'Metadata (JSON Object, Merged)', kind: 'object' },
];
