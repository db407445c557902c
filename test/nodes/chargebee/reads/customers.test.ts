import type { IDataObject } from 'n8n-workflow';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import type { Bench, StartOptions } from '../setup';
import { customer, startBench, stopBenches } from '../setup';

afterEach(stopBenches);

const KEY = 'ln:ACME_TST:1300:C000001';
const OWN_ID = 'ln-1300-C000001';
const FIELD = { api_name: 'cf_cloudsuite_id', entity_type: 'customer' };
const SEARCHABLE = {
	customFields: [FIELD],
	searchableCustomFields: ['cf_cloudsuite_id'],
} satisfies StartOptions['behaviour'];

const strangers = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ id: `Stranger${n}`, company: `Stranger ${n}` }));

const get = async (bench: Bench, parameters: IDataObject, items?: IDataObject[]) => {
	bench.newCalls();
	const { outputs } = await bench.run({ operation: 'get', ...parameters }, items);
	const calls = bench.newCalls();
	expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);
	return {
		records: (outputs[0] ?? []).map(({ json }) => json),
		errors: (outputs[1] ?? []).map(({ json }) => json.error),
		details: (outputs[1] ?? []).map(({ json }) => (json.details as IDataObject).description),
		calls: calls.map(({ path, query }) => `${path.replace('/api/v2', '')}?${query}`),
	};
};

const byKey = (bench: Bench, options: IDataObject = {}, sourceKey = KEY) =>
	get(bench, { getBy: 'sourceKey', sourceKey, options });

describe('a customer asked for by CloudSuite key', () => {
	it('that we created is read by its id, in one call', async () => {
		const bench = await startBench({ customers: strangers(250) });
		await bench.upsert([customer(1)]);
		const { records, calls } = await byKey(bench);
		expect(records).toMatchObject([{ id: OWN_ID, cloudSuiteKey: KEY }]);
		expect(calls).toEqual([`/customers/${OWN_ID}?`]);
	});

	it('that we linked is asked for by the custom field, if that can be searched', async () => {
		const linked = { id: 'AzyHand1', cf_cloudsuite_id: KEY, meta_data: { cloudsuite: KEY } };
		const bench = await startBench({
			...{ customers: [...strangers(250), linked], behaviour: SEARCHABLE },
		});
		const { records, calls } = await byKey(bench);
		expect(records).toMatchObject([{ id: 'AzyHand1', cloudSuiteKey: KEY }]);
		expect(calls.filter((call) => call.startsWith('/customers?'))).toHaveLength(2);
	});

	it.each([
		['is not there', { customFields: [] }],
		['can not be searched', { customFields: [FIELD] }],
	])(
		'that we linked is found by reading all customers, if the custom field %s',
		async (_, site) => {
			const linked = { id: 'AzyHand1', meta_data: { cloudsuite: KEY } };
			const bench = await startBench({ customers: [...strangers(250), linked], behaviour: site });
			const { records, calls } = await byKey(bench);
			expect(records).toMatchObject([{ id: 'AzyHand1', cloudSuiteKey: KEY }]);
			expect(calls.filter((call) => call.startsWith('/customers?limit=100'))).toHaveLength(3);
		},
	);

	it('is looked for in all customers once a run, however many are asked for', async () => {
		const customers = [1, 2, 3].map((n) => ({
			id: `AzyHand${n}`,
			meta_data: { cloudsuite: customer(n).key },
		}));
		const bench = await startBench({ customers: [...strangers(250), ...customers] });
		const items = [1, 2, 3, 4].map((n) => ({ key: customer(n).key }));
		const { records, errors, calls } = await get(
			bench,
			{ getBy: 'sourceKey', sourceKey: '={{ $json.key }}' },
			items,
		);
		expect(records.map(({ id }) => id)).toEqual(['AzyHand1', 'AzyHand2', 'AzyHand3']);
		expect(errors).toEqual(['Chargebee has no customer that carries ln:ACME_TST:1300:C000004']);
		expect(calls.filter((call) => call.startsWith('/customers?limit=100'))).toHaveLength(3);
	});

	it('is not looked for in all customers if that is switched off, and the error says so', async () => {
		const linked = { id: 'AzyHand1', meta_data: { cloudsuite: KEY } };
		const bench = await startBench({ customers: [...strangers(250), linked] });
		const { records, details, calls } = await byKey(bench, { searchAll: false });
		expect(records).toEqual([]);
		expect(details[0]).toContain('Search All Customers');
		expect(calls.filter((call) => call.includes('limit=100&sort_by'))).toEqual([]);
	});

	it('is found by another custom field, if one is named', async () => {
		const linked = { id: 'AzyHand1', cf_erp_key: KEY };
		const bench = await startBench({
			customers: [...strangers(3), linked],
			behaviour: {
				customFields: [{ api_name: 'cf_erp_key', entity_type: 'customer' }],
				searchableCustomFields: ['cf_erp_key'],
			},
		});
		const { records } = await byKey(bench, { referenceField: 'cf_erp_key' });
		expect(records).toMatchObject([{ id: 'AzyHand1', cloudSuiteKey: KEY }]);
		expect((await byKey(bench, { referenceField: 'erp' })).errors).toEqual([
			expect.stringContaining('"Reference Custom Field" can not be "erp"'),
		]);
	});

	it('is not the one whose custom field has the key, when its metadata has another', async () => {
		const other = customer(2).key as string;
		const bench = await startBench({
			customers: [{ id: 'AzyHand1', cf_cloudsuite_id: KEY, meta_data: { cloudsuite: other } }],
			behaviour: SEARCHABLE,
		});
		expect((await byKey(bench)).errors).toEqual([`Chargebee has no customer that carries ${KEY}`]);
	});

	it('is the living one, when the record with our id was deleted', async () => {
		const bench = await startBench({
			customers: [
				{ id: OWN_ID, deleted: true, meta_data: { cloudsuite: KEY } },
				{ id: 'AzyHand1', meta_data: { cloudsuite: KEY } },
			],
		});
		expect((await byKey(bench)).records).toMatchObject([{ id: 'AzyHand1' }]);
	});

	it('is given with a mark, when only a deleted one carries the key', async () => {
		const bench = await startBench({
			customers: [{ id: 'AzyHand1', deleted: true, meta_data: { cloudsuite: KEY } }],
		});
		expect((await byKey(bench)).records).toMatchObject([{ id: 'AzyHand1', deleted: true }]);
	});

	it('is an error that names them, when several carry the key', async () => {
		const bench = await startBench({
			customers: ['A', 'B'].map((id) => ({ id, meta_data: { cloudsuite: KEY } })),
		});
		const { errors } = await byKey(bench);
		expect(errors).toEqual([`2 customers carry ${KEY}: A, B`]);
	});

	it('is not the customer whose id happens to be the text entered', async () => {
		const bench = await startBench({ customers: [{ id: '1001', company: 'Stranger' }] });
		const { errors, calls } = await byKey(bench, {}, '1001');
		expect(errors).toEqual([expect.stringContaining('CloudSuite Key "1001" is not of the form')]);
		expect(calls).toEqual([]);
	});

	it('is an error, not an absence, while Chargebee does not answer', async () => {
		const bench = await startBench({ customers: strangers(3) });
		bench.sandbox.faults.add({ effect: { kind: 'answer', status: 503, body: '' }, times: 50 });
		expect((await byKey(bench)).errors[0]).toContain('503');
	});
});

describe('customers asked for by email', () => {
	it('are all that have it, in any spelling Chargebee finds, one item each', async () => {
		const bench = await startBench({
			customers: [
				{ id: 'A', email: 'AP@Company1.test' },
				{ id: 'B', email: 'ap@company1.test' },
				{ id: 'C', email: 'ap@company2.test' },
			],
		});
		const { records, calls } = await get(bench, { getBy: 'email', email: ' AP@Company1.test ' });
		expect(records.map(({ id }) => id)).toEqual(['A', 'B']);
		expect(calls).toHaveLength(2);
	});

	it('are read to the last page', async () => {
		const customers = Array.from({ length: 130 }, (_, n) => ({ id: `A${n}`, email: 'x@y.test' }));
		const bench = await startBench({ customers });
		expect((await get(bench, { getBy: 'email', email: 'x@y.test' })).records).toHaveLength(130);
	});

	it('are never strangers: an ignored filter is an error', async () => {
		const bench = await startBench({
			customers: [{ id: 'A', email: 'other@else.test' }],
			behaviour: { ignoredFilters: ['email'] },
		});
		const { records, errors } = await get(bench, { getBy: 'email', email: 'ap@x.test' });
		expect(records).toEqual([]);
		expect(errors[0]).toContain('ignored the filter email[is]');
	});

	it('are an error when nobody has it, and nothing is asked without one', async () => {
		const bench = await startBench({ customers: strangers(2) });
		expect((await get(bench, { getBy: 'email', email: 'ap@x.test' })).errors).toEqual([
			'Chargebee has no customer with the email ap@x.test',
		]);
		const empty = await get(bench, { getBy: 'email', email: '={{ "" }}' });
		expect(empty.errors).toEqual(['Chargebee has no customer with the email (empty)']);
		expect(empty.calls).toEqual([]);
	});
});
