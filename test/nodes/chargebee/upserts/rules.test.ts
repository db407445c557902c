import type { IDataObject } from 'n8n-workflow';
import { finish, form, key, posts, rules, start, upsert, written } from './support';
import type { Bench } from '../setup';

afterEach(finish);

const KEY = key('C1');
const OURS = {
	id: 'ln-1300-C1',
	company: 'Öhlund',
	phone: '+46 8 1',
	vat_number: 'SE556703748501',
	billing_address: { line1: 'Kungsgatan 1', line2: 'Floor 3', city: 'Stockholm', country: 'SE' },
	meta_data: { cloudsuite: KEY, region: 'North', others: { keep: [1] } },
};
const theirs = ({ sandbox }: Bench) => sandbox.customer('ln-1300-C1') as unknown as IDataObject;

async function run(bench: Bench, values: IDataObject, options: IDataObject = {}) {
	const [row] = await written(bench, 'customer', [{ key: KEY, ...values }], { options });
	return row;
}

describe('an empty value', () => {
	const empty = {
		...{ company: '', phone: '   ', vat_number: null, billing_address: { line2: '' } },
		...{ billing_address_city: '', meta_data: { region: '' } },
	};

	it('clears nothing by itself', async () => {
		const bench = await start({ customers: [OURS] });
		expect((await run(bench, empty))?.outcome).toBe('unchanged');
		expect(posts(bench)).toEqual([]);
	});

	it('clears one line of the address by a rule, and nothing beside it', async () => {
		const bench = await start({ customers: [OURS] });
		const row = await run(bench, empty, rules(['billing_address_line2', 'clear']));
		expect(row?.changes).toEqual([{ field: 'billing_address_line2', from: 'Floor 3', to: null }]);
		const { billing_address: address, vat_number: vat } = theirs(bench);
		expect(address).toMatchObject({ line1: 'Kungsgatan 1', city: 'Stockholm', country: 'SE' });
		expect(address).not.toHaveProperty('line2');
		expect(vat).toBe('SE556703748501');
	});

	it('clears the VAT number by a rule, and keeps the address', async () => {
		const bench = await start({ customers: [OURS] });
		await run(bench, empty, rules(['vat_number', 'clear']));
		expect(theirs(bench)).not.toHaveProperty('vat_number');
		expect(theirs(bench).billing_address).toMatchObject(OURS.billing_address);
	});

	it.each([
		['as a list', { meta_data: { region: '' } }],
		['as JSON text', { meta_data: '{"region":null}' }],
		['by its own name', { 'meta_data.region': '' }],
	])(
		'clears one member of the metadata by a rule, mapped %s, and keeps the others',
		async (_how, values) => {
			const bench = await start({ customers: [OURS] }, ['meta_data.region']);
			await run(bench, values, rules(['meta_data.region', 'clear']));
			expect(theirs(bench).meta_data).toEqual({ cloudsuite: KEY, others: { keep: [1] } });
		},
	);

	it('that was cleared once is not cleared again', async () => {
		const bench = await start({ customers: [OURS] }, ['meta_data.region']);
		const options = rules(
			['phone', 'clear'],
			['vat_number', 'clear'],
			['meta_data.region', 'clear'],
		);
		await run(bench, empty, options);
		posts(bench);
		expect((await run(bench, empty, options))?.outcome).toBe('unchanged');
		expect(posts(bench)).toEqual([]);
	});

	it('has nothing to clear on a new record', async () => {
		const bench = await start();
		await run(bench, { company: 'New', phone: '' }, rules(['phone', 'clear']));
		expect(form(posts(bench)[0]!)).not.toHaveProperty('phone');
	});
});

describe('a field that belongs to Chargebee once it has a value', () => {
	const values = {
		...{ company: 'New AB', first_name: 'Ada', billing_address: { city: 'Lund', zip: '111' } },
		...{ meta_data: { region: 'South', tier: 'A' } },
	};
	const options = rules(
		...['company', 'first_name', 'billing_address_city', 'billing_address_zip'].map(
			(field): [string, string] => [field, 'ifEmpty'],
		),
		['meta_data.region', 'ifEmpty'],
		['meta_data.tier', 'ifEmpty'],
	);

	it('is written only while it is empty: scalar, line of the address, member of the metadata', async () => {
		const bench = await start({ customers: [OURS] });
		const row = await run(bench, values, options);
		expect(row?.changes.map(({ field }) => field).sort()).toEqual([
			...['billing_address_zip', 'first_name', 'meta_data.tier'],
		]);
		expect(theirs(bench)).toMatchObject({
			company: 'Öhlund',
			first_name: 'Ada',
			billing_address: { city: 'Stockholm', zip: '111' },
			meta_data: { region: 'North', tier: 'A' },
		});
	});

	it('may be a whole block or all metadata', async () => {
		const bench = await start({ customers: [OURS] });
		await run(bench, values, rules(['billing_address', 'ifEmpty'], ['meta_data', 'ifEmpty']));
		expect(theirs(bench)).toMatchObject({
			billing_address: { city: 'Stockholm', zip: '111' },
			meta_data: { region: 'North', tier: 'A', cloudsuite: KEY },
		});
	});
});

describe('a field that belongs to Chargebee', () => {
	it.each([
		['company', { company: 'New AB' }],
		['billing_address_city', { billing_address_city: 'Lund' }],
		['billing_address_city', { billing_address: { city: 'Lund' } }],
		['billing_address', { billing_address: { city: 'Lund' }, billing_address_line1: 'New' }],
		['meta_data.region', { meta_data: { region: 'South' } }],
		['meta_data.region', { 'meta_data.region': 'South' }],
		['meta_data', { meta_data: { region: 'South' } }],
		['email', { email: 'not an e-mail address' }],
	])('is never written: %s, mapped as %j', async (field, values) => {
		const bench = await start({ customers: [OURS] });
		expect((await run(bench, values, rules([field, 'never'])))?.outcome).toBe('unchanged');
		expect(posts(bench)).toEqual([]);
	});
});

describe('a field rule', () => {
	it('for a field that does not exist stops the run before anything is written', async () => {
		const bench = await start({ customers: [OURS] });
		const [row] = await upsert(bench, 'customer', [{ key: KEY, company: 'New AB' }], {
			options: rules(['vatNumber', 'never']),
		});
		expect(row).toMatchObject({
			outcome: 'failed',
			reason: expect.stringContaining('vatNumber') as string,
		});
		expect(posts(bench)).toEqual([]);
	});
});

describe('the reference in the metadata', () => {
	it.each([{ meta_data: { cloudsuite: key('C2') } }, { 'meta_data.cloudsuite': key('C2') }])(
		'is the sync’s own: %j is invalid',
		async (values) => {
			const bench = await start({ customers: [OURS] });
			const [row] = await upsert(bench, 'customer', [{ key: KEY, company: 'X', ...values }]);
			expect(row).toMatchObject({
				outcome: 'invalid',
				reason: expect.stringContaining('meta_data.cloudsuite') as string,
			});
			expect(posts(bench)).toEqual([]);
		},
	);
});
