import type { ResourcePath } from '../site';
import { creditNotes } from './creditNotes';
import { customers } from './customers';
import { invoices } from './invoices';
import { itemFamilies } from './itemFamilies';
import { itemPrices } from './itemPrices';
import { items } from './items';
import type { Resource } from './resource';
import { transactions } from './transactions';

const RESOURCES: Readonly<Record<ResourcePath, Resource>> = {
	customers,
	item_families: itemFamilies,
	items,
	item_prices: itemPrices,
	invoices,
	credit_notes: creditNotes,
	transactions,
};

/** The resource of a path that comes from outside. */
export function resourceAt(path: string): Resource | undefined {
	return Object.hasOwn(RESOURCES, path) ? RESOURCES[path as ResourcePath] : undefined;
}
