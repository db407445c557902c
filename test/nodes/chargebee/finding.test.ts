import {
	customer,
	customers,
	expectNoDuplicates,
	outcomes,
	startBench,
	stopBenches,
} from './setup';

afterEach(stopBenches);

const BY_EMAIL = { matchKeys: { key: [{ field: 'email' }] } };
const REFERENCE_FIELD = {
	customFields: [{ api_name: 'cf_cloudsuite_id', entity_type: 'customer' }],
	searchableCustomFields: ['cf_cloudsuite_id'],
};
const strangers = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ id: `Azy${n}`, email: `someone${n}@else.test` }));

describe('a customer that is searched for completely', () => {
	it('is found by its e-mail whatever the case, even when single queries would cost less', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [...strangers(500), { id: 'AzyHand1', email: 'AP1@Company1.TEST' }],
			behaviour: REFERENCE_FIELD,
		});
		const { rows } = await upsert([customer(1)], { parameters: BY_EMAIL });
		expect(rows).toMatchObject([{ outcome: 'linked', chargebeeId: 'AzyHand1' }]);
		expect(sandbox.customers()).toHaveLength(501);
	});

	it('is gone, not absent, when the linked one was deleted, whichever way it is searched for', async () => {
		const linked = { id: 'AzyHand1', cf_cloudsuite_id: customer(1).key };
		for (const search of ['complete', 'keys']) {
			const { upsert, sandbox } = await startBench({
				customers: [...strangers(500), linked],
				behaviour: REFERENCE_FIELD,
			});
			sandbox.update('AzyHand1', { deleted: true });
			const { rows } = await upsert([customer(1)], {
				parameters: { ...BY_EMAIL, options: { search } },
			});
			expect(rows).toMatchObject([{ situation: 'gone', candidates: [{ id: 'AzyHand1' }] }]);
		}
	});

	it('that was deleted is replaced by the one a person gave its reference, as the conflict advised', async () => {
		const { upsert, sandbox } = await startBench({ customers: [{ id: 'AzyNew' }] });
		await upsert([customer(1)]);
		sandbox.update('ln-1300-C000001', { deleted: true });
		const { rows } = await upsert([customer(1)]);
		expect(rows[0]?.actionToTake).toContain('into its meta_data as "cloudsuite"');
		sandbox.update('AzyNew', { meta_data: { cloudsuite: customer(1).key } });
		expect((await upsert([customer(1)])).rows).toMatchObject([
			{ situation: 'confirmed', chargebeeId: 'AzyNew' },
		]);
	});

	it('whose recorded id was given to another one is found by its reference', async () => {
		const { upsert } = await startBench({
			customers: [
				{ id: 'AzyOld', meta_data: { cloudsuite: customer(2).key } },
				{ id: 'AzyNew', meta_data: { cloudsuite: customer(1).key } },
			],
		});
		const { rows } = await upsert([customer(1, { known: { chargebeeId: 'AzyOld' } })]);
		expect(rows).toMatchObject([{ situation: 'confirmed', chargebeeId: 'AzyNew' }]);
	});

	it('is not created while the custom fields, which may hold its reference, can not be read', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: 'AzyHand1', cf_cloudsuite_id: customer(1).key }],
			behaviour: REFERENCE_FIELD,
		});
		sandbox.faults.add({
			path: /custom_field_configs/,
			effect: { kind: 'answer', status: 503, body: '' },
			times: 10,
		});
		const { rows } = await upsert([customer(1)]);
		expect(outcomes(rows)).toEqual(['failed']);
		expect(sandbox.customers()).toHaveLength(1);
	});
});

describe('a search by match keys only', () => {
	it('says which match key it could not use', async () => {
		const { upsert } = await startBench({ customers: strangers(500) });
		const { hints } = await upsert([customer(1, { vat_number: 'NO123456789' })], {
			parameters: { options: { search: 'keys' } },
		});
		expect(hints.join()).toContain('VAT number');
	});

	it('asks for an e-mail in small letters too', async () => {
		const { upsert } = await startBench({
			customers: [...strangers(500), { id: 'AzyHand1', email: 'ap1@company1.test' }],
		});
		const { rows } = await upsert([customer(1, { email: 'AP1@Company1.test' })], {
			parameters: { ...BY_EMAIL, options: { search: 'keys' } },
		});
		expect(rows).toMatchObject([{ outcome: 'linked', chargebeeId: 'AzyHand1' }]);
	});
});

describe('a CloudSuite key', () => {
	it('of another form is refused: a customer entered by hand may have that very id', async () => {
		const { upsert, sandbox } = await startBench({
			customers: [{ id: '1001', company: 'Stranger' }],
		});
		const { rows } = await upsert([customer(1, { key: '1001' })]);
		expect(rows).toMatchObject([{ outcome: 'invalid' }]);
		expect(rows[0]?.reason).toContain('product:tenant:company:ID');
		expect(sandbox.customer('1001')).toMatchObject({ company: 'Stranger' });
	});
});

describe('a run whose look-up failed', () => {
	it('does not claim to know the situation of its records', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add({ effect: { kind: 'answer', status: 503, body: '' }, times: 50 });
		const { rows } = await upsert(customers(2));
		expect(rows.map(({ situation }) => situation)).toEqual([null, null]);
		expectNoDuplicates(sandbox);
	});
});
