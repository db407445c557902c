import type { IDataObject } from 'n8n-workflow';
import { withItemHash } from '../../../nodes/shared/source/sourceItem';
import { checkRequestAgainstSdk } from '../../contract/sdkSchemas';
import type { Bench } from './setup';
import { outcomes, startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** An item as the Infor CloudSuite node gives it. */
function sourceItem(id: string, fields: IDataObject = {}): IDataObject {
	const facts = { product: 'ln', tenant: 'ACME_TST', company: '1300', id };
	return withItemHash(
		{
			...facts,
			key: `ln:ACME_TST:1300:${id}`,
			name: 'Steel bolt M8',
			description: null,
			status: 'active',
			type: null,
			group: 'BOLTS',
			unit: 'pcs',
			currency: 'EUR',
			price: '12.50',
			priceUnit: 'pcs',
			effectiveFrom: null,
			effectiveTo: null,
			taxCode: null,
			accountingCode: '4000',
			createdAt: null,
			modifiedAt: null,
			...fields,
		},
		null,
	) as unknown as IDataObject;
}

/** Families, items and prices of these items, one node after the other, each with its own default expressions. */
async function syncCatalog(bench: Bench, items: IDataObject[], parameters: IDataObject = {}) {
	const run = async (resource: string, more: IDataObject = {}) => {
		const result = await bench.run(
			{ resource, operation: 'upsert', ...more, ...parameters },
			items,
		);
		if (result.error) throw result.error;
		return result.outputs.map((output) =>
			output.map(({ json }) => (json.details ?? json) as IDataObject),
		);
	};
	return {
		families: (await run('itemFamily')).flat(),
		items: (await run('item')).flat(),
		prices: (await run('itemPrice')).flat(),
	};
}

describe('a CloudSuite item', () => {
	it('becomes an item family, an item and an item price with nothing set but the resource', async () => {
		const bench = await startBench();
		const { families, items, prices } = await syncCatalog(bench, [sourceItem('A100')]);
		expect([families, items, prices].map((rows) => outcomes(rows as never))).toEqual([
			['created'],
			['created'],
			['created'],
		]);
		expect(bench.sandbox.record('item_families', 'ln-1300-group-BOLTS')).toMatchObject({
			name: 'BOLTS',
		});
		expect(bench.sandbox.record('items', 'ln-1300-A100')).toMatchObject({
			name: 'A100 - Steel bolt M8',
			external_name: 'Steel bolt M8',
			type: 'charge',
			item_family_id: 'ln-1300-group-BOLTS',
			unit: 'pcs',
			metadata: { cloudsuite: 'ln:ACME_TST:1300:A100' },
		});
		expect(bench.sandbox.record('item_prices', 'ln-1300-A100-EUR')).toMatchObject({
			name: 'A100-EUR - Steel bolt M8',
			item_id: 'ln-1300-A100',
			currency_code: 'EUR',
			pricing_model: 'per_unit',
			price: 1250,
			accounting_detail: { sku: 'A100', accounting_code: '4000' },
			metadata: { cloudsuite: 'ln:ACME_TST:1300:A100-EUR' },
		});
		expect(bench.newCalls().flatMap(checkRequestAgainstSdk)).toEqual([]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('is left alone by a second run', async () => {
		const bench = await startBench();
		await syncCatalog(bench, [sourceItem('A100')]);
		bench.newCalls();
		const { families, items, prices } = await syncCatalog(bench, [sourceItem('A100')]);
		expect([families, items, prices].map((rows) => outcomes(rows as never))).toEqual([
			['unchanged'],
			['unchanged'],
			['unchanged'],
		]);
		expect(bench.newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});
});
