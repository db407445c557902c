import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { searchList } from '../harness/listSearch';
import {
	FSM,
	failureOf,
	questions,
	readCustomers,
	readItems,
	recordOf,
	warningsOf,
} from './fsmSetup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('all records of a finance enterprise group', () => {
	it('are read, each once, in as few calls as the pages need, and nothing of another group', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench, { options: { pageSize: 100 } });
		expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
		expect(customers.every(({ key }) => key.startsWith('fsm:ACME_TST:ACME:CG1/'))).toBe(true);
		// a record to compare the mapping with, and three pages
		expect(bench.newCalls()).toHaveLength(4);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('end with a full page, too', async () => {
		const bench = await startBench();
		expect(await readItems(bench, { options: { pageSize: 120 } })).toHaveLength(120);
		expect(bench.newCalls()).toHaveLength(2);
		expect(await readItems(bench, { options: { pageSize: 119 } })).toHaveLength(120);
		expect(bench.newCalls()).toHaveLength(3);
	});

	it('come whole when FSM gives fewer per page than asked for', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.mostRows = 50;
		expect(await readItems(bench)).toHaveLength(120);
	});

	it('of several groups are read one after the other, with the class looked at once', async () => {
		const bench = await startBench();
		const items = await readItems(bench, { company: 'ACME, SERVICE' });
		expect(items).toHaveLength(130);
		expect(new Set(items.map(({ key }) => key)).size).toBe(130);
		expect(bench.newCalls()).toHaveLength(3);
	});

	it('never lack a field: null means that the source has none', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.blanks = 'omitted';
		// which fields the first record has is chance, when empty ones do not come
		const options = { missingFields: 'leaveEmpty' };
		for (const record of await readCustomers(bench, { options }))
			expect(Object.values(record)).not.toContain(undefined);
	});

	it('are the same whether empty fields come or not', async () => {
		const bench = await startBench();
		const all = await readItems(bench);
		bench.sandbox.fsm.behaviour.blanks = 'omitted';
		expect(await readItems(bench)).toEqual(all);
	});
});

describe('a limit', () => {
	it('asks for no more than itself', async () => {
		const bench = await startBench();
		expect(await readItems(bench, { returnAll: false, limit: 5 })).toHaveLength(5);
		expect(questions(bench.newCalls()).map(({ _limit: limit }) => limit)).toEqual(['1', '5']);
	});
});

describe('one record', () => {
	const get = { operation: 'get' };

	it.each(['CG1/C00100001', 'C00100001', ' C00100001 ', "D'ARC-63", 'CG1/P4017'])(
		'is found by %s',
		async (id) => {
			const bench = await startBench();
			const [customer, ...others] = await readCustomers(bench, { ...get, id });
			expect(others).toEqual([]);
			expect(customer?.id).toBe(`CG1/${id.trim().split('/').pop()}`);
		},
	);

	it('is found by a code with signs that mean something to FSM', async () => {
		const bench = await startBench();
		for (const code of ['A|B', 'A::B', '5" pipe', 'x + y & z=%', 'back\\slash', 'a/b']) {
			recordOf(bench, 'Item', 'AX-2000').fields.Item = code;
			const found = await readItems(bench, { ...get, id: code });
			expect(found.map(({ id }) => id)).toEqual([`IG1/${code}`]);
			recordOf(bench, 'Item', code).fields.Item = 'AX-2000';
		}
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('is the very one also when FSM can not be asked for it in words', async () => {
		const bench = await startBench();
		recordOf(bench, 'Item', 'AX-2000').fields.Item = '5" pipe';
		const options = { lplFilter: 'Item like "*"' };
		const result = await bench.run({ ...FSM, resource: 'item', ...get, id: '5" pipe', options });
		expect(result.outputs[0]?.map(({ json }) => json.id)).toEqual(['IG1/5" pipe']);
		// FSM gave what it was asked for: the group
		expect(warningsOf(result)).toEqual([]);
	});

	it('that is not there is an error, and so is a code several groups have', async () => {
		const bench = await startBench();
		expect((await failureOf(bench, { ...get, id: 'NOBODY' })).message).toBe(
			'Financials company ACME has no customer NOBODY',
		);
		recordOf(bench, 'Customer', 'C00100002').fields = {
			...recordOf(bench, 'Customer', 'C00100001').fields,
			CustomerGroup: 'CG9',
		};
		expect((await failureOf(bench, { ...get, id: 'C00100001' })).message).toBe(
			'Class Customer has C00100001 more than once: CG1/C00100001, CG9/C00100001',
		);
		const [customer] = await readCustomers(bench, { ...get, id: 'CG9/C00100001' });
		expect(customer?.id).toBe('CG9/C00100001');
	});
});

describe('the list of groups', () => {
	const search = async (bench: Awaited<ReturnType<typeof startBench>>, more: IDataObject = {}) =>
		(
			await searchList(
				{
					nodeType: new CloudSuite(),
					parameters: { product: 'fsm', resource: 'item', ...more },
					store: bench.store,
					credentialTypes: [new InforIonApi()],
				},
				'searchCompanies',
			)
		).map(({ value }) => value);

	it('is that of the class with the name of the field, else what is found in the records', async () => {
		const bench = await startBench();
		expect(await search(bench)).toEqual(['ACME', 'SERVICE']);
		expect(bench.newCalls().at(-1)?.path).toContain('classes/FinanceEnterpriseGroup/');
		delete bench.sandbox.fsm.classes.FinanceEnterpriseGroup;
		expect(await search(bench)).toEqual(['ACME', 'SERVICE']);
		expect(bench.newCalls().at(-1)?.path).toContain('classes/Item/');
	});

	it('is empty without a company field', async () => {
		const bench = await startBench();
		expect(await search(bench, { options: { companyField: '' } })).toEqual([]);
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('an API request', () => {
	it('goes behind the path of FSM', async () => {
		const bench = await startBench();
		const { outputs } = await bench.run({
			product: 'fsm',
			resource: 'apiRequest',
			operation: 'get',
			path: 'classes/Item/lists/_generic',
			query: {
				parameter: [
					{ name: '_limit', value: '1' },
					{ name: '_fields', value: 'Item' },
				],
			},
		});
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{ _count: 1 },
			{ _fields: { Item: 'AX-2000' } },
		]);
	});
});
