import { priceSeedMembers } from './catalog/itemPrices';
import type { ResourcePath, Stores } from './site';
import type { CustomerSeed, RecordSeed, StoredRecord } from './types';

/** What is in a site before the start. */
export interface SiteSeed {
	customers?: readonly CustomerSeed[];
	itemFamilies?: readonly RecordSeed[];
	items?: readonly RecordSeed[];
	/** What a price has from its item is filled in. */
	itemPrices?: readonly RecordSeed[];
	invoices?: readonly RecordSeed[];
	creditNotes?: readonly RecordSeed[];
	transactions?: readonly RecordSeed[];
}

/** Records without a time of creation are as old as their date, or else as `createdAt` (seconds) says. */
export function fillStores(stores: Stores, seed: SiteSeed, createdAt: number): void {
	const { customers = [], itemFamilies = [], items = [], itemPrices = [] } = seed;
	const { invoices = [], creditNotes = [], transactions = [] } = seed;
	const dated = (record: RecordSeed) => ({
		created_at: typeof record.date === 'number' ? record.date : createdAt,
		...record,
	});
	for (const customer of customers) stores.customers.create(dated(customer));
	for (const family of itemFamilies) stores.item_families.create(dated(family));
	for (const item of items) stores.items.create(dated(item));
	for (const price of itemPrices) addSeed(stores, 'item_prices', dated(price));
	for (const invoice of invoices) stores.invoices.create(dated(invoice));
	for (const note of creditNotes) stores.credit_notes.create(dated(note));
	for (const transaction of transactions) stores.transactions.create(dated(transaction));
}

/** One more record; what a price has from its item is filled in. */
export function addSeed(stores: Stores, resource: ResourcePath, seed: RecordSeed): StoredRecord {
	const members = resource === 'item_prices' ? priceSeedMembers({ stores }, seed) : {};
	return stores[resource].create({ ...members, ...seed });
}
