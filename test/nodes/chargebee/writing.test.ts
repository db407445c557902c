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

const HOUR_MS = 3_600_000;
/** Seeds that lists have shown for long; what changes from now on shows late. */
const LATE_LISTS = { listIndexDelayMs: HOUR_MS };
const OLD = { created_at: 1_700_000_000 };

describe('a record that changed between look-up and write', () => {
	it('is not linked when it was linked to another customer meanwhile', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test', ...OLD }],
			behaviour: LATE_LISTS,
		});
		const theirs = customer(2).key;
		sandbox.update('AzyHand1', { meta_data: { cloudsuite: theirs } });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'conflict', situation: 'claimed' }]);
		expect(sandbox.customer('AzyHand1')?.meta_data).toEqual({ cloudsuite: theirs });
		expectNoDuplicates(sandbox);
	});

	it('keeps the VAT number somebody entered meanwhile when its address is replaced', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'ln-1300-C000001', meta_data: { cloudsuite: customer(1).key }, ...OLD }],
			behaviour: LATE_LISTS,
		});
		sandbox.update('ln-1300-C000001', { vat_number: 'NO123456789' });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'updated' }]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			vat_number: 'NO123456789',
			billing_address: { city: 'Oslo' },
		});
		expectNoDuplicates(sandbox);
	});

	it('is left alone when it was deleted meanwhile', async () => {
		const { upsert, sandbox, newCalls } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test', ...OLD }],
			behaviour: LATE_LISTS,
		});
		sandbox.update('AzyHand1', { deleted: true });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'conflict', situation: 'gone' }]);
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('takes two runs at once for two customers, and only one links it', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap@shared.test' }],
		});
		const runs = await Promise.all(
			[1, 2].map((n) => upsert([customer(n, { email: 'ap@shared.test' })])),
		);
		expect(runs.flatMap(({ rows }) => outcomes(rows)).sort()).toEqual(['conflict', 'linked']);
		expectNoDuplicates(sandbox);
	});
});

describe('an answer from memory', () => {
	it('to an update is not taken for the record as it stands', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [
				{
					...OLD,
					id: 'ln-1300-C000001',
					company: 'A',
					email: 'ap1@company1.test',
					billing_address: { city: 'Oslo', country: 'NO' },
					meta_data: { cloudsuite: customer(1).key },
				},
			],
			behaviour: LATE_LISTS,
		});
		await upsert([customer(1, { company: 'B' })]);
		sandbox.update('ln-1300-C000001', { company: 'By hand' });
		const { rows } = await upsert([customer(1, { company: 'B' })]);
		expect(rows).toMatchObject([{ outcome: 'updated', record: { company: 'B' } }]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({ company: 'B' });
	});
});

describe('an answer nobody can decode', () => {
	const undecodable = {
		kind: 'answer' as const,
		status: 200,
		headers: { 'content-encoding': 'br' },
		body: 'this is not brotli',
	};

	it('to a write fails that record alone: all others keep their own outcome', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ method: 'POST', body: /Company%202&/, effect: undecodable, times: 9 });
		const { rows } = await upsert(customers(30));
		expect(rows.filter(({ outcome }) => outcome === 'created')).toHaveLength(29);
		expect(rows[1]).toMatchObject({ outcome: 'failed', situation: 'absent' });
		expect(sandbox.customers()).toHaveLength(29);
	});

	it('never shows the API key', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ effect: undecodable, times: 9 });
		const { error } = await upsert(customers(1), { onError: 'stopWorkflow' });
		expect(error).toBeDefined();
		const shown = JSON.stringify(error, [
			...Object.getOwnPropertyNames(error),
			'cause',
			'config',
			'headers',
			'auth',
			'username',
			'Authorization',
			'options',
			'request',
			'_header',
		]);
		expect(shown).not.toContain(API_KEY);
		expect(shown).not.toContain(Buffer.from(`${API_KEY}:`).toString('base64'));
	});
});

describe('a half-written record', () => {
	it('names the changes that were made', async () => {
		const { upsert, sandbox } = await startBench();
		await upsert([customer(1)]);
		sandbox.faults.add({
			path: /update_billing_info/,
			effect: {
				kind: 'answer',
				status: 400,
				body: { message: 'bad', api_error_code: 'param_wrong_value' },
			},
		});
		const { rows } = await upsert([
			customer(1, { company: 'Renamed', billing_address_city: 'Bergen' }),
		]);
		expect(rows[0]?.changes).toEqual([{ field: 'company', from: 'Company 1', to: 'Renamed' }]);
	});
});
