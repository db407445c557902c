import type { IDataObject } from 'n8n-workflow';
import type { Bench, StartOptions } from '../setup';
import {
	CATALOG,
	FAMILY,
	finish,
	form,
	key,
	OF_CHARGE,
	OF_FAMILY,
	OF_PLAN,
	posts,
	rules,
	start,
	upsert,
	written,
} from './support';
import type { Resource } from './support';

afterEach(finish);

const TYPES: Array<[type: string, good: unknown, stored: unknown, same: unknown[], bad: string]> = [
	['string', 'Text', 'Text', [' Text '], 'half \ud842'],
	['long', '42', 42, [42, '042'], '4.2'],
	['double', '12.50', 12.5, [12.5, '12.5'], 'twelve'],
	[
		'timestamp',
		'2026-01-31T12:00:00Z',
		1769860800,
		[1769860800, '2026-01-31T13:00:00+01:00', '2026-01-31T12:00:00'],
		'yesterday',
	],
	['email', 'ap@ohlund.test', 'ap@ohlund.test', ['AP@ohlund.test'], 'nobody'],
	['url', 'https://ohlund.test/a', 'https://ohlund.test/a', [' https://ohlund.test/a'], 'ohlund'],
	['date', '2026-01-31', '2026-01-31', ['2026-01-31T00:00:00Z'], '2026-02-30'],
];

const HOLDERS: Array<
	[Resource, string, StartOptions, IDataObject, IDataObject, (bench: Bench) => IDataObject]
> = [
	[
		'customer',
		'customer',
		{},
		{ key: key('C1'), company: 'One' },
		{},
		({ sandbox }) => sandbox.customer('ln-1300-C1') as unknown as IDataObject,
	],
	[
		'item',
		'charge_item',
		{ itemFamilies: [FAMILY] },
		{ key: key('A1'), name: 'One' },
		OF_FAMILY,
		({ sandbox }) => sandbox.record('items', 'ln-1300-A1') as unknown as IDataObject,
	],
];

describe.each(HOLDERS)(
	'a custom field of a %s',
	(resource, entity, world, item, parameters, stored) => {
		const site = (config: object): StartOptions => ({
			...world,
			behaviour: { customFields: [{ api_name: 'cf_it', entity_type: entity, ...config }] },
		});

		it.each(TYPES)(
			'that is a %s is checked, kept by its kind, and compared by value',
			async (type, good, kept, same, bad) => {
				const bench = await start(site({ field_datatype: type }));
				const run = (value: unknown) =>
					upsert(bench, resource, [{ ...item, cf_it: value as string }], parameters);
				expect((await run(good))[0]?.outcome).toBe('created');
				expect(stored(bench).cf_it).toBe(kept);
				posts(bench);
				for (const spelling of same) expect((await run(spelling))[0]?.outcome).toBe('unchanged');
				const [row] = await run(bad);
				expect(row).toMatchObject({
					outcome: 'invalid',
					reason: expect.stringContaining('cf_it') as string,
				});
				expect(posts(bench)).toEqual([]);
			},
		);

		it('that is cleared by a rule is empty, once', async () => {
			const bench = await start(site({ field_datatype: 'long' }));
			const options = rules(['cf_it', 'clear']);
			await written(bench, resource, [{ ...item, cf_it: 5 }], { ...parameters, options });
			await written(bench, resource, [{ ...item, cf_it: '' }], { ...parameters, options });
			expect(stored(bench)).not.toHaveProperty('cf_it');
			const [row] = await written(bench, resource, [{ ...item, cf_it: null }], {
				...parameters,
				options,
			});
			expect(row?.outcome).toBe('unchanged');
		});

		it('that the site does not have is invalid by name, and others go on', async () => {
			const bench = await start(site({}));
			const other = { ...item, key: key('B2'), company: 'Two', name: 'Two' };
			const rows = await upsert(
				bench,
				resource,
				[
					{ ...item, cf_typo: 'x' },
					{ ...other, cf_it: 'y' },
				],
				parameters,
			);
			expect(rows.map(({ outcome }) => outcome)).toEqual(['invalid', 'created']);
			expect(rows[0]?.reason).toContain('cf_typo');
		});
	},
);

describe('a required custom field', () => {
	const required = (name: string) => ({
		behaviour: { customFields: [{ api_name: name, entity_type: 'customer', required: true }] },
	});

	it('has to be there on a new customer, not on one that exists', async () => {
		const bench = await start({
			...required('cf_it'),
			customers: [{ id: 'ln-1300-C2', cf_it: 'x' }],
		});
		const rows = await upsert(bench, 'customer', [
			{ key: key('C1'), company: 'One' },
			{ key: key('C2'), company: 'Two' },
		]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['invalid', 'updated']);
		expect(rows[0]?.reason).toContain('cf_it is missing');
	});

	it('for the CloudSuite key is filled in by the sync itself', async () => {
		const bench = await start(required('cf_cloudsuite_id'));
		await written(bench, 'customer', [{ key: key('C1'), company: 'One' }]);
		expect(form(posts(bench)[0]!).cf_cloudsuite_id).toBe(key('C1'));
	});
});

describe('the custom field for the CloudSuite key', () => {
	const on = (...entities: string[]) => ({
		behaviour: {
			customFields: entities.map((entity) => ({
				api_name: 'cf_cloudsuite_id',
				entity_type: entity,
			})),
		},
	});
	const ITEM = { key: key('A1'), name: 'One' };
	const PRICE = { priceKey: key('A1-EUR'), name: 'One', currency_code: 'EUR', price: '1' };

	it.each<[string, StartOptions, Resource, IDataObject, IDataObject]>([
		['customer', {}, 'customer', { key: key('C1'), company: 'One' }, {}],
		['item_family', {}, 'itemFamily', { familyKey: key('F1'), name: 'One' }, {}],
		['plan_item', CATALOG, 'item', ITEM, { ...OF_FAMILY, itemType: 'plan' }],
		['plan_price', CATALOG, 'itemPrice', PRICE, OF_PLAN],
		['charge_price', CATALOG, 'itemPrice', PRICE, OF_CHARGE],
	])(
		'is written to a new %s, to one that lacks it, and not again',
		async (entity, world, resource, item, parameters) => {
			const bench = await start({ ...world, ...on(entity) });
			await written(bench, resource, [item], parameters);
			const [created] = posts(bench);
			expect(form(created!).cf_cloudsuite_id).toMatch(/^ln:ACME_TST:1300:/);
			bench.sandbox.behaviour.customFields = [];
			expect((await written(bench, resource, [item], parameters))[0]?.outcome).toBe('unchanged');
			bench.sandbox.behaviour.customFields = on(entity).behaviour.customFields;
			expect((await written(bench, resource, [item], parameters))[0]?.outcome).toBe('unchanged');
			expect(posts(bench)).toEqual([]);
		},
	);

	it.each<[string, Resource, IDataObject, IDataObject]>([
		['a charge, when only plans have it', 'item', ITEM, { ...OF_FAMILY, itemType: 'charge' }],
		['a charge’s price, when only plans’ have it', 'itemPrice', PRICE, OF_CHARGE],
	])('is not sent for %s', async (_what, resource, item, parameters) => {
		const bench = await start({ ...CATALOG, ...on('plan_item', 'plan_price') });
		await written(bench, resource, [item], parameters);
		expect(form(posts(bench)[0]!)).not.toHaveProperty('cf_cloudsuite_id');
		expect((await written(bench, resource, [item], parameters))[0]?.outcome).toBe('unchanged');
	});
});
