import type { Field } from '../../fields/field';
import type { SiteFields } from '../../upsert/defineResource';
import { defineResource } from '../../upsert/defineResource';
import type { MatchKey, ResourceSpec, Values } from '../../upsert/types';

export const ITEM_TYPES = ['plan', 'addon', 'charge'] as const;

/** Kinds of records whose custom fields items have. */
export const ITEM_ENTITIES = ITEM_TYPES.map((type) => `${type}_item`);

/** Lengths and choices are those of Chargebee's own request schemas (npm `chargebee` 3.33, item create and update). */
export const ITEM_FIELDS: readonly Field[] = [
	{ id: 'name', label: 'Name', kind: 'text', maxLength: 100, common: true, required: true },
	{
		id: 'type',
		label: 'Type',
		kind: 'choice',
		choices: ITEM_TYPES,
		common: true,
		required: true,
		immutable: true,
	},
	{
		id: 'item_family_id',
		label: 'Item Family ID',
		kind: 'text',
		maxLength: 100,
		common: true,
	},
	{ id: 'external_name', label: 'External Name', kind: 'text', maxLength: 100, common: true },
	{ id: 'description', label: 'Description', kind: 'text', maxLength: 2000, common: true },
	{ id: 'unit', label: 'Unit', kind: 'text', maxLength: 30, common: true },
	{ id: 'is_shippable', label: 'Is Shippable', kind: 'boolean' },
	{ id: 'enabled_in_portal', label: 'Enabled in Portal', kind: 'boolean' },
	{ id: 'enabled_for_checkout', label: 'Enabled for Checkout', kind: 'boolean' },
	{ id: 'included_in_mrr', label: 'Included in MRR', kind: 'boolean' },
	{ id: 'redirect_url', label: 'Redirect URL', kind: 'url', maxLength: 500 },
	{
		id: 'item_applicability',
		label: 'Item Applicability',
		kind: 'choice',
		choices: ['all', 'restricted'],
	},
	{ id: 'is_percentage_pricing', label: 'Is Percentage Pricing', kind: 'boolean' },
	{ id: 'is_giftable', label: 'Is Giftable', kind: 'boolean', immutable: true },
	{ id: 'metered', label: 'Metered', kind: 'boolean', immutable: true },
	{
		id: 'usage_calculation',
		label: 'Usage Calculation',
		kind: 'choice',
		choices: ['sum_of_usages', 'last_usage', 'max_usage'],
		immutable: true,
	},
	{
		id: 'status',
		label: 'Status',
		kind: 'choice',
		choices: ['active', 'archived'],
		updateOnly: true,
	},
	{ id: 'metadata', label: 'Metadata (JSON Object, Merged)', kind: 'object' },
];

export const ITEM_MATCH_KEYS: Record<string, MatchKey> = {
	name: { name: 'name', field: 'name', filter: 'name' },
};

/** https://apidocs.chargebee.com/docs/api/items */
export function defineItem(site?: SiteFields): ResourceSpec {
	return defineResource(
		{
			name: 'item',
			label: 'item',
			plural: 'items',
			path: '/items',
			fields: ITEM_FIELDS,
			metadata: 'metadata',
			reusesIds: true,
			uniqueNames: true,
			// what is created or changed meanwhile comes at the end, so nothing is missed
			sweepQuery: { 'sort_by[asc]': 'updated_at' },
			parentField: 'item_family_id',
			telling: ['name', 'type', 'item_family_id', 'external_name', 'status'],
			entityOf: ({ type }: Values) => (typeof type === 'string' ? `${type}_item` : undefined),
		},
		site,
	);
}

export const itemSpec: ResourceSpec = defineItem();
