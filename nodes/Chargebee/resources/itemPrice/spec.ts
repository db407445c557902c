import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import type { SiteFields } from '../../upsert/defineResource';
import { defineResource } from '../../upsert/defineResource';
import type { MatchKey, ResourceSpec, Values } from '../../upsert/types';
import type { Problem } from '../../upsert/values';
import { problem } from '../../upsert/values';
import { ITEM_TYPES } from '../item/spec';
import { ITEM_PRICE_FIELDS } from './fields';

/** Kinds of records whose custom fields prices have. */
export const ITEM_PRICE_ENTITIES = ITEM_TYPES.map((type) => `${type}_price`);

export const ITEM_PRICE_MATCH_KEYS: Record<string, MatchKey> = {
	name: { name: 'name', field: 'name', filter: 'name' },
};

/** https://apidocs.chargebee.com/docs/api/item_prices */
export function defineItemPrice(site?: SiteFields): ResourceSpec {
	const spec = defineResource(
		{
			name: 'item_price',
			label: 'item price',
			plural: 'item prices',
			path: '/item_prices',
			fields: ITEM_PRICE_FIELDS,
			metadata: 'metadata',
			reusesIds: true,
			uniqueNames: true,
			// what is created or changed meanwhile comes at the end, so nothing is missed
			sweepQuery: { 'sort_by[asc]': 'updated_at' },
			parentField: 'item_id',
			telling: ['name', 'item_id', 'currency_code', 'pricing_model', 'price', 'period_unit'],
			// a price has the custom fields of its item's type
			entityOf: ({ item_type: type }) => (typeof type === 'string' ? `${type}_price` : undefined),
		},
		site,
	);
	return { ...spec, missing: (values) => [...spec.missing(values), ...missingPricing(values)] };
}

/** Plans and addons recur, charges do not; one price or tiers, as the pricing model says. https://apidocs.chargebee.com/docs/api/item_prices */
function missingPricing(values: Values): Problem[] {
	const has = (field: string) => (values[field] ?? null) !== null;
	const problems: Problem[] = [];
	const mismatch = (field: string, what: string) =>
		problems.push(problem(field, say('pricing_mismatch', { field, problem: what, model })));
	const model = asText(values.pricing_model ?? 'flat_fee');
	if (['flat_fee', 'per_unit'].includes(model)) {
		if (has('tiers')) mismatch('tiers', 'are not for');
		if (!has('price') && !has('price_in_decimal')) mismatch('price', 'is missing for');
	} else if (!has('tiers')) mismatch('tiers', 'are missing for');
	const type = asText(values.item_type);
	if (type === '' || type === 'charge') return problems;
	for (const field of ['period', 'period_unit'])
		if (!has(field)) problems.push(problem(field, say('period_missing', { field, type })));
	return problems;
}

export const itemPriceSpec: ResourceSpec = defineItemPrice();
