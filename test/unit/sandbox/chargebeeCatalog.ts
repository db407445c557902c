import type { ChargebeeSandboxOptions } from '../../sandbox/chargebee';
import type { Bench } from './chargebeeClient';
import { startBench } from './chargebeeClient';

/** A family with a plan, an addon and a charge, each with a price of 9.99 EUR. */
export const CATALOG = {
	itemFamilies: [
		{ id: 'f', name: 'Family' },
		{ id: 'empty', name: 'Empty' },
	],
	items: (['plan', 'addon', 'charge'] as const).map((type) => ({
		id: type,
		name: `A ${type}`,
		type,
		item_family_id: 'f',
		status: 'active',
	})),
	itemPrices: (['plan', 'addon', 'charge'] as const).map((type) => ({
		id: `${type}-eur`,
		name: `A ${type} in EUR`,
		item_id: type,
		currency_code: 'EUR',
		pricing_model: 'flat_fee',
		price: 999,
		status: 'active',
		...(type === 'charge' ? {} : { period: 1, period_unit: 'month' }),
	})),
} satisfies ChargebeeSandboxOptions;

export const FORMS = {
	item_families: { id: 'new', name: 'New' },
	items: { id: 'new', name: 'New', type: 'charge', item_family_id: 'f' },
	item_prices: { id: 'new', name: 'New', item_id: 'charge', currency_code: 'USD', price: '100' },
} satisfies Record<string, Record<string, string>>;

export type CatalogPath = keyof typeof FORMS;
export const PATHS = Object.keys(FORMS) as CatalogPath[];

export const startCatalog = (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> =>
	startBench({ ...CATALOG, ...options });

/** `item_prices` -> `item_price` */
export const objectOf = (path: CatalogPath) =>
	({ item_families: 'item_family', items: 'item', item_prices: 'item_price' })[path];

/** Ids of a list: `idsOf(bench, 'items?status[is]=active')`. */
export async function idsOf({ get }: Bench, path: string): Promise<unknown[]> {
	const { json } = await get(path);
	return (json.list ?? []).flatMap((entry) => Object.values(entry).map(({ id }) => id));
}
