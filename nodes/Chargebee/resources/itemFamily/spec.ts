import type { Field } from '../../fields/field';
import type { SiteFields } from '../../upsert/defineResource';
import { defineResource } from '../../upsert/defineResource';
import type { MatchKey, ResourceSpec } from '../../upsert/types';

/** Lengths are those of Chargebee's own request schema (npm `chargebee` 3.33, item family create and update). */
export const ITEM_FAMILY_FIELDS: readonly Field[] = [
	{ id: 'name', label: 'Name', kind: 'text', maxLength: 50, common: true, required: true },
	{ id: 'description', label: 'Description', kind: 'text', maxLength: 500, common: true },
];

export const ITEM_FAMILY_MATCH_KEYS: Record<string, MatchKey> = {
	name: { name: 'name', field: 'name', filter: 'name' },
};

/** Item families have no metadata: the id tells whose they are, and a custom field where the site has one. https://apidocs.chargebee.com/docs/api/item_families */
export function defineItemFamily(site?: SiteFields): ResourceSpec {
	return defineResource(
		{
			name: 'item_family',
			label: 'item family',
			plural: 'item families',
			path: '/item_families',
			fields: ITEM_FAMILY_FIELDS,
			reusesIds: true,
			uniqueNames: true,
			telling: ['name', 'description'],
			entityOf: () => 'item_family',
		},
		site,
	);
}

export const itemFamilySpec: ResourceSpec = defineItemFamily();
