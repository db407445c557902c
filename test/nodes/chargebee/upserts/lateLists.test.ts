import type { IDataObject } from 'n8n-workflow';
import type { Resource } from './support';
import { finish, start, upsert } from './support';

afterEach(finish);

const KEY = 'ln:ACME_TST:1300:X1';
const world = {
	customers: [{ id: 'cust' }],
	itemFamilies: [{ id: 'fam', name: 'Family' }],
	items: [{ id: 'item', name: 'Item', type: 'charge', item_family_id: 'fam' }],
	// what is there from the start is listed; what the runs write is not, for an hour
	behaviour: { listIndexDelayMs: 3_600_000 },
};

const CASES: Array<[Resource, string, IDataObject, IDataObject, IDataObject]> = [
	['customer', 'customers', { key: KEY, company: 'A' }, { company: 'B' }, {}],
	[
		'contact',
		'customers',
		{ key: KEY, email: 'a@x.test', label: 'A' },
		{ label: 'B' },
		{ parentBy: 'id', parentId: 'cust' },
	],
	['itemFamily', 'item_families', { familyKey: KEY, name: 'A' }, { name: 'B' }, {}],
	[
		'item',
		'items',
		{ key: KEY, name: 'A', type: 'charge' },
		{ name: 'B' },
		{ parentBy: 'id', parentId: 'fam' },
	],
	[
		'itemPrice',
		'item_prices',
		{ priceKey: KEY, name: 'A', currency_code: 'EUR', price: '1' },
		{ price: '2' },
		{ parentBy: 'id', parentId: 'item' },
	],
];

// whether lists show at once what was written is not documented; retrieving a record does
describe.each(CASES)('a %s that lists do not show yet', (resource, path, item, change, parent) => {
	it('is met by its id: neither made twice nor taken for another', async () => {
		const bench = await start(world);
		const before = bench.sandbox.records(path as never).length;
		expect(await upsert(bench, resource, [item], parent)).toMatchObject([{ outcome: 'created' }]);
		expect(await upsert(bench, resource, [item], parent)).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await upsert(bench, resource, [{ ...item, ...change }], parent)).toMatchObject([
			{ outcome: 'updated' },
		]);
		const made = bench.sandbox.records(path as never).length - before;
		expect(made).toBe(resource === 'contact' ? 0 : 1);
	});
});
