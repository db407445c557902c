import { searchList } from '../harness/listSearch';
import {
	M3,
	companyOf,
	customerOf,
	failureOf,
	itemOf,
	readCustomers,
	readItems,
	transactions,
} from './m3Setup';
import { rowsOf } from './records';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const BY_CRS610 = { customerRead: 'crs610' };

describe('all records of a company', () => {
	it('are read in two calls for 300 customers and four for 120 items, each once, none of another company', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
		expect(customers.some(({ name }) => name.startsWith('Service customer'))).toBe(false);
		// the rows, and how many there are
		expect(transactions(bench.newCalls())).toEqual(['EXPORTMI/Select', 'EXPORTMI/Select']);
		const items = await readItems(bench);
		expect(new Set(items.map(({ key }) => key)).size).toBe(120);
		expect(transactions(bench.newCalls())).toEqual([
			'MMS200MI/LstItmPrice',
			'EXPORTMI/Select',
			'MMS200MI/LstItmByItm',
			'EXPORTMI/Select',
		]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('are the same whether options stand in the query or on the path', async () => {
		const bench = await startBench();
		const [customers, items] = [await readCustomers(bench), await readItems(bench)];
		bench.sandbox.m3.behaviour.optionStyles = ['matrix'];
		const options = { optionStyle: 'matrix', division: 'AAA', language: 'GB' };
		bench.newCalls();
		expect(await readCustomers(bench, { options })).toEqual(customers);
		expect(await readItems(bench, { options })).toEqual(items);
		const paths = bench.newCalls().map(({ path }) => path);
		expect(paths).not.toEqual([]);
		for (const path of paths) expect(path).toMatch(/;.*cono=130;divi=AAA;lanc=GB;maxrecs=1000;/);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('are the same by CRS610MI, which also tells the language, in as many calls as the bulk size needs', async () => {
		const bench = await startBench();
		const options = { languageColumn: 'LHCD' };
		const customers = await readCustomers(bench, { options });
		expect(customers[0]?.language).toBe('DE');
		bench.newCalls();
		const listed = await readCustomers(bench, { options: BY_CRS610 });
		expect(listed).toEqual(customers);
		// the list and what is behind its end, and 900 transactions, 50 a call
		expect(bench.newCalls()).toHaveLength(2 + 18);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('of several companies are read one after the other, each once', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench, { company: '130, 140, 130' });
		expect(customers).toHaveLength(324);
		expect(customers.filter(({ key }) => key.startsWith('m3:ACME_TST:140:'))).toHaveLength(24);
	});

	it('have values without padding, control characters or lost zeros', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C00100001'), {
			CUNO: '0000012345',
			CUNM: 'Acme\u0000 Ltd   ',
			LMDT: '0',
			CUA2: 'Hall 4',
			CUA3: 'Dock 7',
			CUA4: '20095 Hamburg',
			TOWN: '',
		});
		for (const options of [{}, BY_CRS610]) {
			const [customer] = await readCustomers(bench, {
				operation: 'get',
				id: ' 0000012345 ',
				options,
			});
			expect(customer).toMatchObject({
				id: '0000012345',
				name: 'Acme  Ltd',
				modifiedAt: null,
				billingAddress: { line2: 'Hall 4', line3: 'Dock 7, 20095 Hamburg', city: null },
			});
		}
	});
});

describe('one record', () => {
	it.each([{}, BY_CRS610])(
		'is the same as in the list (%j), and a number with a quote is found',
		async (options) => {
			const bench = await startBench();
			const all = await readCustomers(bench, { options });
			for (const id of ['C00100001', "D'ARC-63"]) {
				const found = await readCustomers(bench, { operation: 'get', id, options });
				expect(found).toEqual(all.filter((one) => one.id === id));
			}
			const items = await readItems(bench);
			expect(await readItems(bench, { operation: 'get', id: 'AX-2003' })).toEqual([items[3]]);
		},
	);

	it.each([{}, BY_CRS610])('that is not there is an error of its own (%j)', async (options) => {
		const bench = await startBench();
		const get = { operation: 'get', id: 'NOBODY', options };
		expect((await failureOf(bench, get)).message).toBe('M3 company 130 has no customer NOBODY');
		expect((await failureOf(bench, { ...get, resource: 'item' })).message).toBe(
			'M3 company 130 has no item NOBODY',
		);
	});
});

describe('a list', () => {
	it.each([{}, BY_CRS610])('with IDs asks for those only, in one call (%j)', async (options) => {
		const bench = await startBench();
		const filters = { ids: "C00100001, D'ARC-63, NOBODY" };
		const customers = await readCustomers(bench, { filters, options });
		expect(customers.map(({ id }) => id)).toEqual(['C00100001', "D'ARC-63"]);
		expect(bench.newCalls()).toHaveLength(1);
		const items = await readItems(bench, { filters: { ids: 'AX-2000,AX-2001,NOTHING' } });
		expect(items.map(({ id }) => id)).toEqual(['AX-2000', 'AX-2001']);
		expect(bench.newCalls()).toHaveLength(1);
	});

	it('with a limit asks for no more than that, and the row of names', async () => {
		const bench = await startBench();
		const few = { returnAll: false, limit: 5 };
		bench.sandbox.m3.behaviour.headerCounts = true;
		expect(await readCustomers(bench, few)).toHaveLength(5);
		expect(await readItems(bench, few)).toHaveLength(5);
		expect(await readCustomers(bench, { ...few, options: BY_CRS610 })).toHaveLength(5);
		const most = bench.newCalls().map(({ query }) => new URLSearchParams(query).get('maxrecs'));
		expect(most).toEqual(['6', '5', '1000', '6', '1000']);
	});

	it('with a status has those with it; customer stops are doubtful, and other values can be told', async () => {
		const bench = await startBench();
		const ids = async (status: string[], options = {}) =>
			(await readCustomers(bench, { filters: { status }, options })).map(({ id }) => id);
		expect(await ids(['prospect'])).toHaveLength(6);
		expect(await ids(['doubtful'])).toHaveLength(2);
		expect(await ids(['active'])).toHaveLength(293);
		Object.assign(customerOf(bench, 'C00100001'), { STAT: '40' });
		const status = [{ resource: 'customer', from: '40', to: 'inactive' }];
		expect(await ids(['inactive'], { statusValues: { status } })).toContain('C00100001');
		Object.assign(itemOf(bench, 'AX-2000'), { STAT: '05' });
		Object.assign(itemOf(bench, 'AX-2001'), { STAT: '80' });
		const items = await readItems(bench);
		expect(items.slice(0, 3).map((item) => item.status)).toEqual([
			'prospect',
			'inactive',
			'active',
		]);
	});

	it('with a date takes the whole day of it in the time zone set', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C00100001'), { LMDT: '20260105' });
		Object.assign(itemOf(bench, 'AX-2000'), { LMDT: '20260105' });
		const options = { timeZone: 'Europe/Stockholm' };
		// 23:30 UTC is the next day in Stockholm
		for (const [modifiedSince, expected] of [
			['2026-01-05T22:30:00Z', 1],
			['2026-01-05T23:30:00Z', 0],
		] as const) {
			const parameters = { filters: { modifiedSince }, options };
			expect(await readCustomers(bench, parameters)).toHaveLength(expected);
			expect(await readItems(bench, parameters)).toHaveLength(expected);
			expect(
				await readCustomers(bench, { ...parameters, options: { ...options, ...BY_CRS610 } }),
			).toHaveLength(expected);
		}
		const [customer] = await readCustomers(bench, { operation: 'get', id: 'C00100001', options });
		expect(customer?.modifiedAt).toBe('2026-01-04T23:00:00.000Z');
	});
});

describe('a count', () => {
	it('is M3’s own, in one call, and is counted by reading where M3 does not', async () => {
		const bench = await startBench();
		const count = async (resource: string, parameters = {}) =>
			rowsOf<{ count: number }>(
				await bench.run({ ...M3, resource, operation: 'count', ...parameters }),
			)[0]?.count;
		expect(await count('customer')).toBe(300);
		expect(await count('item')).toBe(120);
		expect(bench.newCalls()).toHaveLength(2);
		expect(await count('customer', { filters: { status: ['prospect'] } })).toBe(6);
		expect(await count('item', { filters: { groups: 'BOLTS' } })).toBe(24);
		bench.sandbox.m3.behaviour.counts = false;
		expect(await count('customer')).toBe(300);
		expect(await count('item')).toBe(120);
		expect(await count('customer', { options: BY_CRS610 })).toBe(300);
	});
});

describe('companies', () => {
	it('are listed by number and name', async () => {
		const bench = await startBench();
		const results = await searchList(
			{
				nodeType: new CloudSuite(),
				parameters: { ...M3, company: '' },
				store: bench.store,
				credentialTypes: [new InforIonApi()],
			},
			'searchCompanies',
		);
		expect(results).toEqual([
			{ name: '130 Acme Software Distribution', value: '130' },
			{ name: '140 Acme Service', value: '140' },
		]);
		expect(companyOf(bench).name).toBe('Acme Software Distribution');
	});
});
