import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { searchList } from '../harness/listSearch';
import {
	CSI,
	asked,
	customerOf,
	failureOf,
	parameterOf,
	readCustomers,
	readItems,
} from './csiSetup';
import { rowsOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('all records of a configuration', () => {
	it('are read in one call for 300 customers and two for 120 items, and one each to compare properties', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
		expect(customers.some(({ name }) => /^Service customer|^Warehouse/.test(name))).toBe(false);
		expect(asked(bench.newCalls())).toEqual(['info/SLCustomers', 'load/SLCustomers']);
		const items = await readItems(bench);
		expect(new Set(items.map(({ key }) => key)).size).toBe(120);
		expect(asked(bench.newCalls()).toSorted()).toEqual([
			'info/SLItemprices',
			'info/SLItems',
			'load/SLItemprices',
			'load/SLItems',
		]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('are asked for with their properties, a number of rows and read-only, in the order of keys', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		const load = bench.newCalls().find(({ path }) => path.includes('/load/'));
		const parameters = Object.fromEntries(new URLSearchParams(load?.query));
		expect(parameters).toMatchObject({
			filter: 'CustSeq = 0',
			orderby: 'CustNum',
			recordcap: '1000',
			readonly: 'true',
		});
		expect(parameters.properties?.split(',')).toEqual(
			expect.arrayContaining(['CustNum', 'CustSeq', 'Name', 'AdrRecordDate']),
		);
		// a plus would be a blank to one server and a plus to the next
		expect(load?.query).toContain('filter=CustSeq%20%3D%200&');
	});

	it('of several configurations are read one after the other, each once', async () => {
		const bench = await startBench();
		const company = 'ACME_TST_DALS, ACME_TST_EMEA, ACME_TST_DALS';
		const customers = await readCustomers(bench, { company });
		expect(customers).toHaveLength(324);
		expect(
			customers.filter(({ key }) => key.startsWith('csi:ACME_TST:ACME_TST_EMEA:')),
		).toHaveLength(24);
		const asking = bench.newCalls().filter(({ path }) => !path.endsWith('/configurations'));
		expect(new Set(asking.map(({ notes }) => notes.company))).toEqual(
			new Set(['ACME_TST_DALS', 'ACME_TST_EMEA']),
		);
	});

	it('have values without padding and control characters; dates with hyphens and texts for numbers are read, too', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C100001'), {
			Name: 'Acme\u0000 Ltd   ',
			Addr_2: 'Hall 4',
			Addr_3: 'Dock 7',
			Addr_4: 'Gate 1',
			RecordDate: '20250109 16:45:30.517',
			AdrRecordDate: null,
			CreditLimit: '150000.50000000',
		});
		for (const dates of ['internal', 'hyphens'] as const) {
			bench.sandbox.csi.behaviour.dates = dates;
			const [customer] = await readCustomers(bench, { operation: 'get', id: 'C100001' });
			expect(customer).toMatchObject({
				name: 'Acme  Ltd',
				modifiedAt: '2025-01-09T21:45:30.517Z',
				creditLimit: 150000.5,
				billingAddress: { line2: 'Hall 4', line3: 'Dock 7, Gate 1' },
			});
		}
	});

	it('have the country of their country’s name, by the user’s own table first, else the name', async () => {
		const bench = await startBench();
		const names = ['Deutschland', 'USA', 'united kingdom', 'Elbonia', 'Freedonia'];
		const numbers = ['C100001', 'C100002', 'C100003', 'C100004', 'C100005'];
		for (const [at, number] of numbers.entries())
			customerOf(bench, number).Country = names[at] ?? null;
		const code = [{ kind: 'country', from: 'Freedonia', to: 'FR' }];
		const customers = await readCustomers(bench, {
			filters: { ids: numbers.join(',') },
			options: { codeMappings: { code } },
		});
		const countries = customers.map(({ billingAddress }) => billingAddress?.country);
		expect(countries).toEqual(['DE', 'US', 'GB', 'Elbonia', 'FR']);
	});

	it('carry the rows they were made from on request', async () => {
		const bench = await startBench();
		const options = { includeRaw: true };
		const [customer] = await readCustomers(bench, { operation: 'get', id: '4017', options });
		expect(customer?.raw?.customer).toMatchObject({ CustNum: '   4017', CustSeq: '0' });
		expect(customer?.raw?.customer).not.toHaveProperty('_ItemId');
		const [item] = await readItems(bench, { operation: 'get', id: 'AX-2000', options });
		expect(item?.raw).toMatchObject({
			item: { Item: 'AX-2000' },
			price: { UnitPrice1: '5.00000000' },
		});
	});
});

describe('one record', () => {
	it('is the same as in the list, whether its number has a quote or blanks in CSI, typed with them or without', async () => {
		const bench = await startBench();
		const all = await readCustomers(bench);
		for (const id of ['C100001', "D'ARC63", '4017', '   4017', ' 4017 ']) {
			const found = await readCustomers(bench, { operation: 'get', id });
			expect(found).toEqual(all.filter((one) => one.id === id.trim()));
			expect(found).toHaveLength(1);
		}
		const items = await readItems(bench);
		expect(await readItems(bench, { operation: 'get', id: 'AX-2003' })).toEqual([items[3]]);
	});

	it('is found by a number of another length, which CSI tells, or the options where it does not', async () => {
		const bench = await startBench();
		customerOf(bench, 'C100001').CustNum = '        1';
		const get = { operation: 'get', id: '1' };
		expect((await failureOf(bench, get)).message).toBe(
			'CSI company ACME_TST_DALS has no customer 1',
		);
		bench.sandbox.csi.behaviour.describes = false;
		const [customer] = await readCustomers(bench, { ...get, options: { numberLength: 9 } });
		expect(customer?.id).toBe('1');
	});

	it('that is not there is an error of its own; a ship-to address is no customer', async () => {
		const bench = await startBench();
		expect((await failureOf(bench, { operation: 'get', id: 'NOBODY' })).message).toBe(
			'CSI company ACME_TST_DALS has no customer NOBODY',
		);
		expect(
			(await failureOf(bench, { operation: 'get', id: 'NOTHING', resource: 'item' })).message,
		).toBe('CSI company ACME_TST_DALS has no item NOTHING');
		customerOf(bench, 'C100002').CustSeq = '2';
		expect((await failureOf(bench, { operation: 'get', id: 'C100002' })).message).toBe(
			'CSI company ACME_TST_DALS has no customer C100002',
		);
	});

	it('that is there with blanks and without is ambiguous', async () => {
		const bench = await startBench();
		customerOf(bench, 'C100001').CustNum = '4017';
		expect((await failureOf(bench, { operation: 'get', id: '4017' })).message).toBe(
			'CSI company ACME_TST_DALS has customer 4017 2 times, in codes that differ in blanks only',
		);
	});
});

describe('configurations', () => {
	it('are listed without one being named', async () => {
		const bench = await startBench();
		const results = await searchList(
			{
				nodeType: new CloudSuite(),
				parameters: { ...CSI, company: '' },
				store: bench.store,
				credentialTypes: [new InforIonApi()],
			},
			'searchCompanies',
		);
		expect(results).toEqual([
			{ name: 'ACME_TST_DALS', value: 'ACME_TST_DALS' },
			{ name: 'ACME_TST_EMEA', value: 'ACME_TST_EMEA' },
		]);
		expect(bench.newCalls().map(({ path }) => path.split('/').at(-1))).toEqual(['configurations']);
	});
});

describe('an API request', () => {
	it('goes to the IDO request service in the configuration named', async () => {
		const bench = await startBench();
		const query = {
			parameter: [
				{ name: 'properties', value: 'CustNum,Name' },
				{ name: 'filter', value: "CustNum LIKE N'C1%'" },
				{ name: 'recordcap', value: '2' },
			],
		};
		const path = 'load/SLCustomers';
		const [answer] = rowsOf<{ Items: unknown[]; MoreRowsExist: boolean }>(
			await bench.run({ ...CSI, resource: 'apiRequest', operation: 'get', path, query }),
		);
		expect(answer?.Items).toHaveLength(2);
		expect(answer?.MoreRowsExist).toBe(true);
		expect(bench.sandbox.violations()).toEqual([]);
		expect(parameterOf(bench.newCalls(), 'filter')).toEqual(["CustNum LIKE N'C1%'"]);
	});
});
