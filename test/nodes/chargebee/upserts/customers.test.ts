import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import { finish, form, key, posts, start, upsert, written } from './support';

afterEach(finish);

const KEY = key('C1');
const run = (bench: Bench, values: IDataObject) =>
	written(bench, 'customer', [{ key: KEY, ...values }]);
const stored = ({ sandbox }: Bench) => sandbox.customer('ln-1300-C1') as unknown as IDataObject;

describe('the tax identifiers of a customer', () => {
	const A = { scheme: 'iso6523-actorid-upis', value: '0007:1', standard: 'peppol' };
	const B = { scheme: 'gln', value: '7300' };
	const lists = (bench: Bench) =>
		((stored(bench).entity_identifiers ?? []) as Array<{ scheme: string; value: string }>)
			.map(({ scheme, value }) => `${scheme} ${value}`)
			.sort();

	it('are created, changed and removed one by one; order and spelling do not matter', async () => {
		const bench = await start();
		await run(bench, { entity_identifiers: [A, B] });
		expect(lists(bench)).toEqual(['gln 7300', 'iso6523-actorid-upis 0007:1']);
		posts(bench);
		for (const same of [[B, A], JSON.stringify([A, B]), [{ ...A, value: ' 0007:1 ' }, B]])
			expect((await run(bench, { entity_identifiers: same }))[0]?.outcome).toBe('unchanged');
		expect(posts(bench)).toEqual([]);
		await run(bench, { entity_identifiers: [A, { ...B, value: '7400' }] });
		expect(lists(bench)).toEqual(['gln 7400', 'iso6523-actorid-upis 0007:1']);
		await run(bench, { entity_identifiers: [B] });
		expect(lists(bench)).toEqual(['gln 7300']);
	});

	it('may be several of one scheme', async () => {
		const bench = await start();
		const all = ['1', '2', '3'].map((value) => ({ scheme: 'gln', value }));
		await run(bench, { entity_identifiers: all });
		await run(bench, { entity_identifiers: [all[2] ?? {}, { scheme: 'gln', value: '4' }] });
		expect(lists(bench)).toEqual(['gln 3', 'gln 4']);
	});

	it('stay when only the address changes, and the address when only they do', async () => {
		const bench = await start();
		await run(bench, { entity_identifiers: [A], billing_address_city: 'Oslo', vat_number: 'NO1' });
		await run(bench, { billing_address_city: 'Bergen' });
		await run(bench, { entity_identifiers: [B] });
		expect(lists(bench)).toEqual(['gln 7300']);
		expect(stored(bench)).toMatchObject({ vat_number: 'NO1', billing_address: { city: 'Bergen' } });
	});
});

describe('terms of a customer', () => {
	it('are written, compared by value, and changed one by one', async () => {
		const bench = await start();
		const terms = {
			net_term_days: '30',
			auto_collection: 'off',
			taxability: 'exempt',
			locale: 'pt_BR',
			preferred_currency_code: 'eur',
		};
		await run(bench, terms);
		expect(stored(bench)).toMatchObject({
			net_term_days: 30,
			auto_collection: 'off',
			taxability: 'exempt',
			locale: 'pt-BR',
			preferred_currency_code: 'EUR',
		});
		posts(bench);
		expect((await run(bench, { ...terms, net_term_days: 30, locale: 'pt-br' }))[0]?.outcome).toBe(
			'unchanged',
		);
		await run(bench, { ...terms, net_term_days: 0, locale: 'fr' });
		const [sent, ...more] = posts(bench);
		expect(form(sent!)).toEqual({ net_term_days: '0', locale: 'fr' });
		expect(more).toEqual([]);
	});

	it.each([
		[
			'billing_address_country',
			'XX',
			/billing_address_country "XX" is not an ISO 3166 country code.*Code Mappings/,
		],
		['billing_address_country', 'Norway', /"Norway".*Code Mappings/],
		['preferred_currency_code', 'EURO', /"EURO" is not an ISO 4217.*Code Mappings/],
		['locale', 'xx-unknown', /"xx-unknown" is not a language code.*Code Mappings/],
		['locale', '2', /"2" is not a language code.*Code Mappings/],
		['taxability', 'maybe', /taxability "maybe" is not one of taxable, exempt/],
		['auto_collection', 'true', /auto_collection "true" is not one of on, off/],
		['net_term_days', '30 days', /net_term_days "30 days" is not a whole number/],
		['entity_identifiers', 'x', /entity_identifiers is not a list of identifiers/],
		['company', 'x'.repeat(251), /company has 251 characters, Chargebee takes 250/],
	])(
		'that are not known are invalid, with the code and what to do, and others go on: %s %s',
		async (field, value, reason) => {
			const bench = await start();
			const [bad, good] = await upsert(bench, 'customer', [
				{ key: key('C2'), company: 'Two', [field]: value },
				{ key: KEY, company: 'One' },
			]);
			expect(bad).toMatchObject({
				outcome: 'invalid',
				reason: expect.stringMatching(reason) as string,
			});
			expect(good?.outcome).toBe('created');
			expect(posts(bench)).toHaveLength(1);
		},
	);
});

describe('the metadata of a customer', () => {
	it('is merged member by member: what others keep there stays, lists and objects are compared by value', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-C1', meta_data: { theirs: { deep: [1] }, tags: ['a', 'b'] } }],
		});
		await run(bench, { meta_data: { tags: ['a', 'b'], region: 'North', size: 5, flag: false } });
		expect(stored(bench).meta_data).toEqual({
			theirs: { deep: [1] },
			tags: ['a', 'b'],
			region: 'North',
			size: 5,
			flag: false,
			cloudsuite: KEY,
		});
		posts(bench);
		const same = {
			meta_data: '{"flag":false,"size":"5","tags":["a","b"]}',
			'meta_data.region': 'North',
		};
		expect((await run(bench, same))[0]?.outcome).toBe('unchanged');
		const [row] = await run(bench, { meta_data: { theirs: { deep: [1, 2] } } });
		expect(row?.changes).toMatchObject([{ field: 'meta_data.theirs' }]);
		expect(stored(bench).meta_data).toMatchObject({ theirs: { deep: [1, 2] }, region: 'North' });
	});

	it('that is no object is invalid', async () => {
		const bench = await start();
		const [row] = await upsert(bench, 'customer', [{ key: KEY, meta_data: 'North' }]);
		expect(row?.reason).toContain('meta_data is not a JSON object');
	});
});

describe('an e-mail', () => {
	it('is the same customer whatever its case, on both sides', async () => {
		const bench = await start({ customers: [{ id: 'hand', email: 'AP@Ohlund.TEST' }] });
		const [row] = await run(bench, { email: 'ap@ohlund.test' });
		expect(row).toMatchObject({ outcome: 'linked', chargebeeId: 'hand', matchedBy: 'email' });
		expect(bench.sandbox.customer('hand')?.email).toBe('AP@Ohlund.TEST');
	});
});

describe('a customer that was deleted', () => {
	it('is created anew with another id when asked for, once', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-C1', deleted: true, meta_data: { cloudsuite: KEY } }],
		});
		const options = { whenGone: 'restore' };
		const again = () => written(bench, 'customer', [{ key: KEY, company: 'One' }], { options });
		const [created] = await again();
		expect(created).toMatchObject({ outcome: 'created', situation: 'gone' });
		posts(bench);
		expect((await again())[0]).toMatchObject({
			outcome: 'unchanged',
			chargebeeId: created?.chargebeeId,
		});
		const [plain] = await run(bench, { company: 'One' });
		expect(plain).toMatchObject({ outcome: 'unchanged', chargebeeId: created?.chargebeeId });
		expect(posts(bench)).toEqual([]);
	});

	it('a second time stays deleted: who does that means it', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-C1', deleted: true, meta_data: { cloudsuite: KEY } }],
		});
		const again = () =>
			upsert(bench, 'customer', [{ key: KEY, company: 'One' }], {
				options: { whenGone: 'restore' },
			});
		const [created] = await again();
		bench.sandbox.update(created?.chargebeeId ?? '', { deleted: true });
		posts(bench);
		const [row] = await again();
		expect(row).toMatchObject({ outcome: 'conflict', code: 'record_deleted_again' });
		expect(row?.actionToTake).not.toContain('Bring Back');
		expect(posts(bench)).toEqual([]);
	});
});
