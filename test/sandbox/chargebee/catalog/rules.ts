import { ITEM_TYPES, PERIOD_UNITS, PRICING_MODELS, USAGE_CALCULATIONS } from '../resources/choices';
import type { Rule, Rules } from '../rules';
import { columns, flag, integer, metadata, oneOf, prefixed, TAX_PROVIDERS, text } from '../rules';

/**
 * What requests for the catalog may carry: lengths, choices and smallest values are those of the request schemas in
 * Chargebee's official SDK (npm chargebee 3.33.0, MIT: item family, item and item price; create and update).
 */
const FAMILY: Rules = { name: text(50), description: text(500) };

export const FAMILY_RULES = {
	create: { id: text(50), ...FAMILY, business_entity_id: text(50) },
	update: FAMILY,
} satisfies Record<string, Rules>;

const BUNDLE_KEY: Rules = { item_id: text(100), item_type: oneOf(...ITEM_TYPES) };
const BUNDLE_ITEM: Rules = {
	...BUNDLE_KEY,
	quantity: integer(1),
	price_allocation: { kind: 'number', min: 0 },
};

const ITEM: Rules = {
	name: text(100),
	description: text(2000),
	item_family_id: text(100),
	is_shippable: flag,
	external_name: text(100),
	enabled_in_portal: flag,
	redirect_url: text(500),
	enabled_for_checkout: flag,
	item_applicability: oneOf('all', 'restricted'),
	applicable_items: { max: 100, list: true },
	unit: text(30),
	gift_claim_redirect_url: text(500),
	included_in_mrr: flag,
	is_percentage_pricing: flag,
	metadata,
	'bundle_configuration[type]': oneOf('fixed'),
	...columns('bundle_items_to_add', BUNDLE_ITEM),
};

export const ITEM_RULES = {
	create: {
		id: text(100),
		type: oneOf(...ITEM_TYPES),
		...ITEM,
		is_giftable: flag,
		metered: flag,
		usage_calculation: oneOf(...USAGE_CALCULATIONS),
		business_entity_id: text(50),
	},
	/** An update takes neither id nor type, and cannot make an item metered or giftable. */
	update: {
		...ITEM,
		status: oneOf('active', 'archived'),
		clear_applicable_items: flag,
		...columns('bundle_items_to_update', BUNDLE_ITEM),
		...columns('bundle_items_to_remove', BUNDLE_KEY),
	},
} satisfies Record<string, Rules>;

const decimal = (max: number): Rule => ({ kind: 'decimal', max });

const PRICE: Rules = {
	name: text(100),
	description: text(2000),
	proration_type: oneOf('site_default', 'partial_term', 'full_term'),
	price_variant_id: text(100),
	external_name: text(100),
	usage_accumulation_reset_frequency: oneOf('never', 'subscription_billing_frequency'),
	currency_code: { max: 3, kind: 'currency' },
	invoice_notes: text(2000),
	is_taxable: flag,
	free_quantity: integer(0),
	free_quantity_in_decimal: decimal(33),
	metadata,
	pricing_model: oneOf(...PRICING_MODELS),
	price: integer(0),
	price_in_decimal: decimal(39),
	period_unit: oneOf(...PERIOD_UNITS),
	period: integer(1),
	trial_period_unit: oneOf('day', 'month'),
	trial_period: integer(0),
	shipping_period: integer(1),
	shipping_period_unit: oneOf(...PERIOD_UNITS),
	billing_cycles: integer(1),
	trial_end_action: oneOf('site_default', 'activate_subscription', 'cancel_subscription'),
	show_description_in_invoices: flag,
	show_description_in_quotes: flag,
	...prefixed('tax_detail', {
		tax_profile_id: text(50),
		avalara_tax_code: text(50),
		hsn_code: text(50),
		avalara_sale_type: oneOf('wholesale', 'retail', 'consumed', 'vendor_use'),
		avalara_transaction_type: integer(),
		avalara_service_type: integer(),
		taxjar_product_code: text(50),
	}),
	...prefixed('accounting_detail', {
		sku: text(100),
		accounting_code: text(100),
		accounting_category1: text(100),
		accounting_category2: text(100),
		accounting_category3: text(100),
		accounting_category4: text(100),
	}),
	...columns('tiers', {
		starting_unit: integer(1),
		ending_unit: integer(),
		price: integer(0),
		starting_unit_in_decimal: decimal(33),
		ending_unit_in_decimal: decimal(33),
		price_in_decimal: decimal(39),
		pricing_type: oneOf('per_unit', 'flat_fee', 'package'),
		package_size: integer(1),
	}),
	...TAX_PROVIDERS,
};

export const PRICE_RULES = {
	create: { id: text(100), item_id: text(100), ...PRICE, business_entity_id: text(50) },
	/** An update cannot move a price to another item. */
	update: { ...PRICE, status: oneOf('active', 'archived') },
} satisfies Record<string, Rules>;
