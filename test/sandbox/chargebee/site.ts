import type { Clock } from '../shared/clock';
import type { SandboxAnswer } from '../shared/server';
import { CustomerStore } from './customerStore';
import { RecordStore } from './recordStore';
import type { Behaviour } from './types';

/** What a site holds, by the path of the resource. */
export interface Stores {
	customers: CustomerStore;
	item_families: RecordStore;
	items: RecordStore;
	item_prices: RecordStore;
	invoices: RecordStore;
	credit_notes: RecordStore;
	transactions: RecordStore;
}

export type ResourcePath = keyof Stores;

/** A site while it answers one request. */
export interface Site {
	stores: Stores;
	behaviour: Behaviour;
	notes: Record<string, unknown>;
	/** Seconds. */
	now: () => number;
	/** The business entity the call is for, from its header. */
	businessEntityId?: string;
}

/** Members nobody sent are those of the API's own samples. https://apidocs.chargebee.com/docs/api/items */
export function emptyStores(clock: Clock): Stores {
	return {
		customers: new CustomerStore(clock),
		item_families: new RecordStore(clock, {
			object: 'item_family',
			defaults: { status: 'active' },
		}),
		items: new RecordStore(clock, {
			object: 'item',
			defaults: {
				status: 'active',
				item_applicability: 'all',
				enabled_for_checkout: true,
				enabled_in_portal: true,
				is_giftable: false,
				is_shippable: false,
				metered: false,
			},
		}),
		item_prices: new RecordStore(clock, {
			object: 'item_price',
			showsCreation: true,
			defaults: {
				status: 'active',
				pricing_model: 'flat_fee',
				free_quantity: 0,
				is_taxable: true,
				show_description_in_invoices: false,
				show_description_in_quotes: false,
			},
		}),
		invoices: new RecordStore(clock, { object: 'invoice' }),
		credit_notes: new RecordStore(clock, { object: 'credit_note' }),
		transactions: new RecordStore(clock, { object: 'transaction' }),
	};
}

/** How many records there are that are no customers, of what there is any. */
export function countOthers(stores: Stores): Array<readonly [name: string, count: number]> {
	const names: Array<readonly [name: string, path: ResourcePath]> = [
		['Item families', 'item_families'],
		['Items', 'items'],
		['Item prices', 'item_prices'],
		['Invoices', 'invoices'],
		['Credit notes', 'credit_notes'],
		['Transactions', 'transactions'],
	];
	return names
		.map(([name, path]) => {
			const living = stores[path].all().filter(({ deleted }) => !deleted);
			return [name, living.length] as const;
		})
		.filter(([, count]) => count > 0);
}

/** `{ "item_price": { … } }` */
export function answerWith(record: { object: string }): SandboxAnswer {
	return { status: 200, body: { [record.object]: record } };
}
