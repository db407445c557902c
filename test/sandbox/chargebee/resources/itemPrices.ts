import { itemPriceWrites } from '../catalog/itemPrices';
import { choice, ID, NUMBER, SITE_LEVEL, TIME } from '../operators';
import {
	CATALOG_STATUS,
	CHANNEL,
	ENTITY,
	ITEM_TYPES,
	PERIOD_UNITS,
	PRICING_MODELS,
} from './choices';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const itemPrices: Resource = {
	list: {
		path: 'item_prices',
		filters: {
			id: ID,
			name: ID,
			pricing_model: choice(...PRICING_MODELS),
			item_id: ID,
			item_family_id: ID,
			item_type: choice(...ITEM_TYPES),
			currency_code: ID,
			price_variant_id: ID,
			trial_period: NUMBER,
			trial_period_unit: choice('day', 'month'),
			status: CATALOG_STATUS,
			updated_at: TIME,
			business_entity_id: ENTITY,
			include_site_level_resources: SITE_LEVEL,
			period_unit: choice(...PERIOD_UNITS),
			period: NUMBER,
			channel: CHANNEL,
		},
		sources: { include_site_level_resources: 'business_entity_id' },
		sortable: ['name', 'id', 'updated_at'],
		deletedBy: 'status',
	},
	writes: itemPriceWrites,
};
