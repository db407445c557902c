import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { CloudSuiteTrigger } from '../../../nodes/CloudSuite/CloudSuiteTrigger.node';
import { searchList } from '../harness/listSearch';
import { rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const BP = 'tcapi.comBusinessPartner';
const LN = { product: 'ln', company: '1300', resource: 'customer' };
const FSM = { product: 'fsm', company: '1', resource: 'customer' };
const values = (choices: ReadonlyArray<{ value: unknown }>) => choices.map(({ value }) => value);

async function search(
	bench: Bench,
	method: string,
	parameters: IDataObject,
	typed?: string,
	nodeType = new CloudSuite() as CloudSuite | CloudSuiteTrigger,
): Promise<unknown[]> {
	const setup = {
		nodeType,
		parameters,
		store: bench.store,
		credentialTypes: [new InforIonApi()],
	};
	return values(await searchList(setup, method, typed));
}

describe('the list of entity sets', () => {
	it('has those of the services that are there, and passes over those that are not', async () => {
		const bench = await startBench({ behaviour: { inactiveServices: ['tcapi.comContact'] } });
		const sets = await search(bench, 'searchEntitySets', LN);
		expect(sets).toContain(`${BP}/BusinessPartners`);
		expect(sets).toContain('tdapi.isaItemSales/ItemsSales');
		expect(sets.join()).not.toContain('tcapi.comContact');
		expect(sets).toEqual([...sets].sort());
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('has only what contains the text typed', async () => {
		const bench = await startBench();
		expect(await search(bench, 'searchEntitySets', LN, ' taxnumbers ')).toEqual([
			`${BP}/TaxNumbersByBusinessPartner`,
		]);
	});

	it('looks into a service whose name is typed, and into those the options name', async () => {
		const movedSets = { [`${BP}/BusinessPartners`]: 'tx.acme/Customers' };
		const bench = await startBench({ behaviour: { movedSets } });
		expect(await search(bench, 'searchEntitySets', LN)).not.toContain('tx.acme/Customers');
		for (const typed of ['tx.acme', 'tx.acme/', 'tx.acme/Cust'])
			expect(await search(bench, 'searchEntitySets', LN, typed)).toEqual(['tx.acme/Customers']);
		const options = {
			entitySets: { set: [{ of: `${BP}/Addresses`, place: 'tx.acme/Addresses' }] },
		};
		expect(await search(bench, 'searchEntitySets', { ...LN, options })).toContain(
			'tx.acme/Customers',
		);
		expect(await search(bench, 'searchEntitySets', LN, 'tx.nobody')).toEqual([]);
	});

	it('asks for metadata once, however much is typed', async () => {
		const bench = await startBench();
		await search(bench, 'searchEntitySets', LN);
		bench.newCalls();
		await search(bench, 'searchEntitySets', LN, 'Items');
		// the further services this tenant has not
		expect(bench.newCalls().map(({ status }) => status)).toEqual([404, 404, 404]);
	});

	it('is an error when LN can not be reached', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			path: /LN\/lnapi/,
			effect: { kind: 'answer', status: 500, body: {} },
			times: 1_000,
		});
		await expect(search(bench, 'searchEntitySets', LN)).rejects.toThrow(
			`The metadata of ${BP} could not be read: HTTP 500`,
		);
	});
});

describe('the list of columns with a date of change', () => {
	const addedColumns = { [`${BP}/BusinessPartners`]: 'ChangedOn:date Floor:int16' };

	it.each([
		['node', () => new CloudSuite()],
		['trigger', () => new CloudSuiteTrigger()],
	] as const)(
		'of customers in the %s has what the tenant added, and none by default',
		async (_n, make) => {
			const plain = await startBench();
			expect(await search(plain, 'searchDateColumns', LN, '', make())).toEqual(['comparingAll']);
			const bench = await startBench({ behaviour: { addedColumns } });
			expect(await search(bench, 'searchDateColumns', LN, '', make())).toEqual([
				'comparingAll',
				'ChangedOn',
			]);
		},
	);

	it('of items has LN’s own', async () => {
		const bench = await startBench();
		const columns = await search(bench, 'searchDateColumns', { ...LN, resource: 'item' });
		expect(columns).toEqual([
			'CreationDate',
			'IndicativeItemValueModificationDate',
			'LastModificationDate',
		]);
	});

	it('is of the set the options name', async () => {
		const movedSets = { [`${BP}/BusinessPartners`]: 'tx.acme/Customers' };
		const bench = await startBench({ behaviour: { addedColumns, movedSets } });
		const set = [{ of: `${BP}/BusinessPartners`, place: 'tx.acme/Customers' }];
		const parameters = { ...LN, options: { entitySets: { set } } };
		expect(await search(bench, 'searchDateColumns', parameters)).toContain('ChangedOn');
	});
});

describe('the path of an API request', () => {
	const request = { resource: 'apiRequest', operation: 'get' };

	it('can be picked: what LN has, classes of FSM, nothing of M3', async () => {
		const bench = await startBench();
		expect(await search(bench, 'searchPaths', { ...LN, ...request })).toContain(
			`${BP}/PaymentTerms`,
		);
		expect(await search(bench, 'searchPaths', { ...FSM, ...request }, 'customer')).toContain(
			'classes/Customer/lists/_generic',
		);
		expect(
			await search(bench, 'searchPaths', { ...request, product: 'm3', company: '130' }),
		).toEqual([]);
	});

	it.each([
		['picked', { __rl: true, mode: 'list', value: `${BP}/Currencies` }],
		['typed', { __rl: true, mode: 'name', value: `${BP}/Currencies` }],
		['the plain text of an older workflow', `${BP}/Currencies`],
	])('is taken when it is %s', async (_how, path) => {
		const bench = await startBench();
		const [answer] = rowsOf<{ value: unknown[] }>(await bench.run({ ...request, path }));
		expect(answer?.value.length).toBe(bench.sandbox.data.currencies.length);
	});
});

describe('the business class of FSM', () => {
	it('can be picked from the classes of the tenant', async () => {
		const bench = await startBench();
		const classes = await search(bench, 'searchClasses', FSM);
		expect(classes).toContain('Customer');
		expect(await search(bench, 'searchClasses', LN)).toEqual([]);
	});

	it.each([
		['picked', { __rl: true, mode: 'list', value: 'Customer' }],
		['typed', { __rl: true, mode: 'name', value: 'Customer' }],
		['the plain text of an older workflow', 'Customer'],
	])('is taken when it is %s', async (_how, customerClass) => {
		const bench = await startBench();
		const { company } = FSM;
		const expected = rowsOf(await bench.run({ product: 'fsm', company }));
		const options = { customerClass };
		expect(rowsOf(await bench.run({ product: 'fsm', company, options }))).toEqual(expected);
		const wrong = await bench.run({
			product: 'fsm',
			company,
			options: { customerClass: { __rl: true, mode: 'list', value: 'Nothing' } },
		});
		expect(wrong.error?.message).toContain('Nothing');
	});
});
