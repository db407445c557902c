import { anyOf, choices, flag, is, period, range, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { simplifyItemPrice } from './simplify';

/** https://apidocs.chargebee.com/docs/api/item_prices#list_item_prices */
export const itemPriceReads: ReadSpec = {
	resource: 'itemPrice',
	member: 'item_price',
	singular: 'item price',
	plural: 'item prices',
	path: '/item_prices',
	placeholder: 'ln-1300-PUMP100-EUR',
	filters: [
		// records of the site as a whole have none, and are listed beside those of an entity
		is('business_entity_id', 'Business Entity ID', { mayBeAbsent: true }),
		choices('channel', 'Channel', ['web', 'app_store', 'play_store'], { mayBeAbsent: true }),
		anyOf('currency_code', 'Currency', { placeholder: 'e.g. EUR, USD' }),
		anyOf('id', 'ID'),
		startsWith('id', 'ID', { placeholder: 'e.g. ln-1300-' }),
		flag(
			'include_site_level_resources',
			'Include Site Level',
			'Whether to return item prices of the site as a whole beside those of the business entity',
		),
		anyOf('item_family_id', 'Item Family ID'),
		anyOf('item_id', 'Item ID'),
		choices('item_type', 'Item Type', ['plan', 'addon', 'charge']),
		is('name', 'Name'),
		startsWith('name', 'Name'),
		...range('period', 'Period', 'in units of the price, e.g. 3 with the unit month'),
		choices('period_unit', 'Period Unit', ['day', 'week', 'month', 'year']),
		anyOf('price_variant_id', 'Price Variant ID'),
		choices('pricing_model', 'Pricing Model', [
			'flat_fee',
			'per_unit',
			'tiered',
			'volume',
			'stairstep',
		]),
		choices('status', 'Status', ['active', 'archived', 'deleted']),
		...range('trial_period', 'Trial Period', 'in units of the trial'),
		choices('trial_period_unit', 'Trial Period Unit', ['day', 'month']),
		...period('updated_at', 'Updated'),
	],
	sortable: ['id', 'name', 'updated_at'],
	includeDeleted: false,
	simplify: simplifyItemPrice,
};
