import { wrongState } from '../errors';
import { FAMILY_RULES } from './rules';
import { catalogWrites, DELETED } from './writes';

/** https://apidocs.chargebee.com/docs/api/item_families */
export const itemFamilyWrites = catalogWrites({
	path: 'item_families',
	rules: FAMILY_RULES,
	required: ['name'],
	entityType: () => 'item_family',
	remove: ({ stores }, { id }) =>
		stores.items.all().some((item) => item.item_family_id === id && item.status === 'active')
			? wrongState('The item family has active items and cannot be deleted.')
			: DELETED,
});
