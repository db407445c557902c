import { withSourceHash } from '../../../nodes/shared/source/sourceCustomer';
import { customer, customers, outcomes, startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('a setting that counts for the whole run', () => {
	it('"Preview Only" that differs from item to item writes nothing and says why', async () => {
		const { upsert, newCalls } = await startBench();
		const items = [customer(1, { dry: false }), customer(2, { dry: true })];
		const { rows } = await upsert(items, { parameters: { preview: '={{ $json.dry }}' } });
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
		expect(outcomes(rows)).toEqual(['failed', 'failed']);
		expect(rows[0]?.reason).toContain('Preview Only');
	});

	it('a match key that does not exist is an error, not a key less', async () => {
		const { upsert, sandbox } = await startBench();
		const { error } = await upsert([customer(1)], {
			parameters: { matchKeys: { key: [{ field: 'e-mail' }] } },
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('e-mail');
		expect(sandbox.customers()).toEqual([]);
	});

	it('that can not be worked out fails the items; none passes as a success', async () => {
		const { upsert } = await startBench();
		const { success, failures } = await upsert(customers(2), {
			parameters: { sourceKey: '={{ (() => { throw new Error("no key") })() }}' },
		});
		expect(success).toEqual([]);
		expect(failures).toHaveLength(2);
	});
});

describe('a CloudSuite customer to which a step added fields', () => {
	it('is sent with the built-in mapping and those fields', async () => {
		const { upsert, sandbox } = await startBench();
		const key = 'ln:ACME_TST:1300:C000001';
		const source = withSourceHash(
			{
				...{
					key,
					product: 'ln',
					tenant: 'ACME_TST',
					company: '1300',
					id: 'C000001',
					name: 'Öhlund',
				},
				...{
					searchKey: null,
					status: 'active',
					role: null,
					email: null,
					phone: null,
					website: null,
				},
				...{ vatNumber: null, registrationNumber: null, currency: null, language: null },
				...{ paymentTerms: null, creditLimit: null, billingAddress: null, contacts: [] },
				...{ parentId: null, createdAt: null, modifiedAt: null },
			},
			null,
		);
		await upsert([{ ...source, net_term_days: 30 }]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			company: 'Öhlund',
			net_term_days: 30,
		});
	});

	it('carries its own reference, whatever the input says', async () => {
		const { upsert, sandbox } = await startBench({
			behaviour: { customFields: [{ api_name: 'cf_cloudsuite_id', entity_type: 'customer' }] },
		});
		const item = customer(1, { cf_cloudsuite_id: 'something else' });
		await upsert([item]);
		expect((await upsert([item])).rows).toMatchObject([{ outcome: 'unchanged' }]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({ cf_cloudsuite_id: item.key });
	});
});

describe('reading', () => {
	it('by CloudSuite key does not return the customer of another tenant', async () => {
		const { upsert, run } = await startBench();
		await upsert([customer(1)]);
		const { outputs } = await run({
			operation: 'get',
			getBy: 'sourceKey',
			sourceKey: 'ln:OTHER_TST:1300:C000001',
		});
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json.error).toContain('ln:ACME_TST:1300:C000001');
	});

	it('says that the site is unknown, not that the customer is', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({
			effect: {
				kind: 'answer',
				status: 404,
				body: { message: 'no site', api_error_code: 'site_not_found' },
			},
		});
		const { error } = await run({ operation: 'get', getBy: 'id', customerId: 'A' }, [{}], {
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('site_not_found');
	});

	it('many customers with a filter Chargebee ignores is an error, not a list of strangers', async () => {
		const { run } = await startBench({
			customers: [{ id: 'A', email: 'other@else.test' }],
			behaviour: { ignoredFilters: ['email'] },
		});
		const parameters = { operation: 'getAll', returnAll: true, filters: { email: 'ap@x.test' } };
		const { outputs } = await run(parameters);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json.error).toContain('ignored the filter');
	});

	it('marks deleted customers', async () => {
		const { run, sandbox } = await startBench({ customers: [{ id: 'A' }, { id: 'B' }] });
		sandbox.update('B', { deleted: true });
		const parameters = { operation: 'getAll', returnAll: true, filters: { includeDeleted: true } };
		const { outputs } = await run(parameters);
		expect(outputs[0]?.map(({ json }) => json.deleted ?? false)).toEqual([false, true]);
	});
});
