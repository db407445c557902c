import { itemFamilyWrites } from '../catalog/itemFamilies';
import { ID, OWNER, SITE_LEVEL, TIME } from '../operators';
import { ENTITY } from './choices';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const itemFamilies: Resource = {
	list: {
		path: 'item_families',
		filters: {
			id: ID,
			name: OWNER,
			updated_at: TIME,
			business_entity_id: ENTITY,
			include_site_level_resources: SITE_LEVEL,
		},
		sources: { include_site_level_resources: 'business_entity_id' },
		customFields: true,
		sortable: [],
		deletedBy: 'status',
	},
	writes: itemFamilyWrites,
};
