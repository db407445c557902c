import { anyOf, choices, flag, is, period, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { simplifyItem } from './simplify';

/** https://apidocs.chargebee.com/docs/api/items#list_items */
export const itemReads: ReadSpec = {
	resource: 'item',
	member: 'item',
	singular: 'item',
	plural: 'items',
	path: '/items',
	placeholder: 'ln-1300-PUMP100',
	filters: [
		choices('item_applicability', 'Applicability', ['all', 'restricted'], { mayBeAbsent: true }),
		// records of the site as a whole have none, and are listed beside those of an entity
		is('business_entity_id', 'Business Entity ID', { mayBeAbsent: true }),
		choices('channel', 'Channel', ['web', 'app_store', 'play_store'], { mayBeAbsent: true }),
		flag(
			'enabled_for_checkout',
			'Enabled for Checkout',
			'Whether the item can be bought in checkout',
		),
		flag(
			'enabled_in_portal',
			'Enabled in Portal',
			'Whether customers can choose the item in the self-serve portal',
		),
		flag('is_giftable', 'Giftable', 'Whether the item can be given as a gift'),
		anyOf('id', 'ID'),
		startsWith('id', 'ID', { placeholder: 'e.g. ln-1300-' }),
		flag(
			'include_site_level_resources',
			'Include Site Level',
			'Whether to return items of the site as a whole beside those of the business entity',
		),
		anyOf('item_family_id', 'Item Family ID'),
		flag('metered', 'Metered', 'Whether the item is billed by usage'),
		is('name', 'Name'),
		startsWith('name', 'Name'),
		choices('status', 'Status', ['active', 'archived', 'deleted']),
		choices('type', 'Type', ['plan', 'addon', 'charge']),
		...period('updated_at', 'Updated'),
		choices('usage_calculation', 'Usage Calculation', ['sum_of_usages', 'last_usage', 'max_usage']),
	],
	sortable: ['id', 'name', 'updated_at'],
	includeDeleted: false,
	simplify: simplifyItem,
};
