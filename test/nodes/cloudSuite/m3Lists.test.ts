import {
	companyOf,
	customerOf,
	failureOf,
	itemOf,
	readCustomers,
	readItems,
	transactions,
	M3,
} from './m3Setup';
import { rowsOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const BY_CRS610 = { customerRead: 'crs610' };
const STUCK_ACTION =
	'Nothing of it was used. Run again, as records may have been deleted meanwhile. If it stays, set another "Max Records per Call"; for items check "First Item Number" and "Compare Number of Items", for customers try "By CRS610MI".';

describe('a list longer than one call', () => {
	it.each([100, 101, 150, 299, 300, 301])(
		'is read to its end by EXPORTMI with %i rows a call, whether the row of names counts or not',
		async (maxRecords) => {
			const bench = await startBench();
			const options = { maxRecords };
			for (const headerCounts of [false, true]) {
				bench.sandbox.m3.behaviour.headerCounts = headerCounts;
				const customers = await readCustomers(bench, { options });
				expect(customers).toHaveLength(300);
				expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
			}
		},
	);

	it.each([100, 119, 120, 121])(
		'is read to its end by a list with %i rows a call, counted or not',
		async (maxRecords) => {
			const bench = await startBench();
			for (const options of [{ maxRecords }, { maxRecords, ...BY_CRS610 }]) {
				const items = await readItems(bench, { options });
				expect(new Set(items.map(({ key }) => key)).size).toBe(120);
				expect(items.filter(({ price }) => price !== null)).toHaveLength(115);
			}
		},
	);

	it('needs no more calls than pages, and one to count', async () => {
		const bench = await startBench();
		await readCustomers(bench, { options: { maxRecords: 150 } });
		// each page but the first begins with the last row of the one before: 150, 149, 1
		expect(bench.newCalls()).toHaveLength(1 + 3);
	});

	it('is read on when M3 gives fewer rows than asked for, without a word', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.mostRows = 100;
		expect(await readCustomers(bench)).toHaveLength(300);
		expect(await readCustomers(bench, { options: BY_CRS610 })).toHaveLength(300);
		expect(await readItems(bench)).toHaveLength(120);
		bench.sandbox.m3.behaviour.counts = false;
		expect(await readCustomers(bench)).toHaveLength(300);
		expect(await readItems(bench)).toHaveLength(120);
	});

	it('is read on when a start key is where the rows begin behind', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.startKey = 'excluding';
		expect(await readItems(bench, { options: { maxRecords: 100 } })).toHaveLength(120);
		expect(await readItems(bench, { options: { maxRecords: 100, ...BY_CRS610 } })).toHaveLength(
			120,
		);
	});

	it('goes on behind a number with a quote, without putting it into a question', async () => {
		const bench = await startBench();
		const last =
			companyOf(bench)
				.customers.map(({ CUNO = '' }) => CUNO)
				.toSorted()[99] ?? '';
		customerOf(bench, last).CUNO = `${last}'`;
		bench.sandbox.m3.behaviour.counts = false;
		const customers = await readCustomers(bench, { options: { maxRecords: 100 } });
		expect(customers).toHaveLength(300);
		const questions = bench.newCalls().map(({ query }) => new URLSearchParams(query).get('QERY'));
		expect(questions.filter((question) => question?.includes("''"))).toEqual([]);
	});

	it('that is not in the order of keys is an error that says where, not a part of the records', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.order = 'entry';
		const failure = await failureOf(bench, { options: { maxRecords: 150 } });
		expect(failure).toEqual({
			message:
				'EXPORTMI/Select of table OCUSMA, company 130 does not go on behind C00100151: 150 of 300 rows were read',
			description: STUCK_ACTION,
		});
	});

	it('whose start key is passed over is an error, too', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.startKey = 'ignored';
		const options = { maxRecords: 100, ...BY_CRS610 };
		expect((await failureOf(bench, { options, resource: 'item' })).message).toBe(
			'MMS200MI/LstItmPrice of company 130 does not go on behind AX-2099: 100 of 120 rows were read',
		);
		expect((await failureOf(bench, { options })).message).toMatch(
			/^CRS610MI\/LstByNumber of company 130 does not go on behind C001\d+: 100 rows were read$/,
		);
	});

	it('of items that begins too late is an error, because items are counted', async () => {
		const bench = await startBench();
		const options = { firstItem: 'AX-2010' };
		expect((await failureOf(bench, { options, resource: 'item' })).message).toBe(
			'MMS200MI/LstItmPrice of company 130 does not go on behind AX-2119: 110 of 120 rows were read',
		);
		const unchecked = { ...options, compareCount: false };
		expect(await readItems(bench, { options: unchecked })).toHaveLength(110);
	});
});

describe('rows of EXPORTMI', () => {
	it('are asked for with another separator when a value holds the first one', async () => {
		const bench = await startBench();
		const plain = await readCustomers(bench);
		customerOf(bench, 'C00100003').CUNM = 'Pipes | Tubes ^ Ltd';
		bench.newCalls();
		const customers = await readCustomers(bench);
		expect(customers).toHaveLength(300);
		expect(customers.find(({ id }) => id === 'C00100003')?.name).toBe('Pipes | Tubes ^ Ltd');
		expect(
			customers.filter((one) => plain.every((other) => other.sourceHash !== one.sourceHash)),
		).toHaveLength(1);
		const separators = bench.newCalls().map(({ query }) => new URLSearchParams(query).get('SEPC'));
		expect(separators).toEqual(['|', '^', '~', null]);
	});

	it('with a separator in a value are an error that names the record, if one is set', async () => {
		const bench = await startBench();
		customerOf(bench, 'C00100003').CUNM = 'Pipes;Tubes';
		expect((await failureOf(bench, { options: { separator: ';' } })).message).toBe(
			'EXPORTMI/Select of table OCUSMA, company 130: the row of C00100003 has 26 values in place of 25, with each of the separators ;',
		);
	});

	it('that are cut are an error that names the record', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.replyLength = 200;
		const failure = await failureOf(bench);
		expect(failure.message).toMatch(
			/^EXPORTMI\/Select of table OCUSMA, company 130: the row of C001\d+ has \d+ values in place of 25, with each of the separators \| \^ ~ ¤$/,
		);
		expect(failure.description).toContain('"Columns Left Out"');
	});

	it('that are cut within the last value, or have one value lost for a separator gained, are noticed, too', async () => {
		const bench = await startBench();
		const [row = { CUNO: '' }] = companyOf(bench).customers;
		companyOf(bench).customers = [row];
		const [first] = await readCustomers(bench);
		const length = (await rowLength(bench)) - 1;
		bench.sandbox.m3.behaviour.replyLength = length;
		expect((await failureOf(bench)).message).toContain('the row of C00100001 has 25 values');
		// one sign more in the middle, one less at the end
		row.CUNM = `${first?.name ?? ''}|^~¤`;
		bench.sandbox.m3.behaviour.replyLength = length;
		expect((await failureOf(bench)).message).toContain('the row of C00100001');
	});

	it('are all read by an M3 that gives no row of names, too', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		bench.sandbox.m3.behaviour.givesHeader = false;
		expect(await readCustomers(bench)).toEqual(customers);
	});

	it('come without columns that are left out', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.missingColumns = ['OKCCUS', 'OKBLCD'];
		const failure = await failureOf(bench);
		expect(failure.message).toBe(
			'EXPORTMI/Select of company 130 was refused by M3: XRE0103 QERY Query is not valid: column OKBLCD not found in OCUSMA',
		);
		expect(failure.description).toContain('"Columns Left Out"');
		const customers = await readCustomers(bench, { options: { leftOut: 'OKCCUS, BLCD' } });
		expect(customers).toHaveLength(300);
		expect(customers.every(({ parentId }) => parentId === null)).toBe(true);
	});
});

describe('prices', () => {
	it('of items that are not in the list of prices are asked for', async () => {
		const bench = await startBench();
		const items = await readItems(bench);
		bench.sandbox.faults.add({
			path: /LstItmPrice/,
			effect: { kind: 'answer', status: 200, body: { results: [{ records: [] }] } },
		});
		expect(await readItems(bench)).toEqual(items);
	});

	it('of the item master are for one unit, exact; 0 without a date is none', async () => {
		const bench = await startBench();
		Object.assign(itemOf(bench, 'AX-2000'), { SAPR: '1.100000', SACD: '1000' });
		Object.assign(itemOf(bench, 'AX-2001'), { SAPR: '0', SPDT: '20250101' });
		Object.assign(itemOf(bench, 'AX-2002'), { SAPR: '0.000000', SPDT: '0' });
		const items = await readItems(bench, { filters: { ids: 'AX-2000,AX-2001,AX-2002' } });
		expect(items.map(({ price }) => price)).toEqual(['0.0011', '0', null]);
		const prices = rowsOf(await bench.run({ ...M3, resource: 'itemPrice' }));
		expect(prices).toHaveLength(114);
	});

	it('of price lists are several per item, by currency and first day; what is not given is looked up', async () => {
		const bench = await startBench();
		const lists = (priceList: object[]) => ({
			resource: 'itemPrice',
			options: { priceSource: 'priceLists', priceLists: { priceList }, timeZone: 'UTC' },
		});
		const all = rowsOf<{ id: string }>(await bench.run({ ...M3, ...lists([{ name: 'RETAIL' }]) }));
		expect(all).toHaveLength(120);
		expect(transactions(bench.newCalls())).toEqual([
			'OIS017MI/LstPriceList',
			...Array.from({ length: 3 }, () => 'OIS017MI/LstBasePrice'),
		]);
		expect(all[1]).toMatchObject({
			id: 'AX-2001/RETAIL/EUR/20250101',
			itemKey: 'm3:ACME_TST:130:AX-2001',
			price: '2',
			currency: 'EUR',
			priceList: 'RETAIL',
			effectiveFrom: '2025-01-01T00:00:00.000Z',
			effectiveTo: '2025-12-31T00:00:00.000Z',
		});
		const list = { name: 'RETAIL', currency: 'EUR', validFrom: '2026-01-01' };
		const some = rowsOf<{ id: string; price: string }>(
			await bench.run({ ...M3, ...lists([list]), filters: { ids: 'AX-2001' } }),
		);
		expect(some).toMatchObject([{ id: 'AX-2001/RETAIL/EUR/20260101', price: '2.08' }]);
		expect(transactions(bench.newCalls())).toEqual(['OIS017MI/LstBasePrice']);
		const wrong = lists([{ name: 'RETAIL', currency: 'CHF' }]);
		expect((await failureOf(bench, wrong)).message).toBe(
			'M3 company 130 has no price list RETAIL with this currency and first day',
		);
		const dated = { ...lists([list]), filters: { modifiedSince: '2026-01-01' } };
		expect((await failureOf(bench, dated)).message).toBe(
			'"Modified Since" is not possible for prices of M3’s price lists',
		);
		const noDate = lists([{ name: 'RETAIL', validFrom: 'January' }]);
		expect((await failureOf(bench, noDate)).message).toBe(
			'"Valid From" of price list RETAIL is not a date of M3: January',
		);
		expect(bench.sandbox.violations()).toEqual([]);
	});
});

/** How long EXPORTMI's row of the only customer is. */
async function rowLength(bench: Awaited<ReturnType<typeof startBench>>): Promise<number> {
	const [row] = await readCustomers(bench, { options: { includeRaw: true } });
	const values = Object.values((row?.raw?.customer ?? {}) as Record<string, string>);
	return values.join('|').length;
}
