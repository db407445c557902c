import type { StartOptions } from '../setup';
import type { RecordSeed } from '../../../sandbox/chargebee';
import { billingSeed } from '../../../sandbox/seed';

const DAY = 86_400;
const START = Date.UTC(2024, 0, 1) / 1000;

/** Members of which every record has others, so that each filter leaves some records out. */
const varied = (n: number, members: Record<string, readonly unknown[]>) =>
	Object.fromEntries(Object.entries(members).map(([name, of]) => [name, of[n % of.length]]));

const many = (count: number, make: (n: number) => RecordSeed): RecordSeed[] =>
	Array.from({ length: count }, (_, n) => ({
		created_at: START + n * DAY,
		updated_at: START + n * DAY + 3600,
		...make(n),
	}));

const CHANNELS = ['web', 'app_store', 'play_store'];
const FLAGS = [true, false];
const ENTITIES = ['entity-1', 'entity-2', 'entity-3'];

const customers = many(8, (n) => ({
	id: `cust-${n}`,
	company: `Company ${n}`,
	first_name: `First ${n}`,
	last_name: `Last ${n}`,
	email: `ap${n}@company${n}.test`,
	phone: `+47 5555 ${n}`,
	relationship: {
		parent_id: `parent-${n}`,
		payment_owner_id: `payer-${n}`,
		invoice_owner_id: `owner-${n}`,
	},
	...varied(n, {
		preferred_currency_code: ['EUR', 'USD', 'KWD'],
		auto_collection: ['on', 'off'],
		taxability: ['taxable', 'exempt'],
		offline_payment_method: ['cash', 'check', 'custom'],
		channel: CHANNELS,
		auto_close_invoices: FLAGS,
		business_entity_id: ENTITIES,
	}),
}));

const itemFamilies = many(4, (n) => ({
	id: `family-${n}`,
	name: `Family ${n}`,
	...varied(n, { business_entity_id: ENTITIES }),
}));

const items = many(9, (n) => ({
	id: `item-${n}`,
	name: `Item ${n}`,
	item_family_id: `family-${n % 4}`,
	...varied(n, {
		type: ['plan', 'addon', 'charge'],
		status: ['active', 'archived'],
		item_applicability: ['all', 'restricted'],
		usage_calculation: ['sum_of_usages', 'last_usage', 'max_usage'],
		is_giftable: FLAGS,
		enabled_for_checkout: FLAGS,
		enabled_in_portal: FLAGS,
		metered: FLAGS,
		channel: CHANNELS,
		business_entity_id: ENTITIES,
	}),
}));

const itemPrices = many(9, (n) => ({
	id: `price-${n}`,
	name: `Price ${n}`,
	item_id: `item-${n}`,
	price: 1250 + n,
	period: 1 + n,
	trial_period: 7 + n,
	price_variant_id: `variant-${n}`,
	...varied(n, {
		currency_code: ['EUR', 'JPY', 'KWD'],
		pricing_model: ['flat_fee', 'per_unit', 'tiered'],
		status: ['active', 'archived'],
		period_unit: ['month', 'year'],
		trial_period_unit: ['day', 'month'],
		channel: CHANNELS,
		business_entity_id: ENTITIES,
	}),
}));

const bills = billingSeed(customers.map(({ id = '', ...rest }) => ({ id, ...rest })));

/** Fields that bills of the sample site have alike, or not at all. */
const invoices = bills.invoices.map((record, n) => ({
	...record,
	amount_adjusted: n,
	credits_applied: n + 1,
	payment_owner: `payer-${n}`,
	subscription_id: `sub-${n}`,
	void_reason_code: `Reason ${n}`,
	...varied(n, {
		recurring: FLAGS,
		price_type: ['tax_exclusive', 'tax_inclusive'],
		channel: CHANNELS,
		dunning_status: ['in_progress', 'exhausted', 'stopped'],
	}),
}));

const [sampleNote] = bills.creditNotes;
const creditNotes = many(9, (n) => ({
	...sampleNote,
	id: `CN-${n}`,
	date: START + n * DAY,
	voided_at: START + n * DAY + 60,
	total: 1000 + n,
	amount_allocated: 100 + n,
	amount_refunded: 200 + n,
	amount_available: 300 + n,
	customer_id: `cust-${n % 8}`,
	subscription_id: `sub-${n}`,
	reference_invoice_id: `INV-${n}`,
	create_reason_code: `Reason ${n}`,
	...varied(n, {
		type: ['adjustment', 'refundable', 'store'],
		reason_code: ['waiver', 'other', 'chargeback'],
		status: ['adjusted', 'refunded', 'refund_due'],
		price_type: ['tax_exclusive', 'tax_inclusive'],
		channel: CHANNELS,
		currency_code: ['EUR', 'JPY', 'KWD'],
	}),
}));

const transactions = bills.transactions.map((record, n) => ({
	...record,
	amount_capturable: n,
	subscription_id: `sub-${n}`,
	payment_source_id: `pm-${n}`,
	gateway_account_id: `gw-${n}`,
	id_at_gateway: `ch-${n}`,
	...varied(n, {
		payment_method: ['bank_transfer', 'check', 'card'],
		gateway: ['not_applicable', 'stripe', 'adyen'],
		type: ['payment', 'refund', 'authorization'],
		status: ['success', 'failure', 'in_progress'],
	}),
}));

/** A site of which every list can be filtered by everything. */
export const SITE: StartOptions = {
	...{ customers, itemFamilies, items, itemPrices },
	...{ invoices, creditNotes, transactions },
};
