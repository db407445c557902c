import { itemWrites } from '../catalog/items';
import { choice, FLAG, ID, OWNER, SITE_LEVEL, TIME } from '../operators';
import { CATALOG_STATUS, CHANNEL, ENTITY, ITEM_TYPES, USAGE_CALCULATIONS } from './choices';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const items: Resource = {
	list: {
		path: 'items',
		filters: {
			id: ID,
			item_family_id: ID,
			type: choice(...ITEM_TYPES),
			name: OWNER,
			item_applicability: choice('all', 'restricted'),
			status: CATALOG_STATUS,
			is_giftable: FLAG,
			updated_at: TIME,
			enabled_for_checkout: FLAG,
			enabled_in_portal: FLAG,
			metered: FLAG,
			usage_calculation: choice(...USAGE_CALCULATIONS),
			channel: CHANNEL,
			business_entity_id: ENTITY,
			include_site_level_resources: SITE_LEVEL,
			// the SDK's schema takes the types of items for it, by a clash of names; `fixed` is the only one there is
			'bundle_configuration[type]': choice('fixed'),
		},
		sources: { include_site_level_resources: 'business_entity_id' },
		sortable: ['name', 'id', 'updated_at'],
		deletedBy: 'status',
	},
	writes: itemWrites,
};
