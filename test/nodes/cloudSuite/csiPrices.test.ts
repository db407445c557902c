import { CSI, asked, customerOf, itemOf, readItems, siteOf } from './csiSetup';
import { rowsOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('contacts and prices', () => {
	it('of a customer are the names it has, told by their number', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C100001'), {
			...{ Contact_1: null, Contact_2: 'Jo Doe', Contact_3: 'Bill Payer' },
			...{ Phone_1: '1', Phone_2: '2', Phone_3: null },
		});
		const contacts = rowsOf<{ key: string }>(
			await bench.run({ ...CSI, resource: 'contact', operation: 'get', id: 'C100001' }),
		);
		expect(contacts).toMatchObject([
			{ id: '2', lastName: 'Jo Doe', phone: '2', primary: true },
			{ id: '3', lastName: 'Bill Payer', phone: null, primary: false },
		]);
		expect(contacts[0]?.key).toBe('csi:ACME_TST:ACME_TST_DALS:C100001/2');
	});

	it('of an item are all its prices, by currency, first day and quantity', async () => {
		const bench = await startBench();
		const prices = rowsOf<{ id: string }>(
			await bench.run({ ...CSI, resource: 'itemPrice', operation: 'get', id: 'AX-2000' }),
		);
		const byId = prices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		expect(byId).toMatchObject([
			{ id: 'AX-2000/EUR/20200101', price: '4', effectiveFrom: '2020-01-01T05:00:00.000Z' },
			{ id: 'AX-2000/EUR/20210104', price: '5', fromQuantity: null, currency: 'EUR' },
			{ id: 'AX-2000/EUR/20210104/10', price: '4.5', fromQuantity: '10' },
			{ id: 'AX-2000/EUR/20990101', price: '6' },
		]);
		const plain = rowsOf(
			await bench.run({
				...CSI,
				resource: 'itemPrice',
				operation: 'get',
				id: 'AX-2000',
				options: { readBreaks: false },
			}),
		);
		expect(plain).toHaveLength(3);
	});

	it('that are in force make the price of an item, in the currency set, else the first by name, with a hint', async () => {
		const bench = await startBench();
		const row = itemOf(bench, 'AX-2001');
		siteOf(bench).itemPrices.push({
			Item: row.Item ?? '',
			CurrCode: 'CAD',
			EffectDate: '20240101 00:00:00.000',
			UnitPrice1: '61.50000000',
			RowPointer: '00000000-0000-0000-0000-000000000001',
			RecordDate: '20240101 00:00:00.000',
		});
		const get = { ...CSI, resource: 'item', operation: 'get', id: 'AX-2001' };
		const result = await bench.run(get);
		expect(rowsOf(result)).toMatchObject([{ price: '61.5', currency: 'CAD' }]);
		expect(result.hints.map(({ message }) => message)).toContain(
			'1 items have prices in several currencies, and got the one in the first currency by name (AX-2001)',
		);
		const euro = await bench.run({ ...get, options: { priceCurrency: 'EUR' } });
		expect(rowsOf(euro)).toMatchObject([{ price: '42.07', currency: 'EUR' }]);
		expect(euro.hints).toHaveLength(1);
		const dollar = await bench.run({ ...get, options: { priceCurrency: 'USD' } });
		expect(rowsOf(dollar)).toMatchObject([{ price: null, currency: null }]);
	});

	it('of many items on a page are read at once, those of a few by item', async () => {
		const bench = await startBench();
		const all = await readItems(bench);
		bench.newCalls();
		const filters = { modifiedSince: '2021-01-01' };
		const dated = await readItems(bench, { filters });
		expect(dated).toEqual(all.filter(({ modifiedAt }) => modifiedAt !== null));
		const loads = (calls: ReturnType<typeof bench.newCalls>) =>
			asked(calls).filter((what) => what === 'load/SLItemprices');
		expect(loads(bench.newCalls())).toHaveLength(3);
		for (const row of siteOf(bench).items) row.Item = `${row.Item ?? ''}-${'X'.repeat(20)}`;
		expect(await readItems(bench, { filters })).toHaveLength(dated.length);
		expect(loads(bench.newCalls())).toHaveLength(1);
	});

	it('are left alone where they are not to be read', async () => {
		const bench = await startBench();
		const items = await readItems(bench, { options: { readPrices: false } });
		expect(items).toHaveLength(120);
		expect(items.every(({ price }) => price === null)).toBe(true);
		expect(asked(bench.newCalls())).toEqual(['info/SLItems', 'load/SLItems']);
	});
});
