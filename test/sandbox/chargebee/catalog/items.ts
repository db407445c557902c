import { asText } from '../../../../nodes/shared/text';
import { notPresent, wrongState } from '../errors';
import type { FormValues } from '../form';
import type { Site } from '../site';
import type { StoredRecord } from '../types';
import { withoutEmpty } from '../values';
import { ITEM_RULES } from './rules';
import { archiving, catalogWrites, DELETED } from './writes';

/** Each type of item has custom fields of its own. https://apidocs.chargebee.com/docs/api/items */
export const itemWrites = catalogWrites({
	path: 'items',
	rules: ITEM_RULES,
	required: ['name', 'type', 'item_family_id'],
	blocks: ['bundle_configuration'],
	entityType: (_site, { type }) => `${asText(type)}_item`,
	members: (site, values, before) => ({
		...applicableItems(values),
		...bundleItems(values, before),
		...archiving(site, values),
	}),
	objection: ({ stores }, { item_family_id: family }) =>
		stores.item_families.living(asText(family))
			? undefined
			: notPresent('item_family_id', 'Item family'),
	updated: movePrices,
	remove: ({ stores }, { id }) =>
		stores.item_prices.all().some(({ item_id: item, deleted }) => item === id && !deleted)
			? wrongState('The item has active or archived item prices and cannot be deleted.')
			: DELETED,
});

/** Prices are in the family of their item. */
function movePrices({ stores }: Site, { id, item_family_id: family }: StoredRecord): void {
	for (const price of stores.item_prices.all()) {
		if (price.item_id !== id || price.deleted || price.item_family_id === family) continue;
		stores.item_prices.change(price.id, { item_family_id: family });
	}
}

function applicableItems(values: FormValues): Record<string, unknown> {
	const { applicable_items: ids, clear_applicable_items: clear } = values;
	return {
		...('clear_applicable_items' in values ? { clear_applicable_items: undefined } : {}),
		...(clear === true ? { applicable_items: undefined } : {}),
		...(Array.isArray(ids)
			? { applicable_items: ids.map((id: unknown) => ({ id, object: 'applicable_item' })) }
			: {}),
	};
}

const BUNDLE_CHANGES = [
	'bundle_items_to_add',
	'bundle_items_to_update',
	'bundle_items_to_remove',
] as const;

/** The items of a bundle change one by one. */
function bundleItems(values: FormValues, before?: StoredRecord): Record<string, unknown> {
	const [added, updated, removed] = BUNDLE_CHANGES.map(
		(name) => (values[name] ?? []) as FormValues[],
	);
	const sent = BUNDLE_CHANGES.filter((name) => name in values);
	if (sent.length === 0) return {};
	const known = (before?.bundle_items ?? []) as FormValues[];
	const same = (one: FormValues) => (other: FormValues) => other.item_id === one.item_id;
	const kept = known
		.filter((one) => !removed?.some(same(one)))
		.map((one) => ({ ...one, ...withoutEmpty(updated?.find(same(one)) ?? {}) }));
	const fresh = (added ?? []).map((one) => ({ ...withoutEmpty(one), object: 'bundle_item' }));
	return {
		...Object.fromEntries(sent.map((name) => [name, undefined])),
		bundle_items: [...kept, ...fresh],
	};
}
