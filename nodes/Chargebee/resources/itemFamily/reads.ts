import { anyOf, flag, is, period, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { simplifyItemFamily } from './simplify';

/** https://apidocs.chargebee.com/docs/api/item_families#list_item_families */
export const itemFamilyReads: ReadSpec = {
	resource: 'itemFamily',
	member: 'item_family',
	singular: 'item family',
	plural: 'item families',
	path: '/item_families',
	placeholder: 'ln-1300-HW',
	filters: [
		// records of the site as a whole have none, and are listed beside those of an entity
		is('business_entity_id', 'Business Entity ID', { mayBeAbsent: true }),
		anyOf('id', 'ID'),
		startsWith('id', 'ID', { placeholder: 'e.g. ln-1300-' }),
		flag(
			'include_site_level_resources',
			'Include Site Level',
			'Whether to return item families of the site as a whole beside those of the business entity',
		),
		is('name', 'Name'),
		startsWith('name', 'Name'),
		...period('updated_at', 'Updated'),
	],
	sortable: [],
	includeDeleted: false,
	simplify: simplifyItemFamily,
};
