/** A stored record as the API shows it; custom fields are members named `cf_...`. */
export interface StoredRecord {
	id: string;
	deleted: boolean;
	/** What it is: `customer`, `item_price`, ... */
	object: string;
	/** Seconds. */
	updated_at: number;
	/** Milliseconds; grows with every change. */
	resource_version: number;
	[field: string]: unknown;
}

export interface Customer extends StoredRecord {
	object: 'customer';
	/** Seconds. */
	created_at: number;
}

export interface Contact {
	id: string;
	object: 'contact';
	[field: string]: unknown;
}

/** What a test or a person puts into the site before the start: members as the API shows them, all optional. */
export interface RecordSeed {
	id?: string;
	/** Seconds; the sandbox's own time when absent. */
	created_at?: number;
	/** Seconds; the time of creation when absent. */
	updated_at?: number;
	deleted?: boolean;
	[field: string]: unknown;
}

export interface CustomerSeed extends RecordSeed {
	meta_data?: Record<string, unknown>;
	billing_address?: Record<string, string>;
}

export interface CustomFieldConfig {
	/** e.g. `cf_cloudsuite_id` */
	api_name: string;
	entity_type: string;
	display_name?: string;
	field_datatype?: string;
	required?: boolean;
}

/** Ways in which sites differ or misbehave; may be changed while the sandbox runs. */
export interface Behaviour {
	/** Fields whose list filters are ignored, as Chargebee does with filters it does not understand. */
	ignoredFilters: string[];
	customFields: CustomFieldConfig[];
	/** Custom fields Chargebee's support made searchable; filters on any other are ignored. */
	searchableCustomFields: string[];
	/** New and changed records show up in lists only after this many milliseconds; retrieving shows them at once. */
	listIndexDelayMs: number;
	retryAfter: 'seconds' | 'none';
	/** What becomes of a JSON body, which the API does not take. */
	jsonBodies: 'ignore' | 'reject';
	/** Whether the id of a deleted customer may be used again; not documented. */
	reuseDeletedIds: boolean;
	/** Most ids in one `in` filter; not documented. */
	maxInCount: number;
	/** Whether `email[is]` cares about case; not documented, so callers must not rely on folding. */
	emailFilterCaseSensitive: boolean;
	productCatalog: 'v1' | 'v2';
	/** Business entities of the site. With none, the header of one is refused, or ignored: which is not documented. */
	businessEntities: string[];
	unknownBusinessEntity: 'reject' | 'ignore';
	/** Item prices that subscriptions or invoices use: parts of them are frozen, and a delete only archives them. */
	usedItemPrices: string[];
	/** Currencies of the site. With exactly one, it is the one of a price that names none; empty means any, to be named. */
	currencies: string[];
	/** Whether the site takes prices with more decimals than their currency has (`*_in_decimal`). */
	multiDecimalPricing: boolean;
	/** What becomes of the parts of `accounting_detail` or `tax_detail` an update leaves out; not documented. */
	partialBlocks: 'replace' | 'merge';
	/** Whether a deleted item family, item or price can be retrieved by its id; not documented. */
	retrieveDeletedCatalog: boolean;
	/** How long each admitted request is worked on, on the sandbox's clock: makes requests overlap. */
	processingMs: number;
	/** Two writes to one record at once: the later one gets 429 `lock_timeout`. */
	lockOverlappingWrites: boolean;
	/** Whether refusals (4xx) are replayed for an idempotency key too; not documented. */
	rememberRefusals: boolean;
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
	ignoredFilters: [],
	customFields: [],
	searchableCustomFields: [],
	listIndexDelayMs: 0,
	retryAfter: 'seconds',
	jsonBodies: 'ignore',
	reuseDeletedIds: false,
	maxInCount: 100,
	emailFilterCaseSensitive: true,
	productCatalog: 'v2',
	businessEntities: [],
	unknownBusinessEntity: 'reject',
	usedItemPrices: [],
	currencies: [],
	multiDecimalPricing: false,
	partialBlocks: 'replace',
	retrieveDeletedCatalog: true,
	processingMs: 0,
	lockOverlappingWrites: true,
	rememberRefusals: false,
};
