import { choice, EXACT, PRESENCE } from '../operators';

/** Choices that several resources share, from the schemas of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const ITEM_TYPES = ['plan', 'addon', 'charge'] as const;
export const PERIOD_UNITS = ['day', 'week', 'month', 'year'] as const;
export const PRICING_MODELS = ['flat_fee', 'per_unit', 'tiered', 'volume', 'stairstep'] as const;
export const USAGE_CALCULATIONS = ['sum_of_usages', 'last_usage', 'max_usage'] as const;

export const CATALOG_STATUS = choice('active', 'archived', 'deleted');
export const CHANNEL = choice('web', 'app_store', 'play_store');
export const PRICE_TYPE = choice('tax_exclusive', 'tax_inclusive');
export const ENTITY = { ...EXACT, ...PRESENCE };
/** Of the SDK's types; its list schemas take the status of the document itself, by a clash of names. */
export const EINVOICE_STATUS = choice(
	...['scheduled', 'skipped', 'in_progress', 'success', 'failed', 'registered', 'accepted'],
	...['rejected', 'message_acknowledgement', 'in_process', 'under_query'],
	...['conditionally_accepted', 'paid'],
);
