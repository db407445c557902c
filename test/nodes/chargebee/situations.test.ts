import { asText } from '../../../nodes/shared/text';
import { customer, expectNoDuplicates, startBench, stopBenches } from './setup';

afterEach(stopBenches);

const REFERENCE = asText(customer(1).key);

describe('a customer that Chargebee has not', () => {
	it('is created under its deterministic id, with the reference', async () => {
		const { upsert, sandbox } = await startBench();
		const { rows } = await upsert([customer(1, { vat_number: 'NO123456789' })]);
		expect(rows).toMatchObject([
			{ outcome: 'created', situation: 'absent', chargebeeId: 'ln-1300-C000001' },
		]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			company: 'Company 1',
			email: 'ap1@company1.test',
			vat_number: 'NO123456789',
			billing_address: { city: 'Oslo', country: 'NO' },
			meta_data: { cloudsuite: REFERENCE },
		});
	});

	it('takes one write', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)]);
		expect(newCalls().filter(({ method }) => method === 'POST')).toHaveLength(1);
	});
});

describe('a customer that is there already', () => {
	it('is left alone when nothing differs', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)]);
		newCalls();
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'unchanged', situation: 'confirmed', changes: [] }]);
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('gets only the changed fields', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)]);
		newCalls();
		const { rows } = await upsert([customer(1, { company: 'Renamed AS' })]);
		expect(rows).toMatchObject([
			{ outcome: 'updated', changes: [{ field: 'company', from: 'Company 1', to: 'Renamed AS' }] },
		]);
		expect(
			newCalls()
				.filter(({ method }) => method === 'POST')
				.map(({ path, body }) => [path, body]),
		).toEqual([['/api/v2/customers/ln-1300-C000001', 'company=Renamed%20AS']]);
	});

	it('keeps its VAT number when the address changes', async () => {
		const { upsert, sandbox } = await startBench();
		await upsert([customer(1, { vat_number: 'NO123456789' })]);
		await upsert([customer(1, { billing_address_city: 'Bergen' })]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			vat_number: 'NO123456789',
			billing_address: { city: 'Bergen', country: 'NO' },
		});
	});

	it('is not cleared by empty source values', async () => {
		const { upsert, sandbox } = await startBench();
		await upsert([customer(1, { phone: '+47 1' })]);
		const { rows } = await upsert([customer(1, { phone: '', email: null })]);
		expect(rows).toMatchObject([{ outcome: 'unchanged' }]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({
			phone: '+47 1',
			email: 'ap1@company1.test',
		});
	});

	it('is set to A, to B and to A again within the idempotency window', async () => {
		const { upsert, sandbox } = await startBench();
		for (const company of ['A', 'B', 'A']) await upsert([customer(1, { company })]);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({ company: 'A' });
	});
});

describe('a customer that was entered by hand', () => {
	it.each([
		['by e-mail, whatever its case', { email: 'AP1@Company1.TEST' }, 'email'],
		[
			'by VAT number, whatever its blanks',
			{ vat_number: 'no 123 456 789', email: 'other@company1.test' },
			'VAT number',
		],
	])('is found %s and linked', async (_how, record, matchedBy) => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', company: 'Company 1', ...record }],
		});
		const { rows } = await upsert([customer(1, { vat_number: 'NO123456789' })]);
		expect(rows).toMatchObject([
			{ outcome: 'linked', situation: 'found', matchedBy, chargebeeId: 'AzyHand1' },
		]);
		expect(sandbox.customer('AzyHand1')).toMatchObject({ meta_data: { cloudsuite: REFERENCE } });
		expect(sandbox.customers()).toHaveLength(1);
	});

	it('is found again by its reference, although its e-mail changed on both sides', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test' }],
		});
		await upsert([customer(1)]);
		sandbox.update('AzyHand1', { email: 'old@company1.test' });
		const { rows } = await upsert([customer(1, { email: 'new@company1.test' })]);
		expect(rows).toMatchObject([
			{
				outcome: 'updated',
				situation: 'confirmed',
				matchedBy: 'reference',
				chargebeeId: 'AzyHand1',
			},
		]);
	});

	it('costs no search when its Chargebee id is known', async () => {
		const { upsert, newCalls } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test' }],
		});
		await upsert([customer(1)]);
		newCalls();
		const { rows } = await upsert([customer(1, { known: { chargebeeId: 'AzyHand1' } })]);
		expect(rows).toMatchObject([{ outcome: 'unchanged' }]);
		expect(newCalls().filter(({ path }) => path === '/api/v2/customers')).toHaveLength(1);
	});

	it('keeps the metadata others put there', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', email: 'ap1@company1.test', meta_data: { crm: { id: 7 } } }],
		});
		await upsert([customer(1)]);
		expect(sandbox.customer('AzyHand1')?.meta_data).toEqual({
			crm: { id: 7 },
			cloudsuite: REFERENCE,
		});
	});
});

describe('a customer nobody may touch', () => {
	it('matches two: ambiguous, both named, nothing written', async () => {
		const { upsert, newCalls } = await startBench({
			customers: [
				{ id: 'AzyHand1', email: 'ap1@company1.test', company: 'One' },
				{ id: 'AzyHand2', email: 'ap1@company1.test', company: 'Two' },
			],
		});
		const { rows, failures } = await upsert([customer(1)]);
		expect(rows).toMatchObject([
			{
				outcome: 'conflict',
				situation: 'ambiguous',
				candidates: [{ id: 'AzyHand1' }, { id: 'AzyHand2' }],
			},
		]);
		expect(rows[0]?.actionToTake).toContain('AzyHand1: company "One"; AzyHand2: company "Two"');
		expect(failures).toHaveLength(1);
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('belongs to another CloudSuite customer: claimed', async () => {
		const { upsert } = await startBench({
			customers: [
				{
					id: 'AzyHand1',
					email: 'ap1@company1.test',
					meta_data: { cloudsuite: 'ln:ACME_TST:1300:C999999' },
				},
			],
		});
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([{ outcome: 'conflict', situation: 'claimed', matchedBy: 'email' }]);
		expect(rows[0]?.reason).toContain('C999999');
	});

	it('was deleted in Chargebee: gone, not created again', async () => {
		const { upsert, sandbox, run } = await startBench();
		await upsert([customer(1)]);
		sandbox.update('ln-1300-C000001', { deleted: true });
		const { rows } = await upsert([customer(1)]);
		expect(rows).toMatchObject([
			{ outcome: 'conflict', situation: 'gone', candidates: [{ id: 'ln-1300-C000001' }] },
		]);
		expect(sandbox.customers()).toHaveLength(1);
		expect(run).toBeDefined();
	});

	it('comes twice in one run: the second is its twin', async () => {
		const { upsert, sandbox } = await startBench();
		const { success, failures } = await upsert([customer(1), customer(1, { company: 'Other' })]);
		expect(success).toMatchObject([{ outcome: 'created' }]);
		expect(failures).toMatchObject([{ details: { outcome: 'conflict', situation: 'twin' } }]);
		expectNoDuplicates(sandbox);
	});
});

describe('bad input', () => {
	it('is named with record, field, problem and what to do; the others go on', async () => {
		const { upsert, sandbox } = await startBench();
		const { rows } = await upsert([
			customer(1, { email: 'nobody' }),
			customer(2, { billing_address_country: 'ZZ9' }),
			customer(3),
		]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['invalid', 'invalid', 'created']);
		expect(rows[0]?.reason).toBe(`${REFERENCE}: email "nobody" is not an e-mail address.`);
		expect(rows[1]?.reason).toContain(
			'billing_address_country "ZZ9" is not an ISO 3166 country code',
		);
		expect(rows[0]?.actionToTake).toContain('Correct email');
		expect(sandbox.customers()).toHaveLength(1);
	});

	it('without a CloudSuite key is never sent', async () => {
		const { upsert, newCalls } = await startBench();
		const { failures } = await upsert([{ company: 'Nobody' }]);
		expect(failures).toMatchObject([{ details: { outcome: 'invalid' } }]);
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('that only Chargebee can refuse is rejected with its parameter, and the others go on', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({
			method: 'POST',
			body: /Company%202/,
			effect: {
				kind: 'answer',
				status: 400,
				body: {
					message: 'zip : is invalid',
					type: 'invalid_request',
					api_error_code: 'param_wrong_value',
					param: 'billing_address[zip]',
				},
			},
		});
		const { rows } = await upsert([customer(1), customer(2), customer(3)]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'rejected', 'created']);
		expect(rows[1]).toMatchObject({ fingerprint: null, chargebeeId: null });
		expect(rows[1]?.actionToTake).toContain('billing_address[zip]');
	});
});
