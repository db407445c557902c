import type { IDataObject } from 'n8n-workflow';
import { TELLINGS, asTold, goldenCustomers, goldenItems } from '../../golden';
import { idealCustomers, idealItems } from '../../golden/ideal';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('the golden file', () => {
	it('is the sample company', () => {
		expect(goldenCustomers()).toEqual(idealCustomers());
		expect(goldenItems()).toEqual(idealItems());
	});
});

describe.each(TELLINGS.map((telling) => [telling.name, telling] as const))(
	'%s',
	(_name, telling) => {
		const { product, company } = telling;

		it('tells the customers of the golden file, but for the differences that are explained', async () => {
			const bench = await startBench();
			const records = await bench.readAll({ product, company });
			expect(byKey(records)).toEqual(byKey(asTold(goldenCustomers(), telling, telling.customers)));
		});

		it('tells the items of the golden file, but for the differences that are explained', async () => {
			const bench = await startBench();
			const records = await bench.readAll({ product, company, resource: 'item' });
			expect(byKey(records)).toEqual(byKey(asTold(goldenItems(), telling, telling.items)));
		});

		it.each([
			['customers', telling.customers, goldenCustomers()],
			['items', telling.items, goldenItems()],
		] as const)(
			'of %s, every difference that is explained is one',
			(_what, differences, golden) => {
				for (const { field, tells } of differences) {
					const told = (golden as ReadonlyArray<Record<string, unknown>>).map((record, position) =>
						tells(record as never, position),
					);
					expect(told).not.toEqual(golden.map((record) => record[field as never]));
				}
			},
		);
	},
);

/** In order of keys, without what a record says of itself. */
function byKey(records: ReadonlyArray<{ key: string }>): IDataObject[] {
	return records
		.toSorted((a, b) => (a.key < b.key ? -1 : 1))
		.map((record) => {
			const { sourceHash: _hash, raw: _raw, ...rest } = record as unknown as IDataObject;
			return rest;
		});
}
