import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { checkRequestAgainstSdk } from '../../contract/sdkSchemas';
import {
	API_KEY,
	customer,
	customers,
	expectNoDuplicates,
	outcomes,
	startBench,
	stopBenches,
} from './setup';

afterEach(stopBenches);

describe('the number of calls', () => {
	it.each([30, 300])(
		'of a first load of %d customers is at most 1.02 per customer + 10; of a re-run a hundredth + 10',
		async (n) => {
			const { upsert, newCalls, sandbox } = await startBench();
			expect(outcomes((await upsert(customers(n))).rows)).toEqual(Array(n).fill('created'));
			const first = newCalls().length;
			expect(outcomes((await upsert(customers(n))).rows)).toEqual(Array(n).fill('unchanged'));
			const again = newCalls().length;
			process.stdout.write(`calls for ${n} customers: first load ${first}, re-run ${again}\n`);
			expect(first).toBeLessThanOrEqual(1.02 * n + 10);
			expect(again).toBeLessThanOrEqual(n / 100 + 10);
			expectNoDuplicates(sandbox);
		},
	);

	it('is what the calls of the records add up to', async () => {
		const { upsert, newCalls, sandbox } = await startBench();
		const sum = (rows: Array<{ calls: number }>) => rows.reduce((all, row) => all + row.calls, 0);
		const made = (await upsert(customers(20))).rows;
		expect(sum(made)).toBe(newCalls().length);
		expect(made.slice(1).map(({ calls }) => calls)).toEqual(Array(19).fill(1));
		sandbox.faults.add({ method: 'POST', times: 2, effect: { kind: 'answer', status: 503 } });
		const changed = [...customers(5).map((one) => ({ ...one, company: 'Other' })), customer(99)];
		expect(sum((await upsert(changed)).rows)).toBe(newCalls().length);
		expect(sum((await upsert(customers(20))).rows)).toBe(newCalls().length);
	});

	it('to find new customers never exceeds twice the cheaper of queries and reading the list', async () => {
		const strangers = Array.from({ length: 1_000 }, (_, n) => ({
			id: `Azy${n}`,
			email: `someone${n}@else.test`,
		}));
		const { upsert, newCalls } = await startBench({ customers: strangers });
		const byEmail = {
			parameters: { matchKeys: { key: [{ field: 'email' }] }, options: { search: 'keys' } },
		};
		await upsert(customers(3), byEmail);
		const lookups =
			newCalls().filter(({ method, path }) => method === 'GET' && path === '/api/v2/customers')
				.length - 1;
		expect(lookups).toBeLessThanOrEqual(2 * 3);
	});
});

describe('a preview', () => {
	it('writes nothing and shows each field before and after', async () => {
		const { upsert, newCalls } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test', company: 'Old' }],
		});
		const { rows, hints } = await upsert([customer(1), customer(2)], {
			parameters: { preview: true },
		});
		expect(rows).toMatchObject([
			{ outcome: 'linked', preview: true, fingerprint: null },
			{ outcome: 'created', preview: true, chargebeeId: 'ln-1300-C000002' },
		]);
		expect(rows[0]?.changes).toContainEqual({ field: 'company', from: 'Old', to: 'Company 1' });
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
		expect(hints[0]).toContain('Preview, nothing written');
	});

	it('is what the run right after it does', async () => {
		const { upsert, sandbox } = await startBench();
		let round = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.record({
						n: fc.integer({ min: 1, max: 6 }),
						company: fc.constantFrom('A', 'B'),
						email: fc.constantFrom('a@x.test', 'b@x.test', 'nobody'),
					}),
					{ minLength: 1, maxLength: 6 },
				),
				async (drawn) => {
					round += 1;
					const items = drawn.map(({ n, ...fields }) => customer(round * 10 + n, fields));
					const brief = (result: Awaited<ReturnType<typeof upsert>>) =>
						JSON.stringify(
							result.rows.map(({ outcome, situation, sourceKey, changes }) => ({
								outcome,
								situation,
								sourceKey,
								changes,
							})),
						);
					const planned = await upsert(items, { parameters: { preview: true } });
					expect(brief(await upsert(items))).toBe(brief(planned));
				},
			),
			{ numRuns: 15 },
		);
		expectNoDuplicates(sandbox);
	});
});

describe('outputs', () => {
	it('pair every item, and leave the input readable beside a failure', async () => {
		const { run } = await startBench();
		const items = [customer(1), customer(2, { email: 'nobody' })];
		const { outputs } = await run(
			{
				operation: 'upsert',
				sourceKey: '={{ $json.key }}',
				columns: { mappingMode: 'autoMapInputData', value: null },
			},
			items,
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(outputs[1]?.map(({ json }) => json)).toMatchObject([
			{
				key: items[1]?.key,
				email: 'nobody',
				error: expect.stringContaining('invalid') as string,
				details: { outcome: 'invalid' },
			},
		]);
	});

	it('without an error output end in an error, after all records were worked through', async () => {
		const { upsert, sandbox } = await startBench();
		const { error } = await upsert([customer(1, { email: 'nobody' }), customer(2)], {
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('1 of 2 records need attention');
		expect(sandbox.customers().map(({ id }) => id)).toEqual(['ln-1300-C000002']);
	});

	it('are produced again by "Retry on Fail" without a second write', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1, { email: 'nobody' }), customer(2)], {
			onError: 'stopWorkflow',
			retryOnFail: true,
		});
		expect(newCalls().filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('hold no secret', async () => {
		const { run } = await startBench();
		const result = await run(
			{
				operation: 'upsert',
				sourceKey: '={{ $json.key }}',
				columns: { mappingMode: 'autoMapInputData', value: null },
			},
			customers(3),
		);
		expect(JSON.stringify([result.outputs, result.hints])).not.toContain(API_KEY);
	});
});

describe('a cancelled execution', () => {
	it('stops, is not reported as failed records, and a later run completes it', async () => {
		const { upsert, sandbox } = await startBench();
		// the writes after the twentieth never end by themselves
		sandbox.faults.add({ method: 'POST', effect: { kind: 'hang' }, after: 20, times: 180 });
		const cancelled = await upsert(customers(200), {
			cancelWhen: ({ history }) => history.filter(({ method }) => method === 'POST').length > 20,
		});
		sandbox.faults.clear();
		expect(cancelled.status).toBe('canceled');
		expect(outcomes(cancelled.rows)).not.toContain('failed');
		const written = sandbox.customers().length;
		expect(written).toBe(20);
		const { rows } = await upsert(customers(200));
		// a write that was on its way when the run was cancelled may have arrived since: it is found, not made again
		expect(rows).toHaveLength(200);
		for (const { outcome } of rows) expect(['created', 'unchanged']).toContain(outcome);
		expect(sandbox.customers()).toHaveLength(200);
		expectNoDuplicates(sandbox);
	});
});

describe('the reference', () => {
	it('is written to the custom field too when the site has one', async () => {
		const { upsert, sandbox } = await startBench({
			behaviour: { customFields: [{ api_name: 'cf_cloudsuite_id', entity_type: 'customer' }] },
		});
		await upsert([customer(1)]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			cf_cloudsuite_id: customer(1).key,
		});
	});

	it('finds a linked customer by one query when its field is searchable', async () => {
		const strangers = Array.from({ length: 500 }, (_, n) => ({
			id: `Azy${n}`,
			email: `someone${n}@else.test`,
		}));
		const { upsert, newCalls } = await startBench({
			customers: [
				...strangers,
				{ id: 'AzyHand1', email: 'old@company1.test', cf_cloudsuite_id: customer(1).key },
			],
			behaviour: {
				customFields: [{ api_name: 'cf_cloudsuite_id', entity_type: 'customer' }],
				searchableCustomFields: ['cf_cloudsuite_id'],
			},
		});
		const { rows } = await upsert([customer(1)], {
			parameters: { matchKeys: { key: [{ field: 'email' }] } },
		});
		expect(rows).toMatchObject([{ situation: 'confirmed', chargebeeId: 'AzyHand1' }]);
		expect(newCalls().filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(8);
	});
});

describe('every request', () => {
	it('is one the official SDK’s own schemas accept', async () => {
		const { upsert, run, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test' }],
		});
		const full: IDataObject = {
			first_name: 'Ada',
			last_name: 'L',
			phone: '+47 1',
			vat_number: 'NO123456789',
			preferred_currency_code: 'NOK',
			locale: 'nb',
			net_term_days: 30,
			auto_collection: 'off',
			taxability: 'taxable',
			billing_address_line1: 'Gate 1',
			billing_address_zip: '0150',
		};
		await upsert([customer(1, full), customer(2, full)]);
		await upsert([customer(2, { ...full, company: 'Renamed', billing_address_city: 'Bergen' })]);
		await run({
			operation: 'getAll',
			returnAll: true,
			filters: {
				email: 'ap1@company1.test',
				updatedAfter: '2026-01-01T00:00:00Z',
				includeDeleted: true,
			},
		});
		expect(sandbox.history.flatMap((entry) => checkRequestAgainstSdk(entry))).toEqual([]);
		expect(sandbox.history.length).toBeGreaterThan(6);
	});
});

describe('reading customers', () => {
	it('gets one by its id or by its CloudSuite key', async () => {
		const { upsert, run } = await startBench();
		await upsert([customer(1)]);
		for (const how of [
			{ getBy: 'id', customerId: 'ln-1300-C000001' },
			{ getBy: 'sourceKey', sourceKey: customer(1).key },
		]) {
			const { outputs } = await run({ operation: 'get', ...how });
			expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
				{ id: 'ln-1300-C000001', cloudSuiteKey: customer(1).key, city: 'Oslo' },
			]);
		}
	});

	it('names the id that is not there', async () => {
		const { run } = await startBench();
		const { error } = await run({ operation: 'get', getBy: 'id', customerId: 'nobody' }, [{}], {
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('Chargebee has no customer nobody');
	});

	it.each([
		[{ returnAll: true }, 250],
		[{ returnAll: false, limit: 120 }, 120],
	])('gets many: %j gives %d', async (parameters, expected) => {
		const seeds = Array.from({ length: 250 }, (_, n) => ({ id: `Azy${n}`, company: `Else ${n}` }));
		const { run } = await startBench({ customers: seeds });
		const { outputs } = await run({ operation: 'getAll', ...parameters });
		expect(new Set(outputs[0]?.map(({ json }) => json.id)).size).toBe(expected);
	});
});
