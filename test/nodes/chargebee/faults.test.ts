import {
	customer,
	customers,
	expectNoDuplicates,
	outcomes,
	startBench,
	stopBenches,
} from './setup';

afterEach(stopBenches);

const tooMany = (retryAfter?: string) => ({
	kind: 'answer' as const,
	status: 429,
	...(retryAfter ? { headers: { 'retry-after': retryAfter } } : {}),
	body: {
		message: 'blocked temporarily',
		type: 'operation_failed',
		api_error_code: 'api_request_limit_exceeded',
	},
});

describe('a 429 storm', () => {
	it.each([
		['with Retry-After in seconds', '7'],
		['without Retry-After', undefined],
		['with junk in Retry-After', 'soon'],
	])('%s loses nothing and duplicates nothing', async (_how, retryAfter) => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ effect: tooMany(retryAfter), after: 10, times: 12 });
		const { rows, hints } = await upsert(customers(40));
		expect(outcomes(rows)).toEqual(Array(40).fill('created'));
		expect(sandbox.customers()).toHaveLength(40);
		expectNoDuplicates(sandbox);
		expect(hints[0]).toMatch(/40 created.* [1-9]\d* throttled/);
	});

	it('keeps the real limit of a site: no 429 at all when the stated limit is right', async () => {
		const { upsert, sandbox } = await startBench({ requestsPerMinute: 150 });
		const { rows } = await upsert(customers(400));
		expect(outcomes(rows)).toEqual(Array(400).fill('created'));
		expect(sandbox.history.filter(({ status }) => status === 429)).toEqual([]);
	});
});

describe('a lost answer', () => {
	it('after a create is looked up, not created again', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'lostAnswer' }, times: 5 });
		const { rows } = await upsert(customers(20));
		expect(outcomes(rows)).toEqual(Array(20).fill('created'));
		expect(sandbox.customers()).toHaveLength(20);
		expectNoDuplicates(sandbox);
		const creates = sandbox.history.filter(
			({ method, path }) => method === 'POST' && path === '/api/v2/customers',
		);
		expect(creates).toHaveLength(20);
	});

	it('after a create that was not applied is sent again with the same key', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'reset' } });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'created' }]);
		const keys = sandbox.history
			.filter(({ method }) => method === 'POST')
			.map(({ notes }) => notes.idempotencyKey);
		expect(keys).toHaveLength(2);
		expect(new Set(keys).size).toBe(1);
	});

	it('after an update is read back: applied once', async () => {
		const { upsert, sandbox, newCalls } = await startBench();
		await upsert([customer(1)]);
		newCalls();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'lostAnswer' } });
		const { rows } = await upsert([customer(1, { company: 'Renamed' })]);
		expect(rows).toMatchObject([{ outcome: 'updated' }]);
		expect(newCalls().filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({ company: 'Renamed' });
	});

	it('with 500 and an HTML page is treated alike', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({
			method: 'POST',
			effect: { kind: 'answer', status: 502, body: '<html>Bad gateway</html>' },
		});
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'created' }]);
		expectNoDuplicates(sandbox);
	});

	it('cut in the middle of its body is treated alike', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'truncate', bytes: 20 } });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'created' }]);
		expect(sandbox.customers()).toHaveLength(1);
	});
});

describe('two calls for one record', () => {
	it('of which the second fails: the outcome names the half that is done, the next run repairs it', async () => {
		const { upsert, sandbox } = await startBench();
		await upsert([customer(1)]);
		sandbox.faults.add({
			path: /update_billing_info/,
			effect: {
				kind: 'answer',
				status: 400,
				body: {
					message: 'bad',
					type: 'invalid_request',
					api_error_code: 'param_wrong_value',
					param: 'billing_address[city]',
				},
			},
		});
		const changed = customer(1, { company: 'Renamed', billing_address_city: 'Bergen' });
		const first = await upsert([changed]);
		expect(first.rows).toMatchObject([{ outcome: 'rejected', fingerprint: null }]);
		expect(first.rows[0]?.reason).toContain(
			'The customer was written, the billing address and VAT number was not',
		);
		const second = await upsert([changed]);
		expect(second.rows).toMatchObject([
			{ outcome: 'updated', changes: [{ field: 'billing_address_city' }] },
		]);
	});
});

describe('an ignored filter', () => {
	it('on e-mail does not make strangers a match: the whole list is read instead, and said so', async () => {
		const strangers = Array.from({ length: 30 }, (_, n) => ({
			id: `Azy${n}`,
			email: `someone${n}@else.test`,
			company: `Else ${n}`,
		}));
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyOurs', email: 'ap1@company1.test' }, ...strangers],
			behaviour: { ignoredFilters: ['email'] },
		});
		const before = sandbox.customers().filter(({ id }) => id !== 'AzyOurs');
		const { rows } = await upsert([customer(1), customer(2)], {
			parameters: { matchKeys: { key: [{ field: 'email' }] }, options: { search: 'keys' } },
		});
		expect(rows).toMatchObject([
			{ outcome: 'linked', chargebeeId: 'AzyOurs' },
			{ outcome: 'created' },
		]);
		expect(
			sandbox.customers().filter(({ id }) => id.startsWith('Azy') && id !== 'AzyOurs'),
		).toEqual(before);
		expectNoDuplicates(sandbox);
	});

	it('on id is noticed', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyOther', email: 'x@else.test' }],
			behaviour: { ignoredFilters: ['id'] },
		});
		await upsert(customers(3));
		const { rows, hints } = await upsert(customers(3));
		expect(outcomes(rows)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(hints.join()).toContain('ignored the filter id[in]');
		expectNoDuplicates(sandbox);
	});
});

describe('two runs at once', () => {
	it('over the same records give no duplicate and lose nothing', async () => {
		const { upsert, sandbox } = await startBench();
		const [first, second] = await Promise.all([upsert(customers(30)), upsert(customers(30))]);
		expect(sandbox.customers()).toHaveLength(30);
		expectNoDuplicates(sandbox);
		const created = [first, second]
			.flatMap(({ rows }) => rows)
			.filter(({ outcome }) => outcome === 'created');
		expect(created).toHaveLength(30);
		for (const { rows } of [first, second]) {
			expect(rows).toHaveLength(30);
			for (const { outcome } of rows) expect(['created', 'unchanged']).toContain(outcome);
		}
	});

	it('of which one writes older values: the record is consistent, not mixed', async () => {
		const { upsert, sandbox } = await startBench();
		await Promise.all([
			upsert([customer(1, { company: 'A' })]),
			upsert([customer(1, { company: 'B' })]),
		]);
		expect(['A', 'B']).toContain(sandbox.customer('ln-1300-C000001')?.company);
		expect(sandbox.customers()).toHaveLength(1);
	});
});

describe('an outage', () => {
	it('during the look-up fails every record and writes nothing; the next run makes it good', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ effect: { kind: 'answer', status: 503, body: '' }, times: 50 });
		const { rows, success } = await upsert(customers(10));
		expect(success).toEqual([]);
		expect(outcomes(rows)).toEqual(Array(10).fill('failed'));
		expect(sandbox.customers()).toEqual([]);
		sandbox.faults.clear();
		expect(outcomes((await upsert(customers(10))).rows)).toEqual(Array(10).fill('created'));
	});

	it('that lasts gets few calls, and every record still has an outcome', async () => {
		const { upsert, sandbox, newCalls } = await startBench();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'reset' }, times: 10_000 });
		const { rows } = await upsert(customers(200));
		expect(rows).toHaveLength(200);
		expect(new Set(outcomes(rows))).toEqual(new Set(['failed']));
		expect(newCalls().length).toBeLessThan(200);
		sandbox.faults.clear();
		expect(outcomes((await upsert(customers(200))).rows)).toEqual(Array(200).fill('created'));
		expectNoDuplicates(sandbox);
	});

	it('of a locked record concerns that record only', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({
			method: 'POST',
			body: /Company%202/,
			effect: {
				kind: 'answer',
				status: 429,
				body: { message: 'locked', type: 'operation_failed', api_error_code: 'lock_timeout' },
			},
			times: 2,
		});
		const { rows, hints } = await upsert(customers(3));
		expect(outcomes(rows)).toEqual(['created', 'created', 'created']);
		expect(hints[0]).toContain('0 throttled');
	});
});

describe('a wrong API key', () => {
	it('is said once and plainly, without the key', async () => {
		const { upsert } = await startBench();
		const { error } = await upsert(customers(3), {
			apiKey: 'test_wrong_key_that_must_not_show',
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('api_authentication_failed');
		expect(JSON.stringify(error)).not.toContain('test_wrong_key_that_must_not_show');
		expect((error as { description?: string }).description).toContain('Check the API key');
	});

	it('that may only read stops the writing after the first refusal', async () => {
		const { upsert, newCalls } = await startBench();
		const { rows } = await upsert(customers(100), { apiKey: 'test_sandbox_read_only_key' });
		expect(outcomes(rows)).toEqual(Array(100).fill('failed'));
		expect(newCalls().filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(20);
		expect(rows.at(-1)?.reason).toContain('Not attempted');
		expect(rows.at(-1)?.actionToTake).toContain('full-access');
	});
});

it('an outage at the look-up is named in words, with what to do', async () => {
	const { upsert, sandbox } = await startBench();
	sandbox.faults.add({ effect: { kind: 'reset' }, times: 1_000 });
	const { error } = await upsert([customer(1)], { onError: 'stopWorkflow' });
	expect(error?.message).toBe(
		'Chargebee gave no answer: the connection was cut before an answer came.',
	);
	expect((error as { description?: string }).description).toContain('run again');
});
