import type { IDataObject } from 'n8n-workflow';
import type { Step } from './bench';

const PRICES_PER_ITEM = ['EUR', 'USD', 'JPY'];
const ITEMS_PER_FAMILY = 100;

/** Families, then items, then three prices of each item: first load, re-run, and a run with 1 % of the prices changed. */
export function catalogRuns(items: number): Array<{ name: string; steps: Step[] }> {
	const steps = (changedEvery: number): Step[] => [
		{ parameters: { resource: 'itemFamily' }, items: families(items) },
		{ parameters: { resource: 'item' }, items: catalogItems(items) },
		{ parameters: { resource: 'itemPrice' }, items: prices(items, changedEvery) },
	];
	return [
		{ name: 'first load', steps: steps(0) },
		{ name: 're-run', steps: steps(0) },
		{ name: '1 % changed', steps: steps(100) },
	];
}

const familyKey = (n: number) => `ln:ACME_TST:1300:group-G${Math.floor(n / ITEMS_PER_FAMILY)}`;

function families(items: number): IDataObject[] {
	const keys = Array.from({ length: items }, (_, n) => familyKey(n));
	return [...new Set(keys)].map((key, n) => ({ familyKey: key, name: `Group ${n}` }));
}

function catalogItems(items: number): IDataObject[] {
	return Array.from({ length: items }, (_, n) => ({
		key: `ln:ACME_TST:1300:A${n}`,
		familyKey: familyKey(n),
		// descriptions repeat in every ERP
		name: `Bolt ${n % 50}`,
		type: 'charge',
	}));
}

function prices(items: number, changedEvery: number): IDataObject[] {
	return Array.from({ length: items }, (_, n) =>
		PRICES_PER_ITEM.map((currency) => ({
			key: `ln:ACME_TST:1300:A${n}`,
			currency,
			name: `Bolt ${n % 50}`,
			currency_code: currency,
			price: String((n % 90) + 10 + (changedEvery > 0 && n % changedEvery === 0 ? 1 : 0)),
		})),
	).flat();
}
