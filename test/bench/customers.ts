import type { IDataObject } from 'n8n-workflow';
import type { Step } from './bench';

/** First load, re-run, and a run with 1 % changed. */
export function customerRuns(count: number): Array<{ name: string; steps: Step[] }> {
	const step = (changedEvery: number): Step => ({
		parameters: { resource: 'customer' },
		items: customers(count, changedEvery),
	});
	return [
		{ name: 'first load', steps: [step(0)] },
		{ name: 're-run', steps: [step(0)] },
		{ name: '1 % changed', steps: [step(100)] },
	];
}

/** Every `changedEvery`-th has another name; 0 changes none. */
function customers(count: number, changedEvery: number): IDataObject[] {
	return Array.from({ length: count }, (_, n) => ({
		key: `ln:ACME_TST:1300:C${n}`,
		company: changedEvery > 0 && n % changedEvery === 0 ? `Renamed ${n}` : `Company ${n}`,
		email: `ap@company${n}.test`,
		billing_address_city: 'Oslo',
		billing_address_country: 'NO',
	}));
}
