import type { IDataObject } from 'n8n-workflow';
import { CATALOG, finish, form, key, OF_PLAN, posts, start, upsert, written } from './support';

afterEach(finish);

const TIERS = [
	{ starting_unit: 1, ending_unit: 10, price: '5' },
	{ starting_unit: 11, ending_unit: 100, price: '4.50' },
	{ starting_unit: 101, price: '4' },
];
const price = (values: IDataObject): IDataObject => ({
	...{ priceKey: key('A1-EUR'), name: 'Bolt', currency_code: 'EUR' },
	...values,
});
const tiered = (tiers: unknown, model = 'tiered') =>
	price({ pricing_model: model, tiers: tiers as IDataObject[] });

describe('a price', () => {
	it.each(['flat_fee', 'per_unit'])('that is %s has one amount', async (pricingModel) => {
		const bench = await start(CATALOG);
		const parameters = { ...OF_PLAN, pricingModel };
		await written(bench, 'itemPrice', [price({ price: '5' })], parameters);
		expect(form(posts(bench)[0]!)).toMatchObject({ pricing_model: pricingModel, price: '500' });
		const [bad] = await upsert(
			bench,
			'itemPrice',
			[{ ...price({ price: '5', tiers: TIERS }), priceKey: key('A2-EUR') }],
			parameters,
		);
		expect(bad).toMatchObject({
			outcome: 'invalid',
			reason: expect.stringContaining('tiers are not for') as string,
		});
	});

	it.each(['tiered', 'volume', 'stairstep'])(
		'that is %s has tiers, column by column',
		async (model) => {
			const bench = await start(CATALOG);
			await written(bench, 'itemPrice', [tiered(TIERS, model)], OF_PLAN);
			const sent = form(posts(bench)[0]!);
			expect(sent).toMatchObject({
				pricing_model: model,
				'tiers[starting_unit][0]': '1',
				'tiers[ending_unit][0]': '10',
				'tiers[price][0]': '500',
				'tiers[price][1]': '450',
				'tiers[starting_unit][2]': '101',
				'tiers[price][2]': '400',
			});
			expect(sent).not.toHaveProperty('tiers[ending_unit][2]');
			expect(sent).not.toHaveProperty('price');
			const [bad] = await upsert(
				bench,
				'itemPrice',
				[{ ...price({ price: '5', pricing_model: model }), priceKey: key('A2-EUR') }],
				OF_PLAN,
			);
			expect(bad).toMatchObject({
				outcome: 'invalid',
				reason: expect.stringContaining('tiers are missing') as string,
			});
		},
	);
});

describe('tiers', () => {
	it.each([
		['as JSON text', JSON.stringify(TIERS)],
		[
			'with numbers as text',
			TIERS.map((tier) => ({ ...tier, starting_unit: String(tier.starting_unit) })),
		],
		[
			'with other decimals',
			TIERS.map((tier) => ({ ...tier, price: `${Number(tier.price).toFixed(2)}` })),
		],
		['with the pricing type named', TIERS.map((tier) => ({ ...tier, pricing_type: 'per_unit' }))],
		[
			'with members in another order',
			TIERS.map((tier) => Object.fromEntries(Object.entries(tier).reverse())),
		],
		['with an empty end', TIERS.map((tier) => ({ ending_unit: '', ...tier }))],
	])('are the same tiers %s: no write', async (_how, same) => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [tiered(TIERS)], OF_PLAN);
		posts(bench);
		const [row] = await written(bench, 'itemPrice', [tiered(same)], OF_PLAN);
		expect(row?.outcome).toBe('unchanged');
		expect(posts(bench)).toEqual([]);
	});

	it('are sent as a whole when one of them changed', async () => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [tiered(TIERS)], OF_PLAN);
		posts(bench);
		await written(
			bench,
			'itemPrice',
			[tiered([...TIERS.slice(0, 2), { ...TIERS[2], price: '3' }])],
			OF_PLAN,
		);
		expect(
			Object.keys(form(posts(bench)[0]!)).filter((name) => name.startsWith('tiers')),
		).toHaveLength(8);
		expect(bench.sandbox.record('item_prices', 'ln-1300-A1-EUR')?.tiers).toMatchObject([
			...[{ price: 500 }, { price: 450 }, { price: 300 }],
		]);
	});

	it.each([
		[
			'a gap',
			[TIERS[0], { ...TIERS[1], starting_unit: 12 }, TIERS[2]],
			/tier 2 should start at 11/,
		],
		['no tier from 1 on', [{ ...TIERS[0], starting_unit: 2 }], /tier 1 should start at 1/],
		['an end before the last', [{ starting_unit: 1, price: '1' }, TIERS[2]], /tier 1 has no end/],
		['an end of the last', [TIERS[0]], /tier 1 is the last one and must have no end/],
		[
			'an end before the start',
			[
				TIERS[0],
				{ starting_unit: 11, ending_unit: 5, price: '1' },
				{ starting_unit: 6, price: '1' },
			],
			/tier 2 ends before it starts/,
		],
		['no price', [{ starting_unit: 1 }], /tier 1 has no price/],
		[
			'a price with too many decimals',
			[{ starting_unit: 1, price: '1.001' }],
			/tiers\[0\] price.*more decimals/,
		],
		['another form', 'cheap', /is not a list of tiers/],
		['no tier at all', [], /is not a list of tiers/],
	])('with %s are refused before anything is sent', async (_what, tiers, reason) => {
		const bench = await start(CATALOG);
		const [row] = await upsert(bench, 'itemPrice', [tiered(tiers)], OF_PLAN);
		expect(row).toMatchObject({
			outcome: 'invalid',
			reason: expect.stringMatching(reason) as string,
		});
		expect(posts(bench)).toEqual([]);
	});

	it('can take the place of one price while the price is not used, and one price theirs', async () => {
		const bench = await start(CATALOG);
		const parameters = { ...OF_PLAN, options: { whenFrozen: 'try' } };
		await written(
			bench,
			'itemPrice',
			[price({ price: '5', pricing_model: 'per_unit' })],
			parameters,
		);
		await written(bench, 'itemPrice', [tiered(TIERS)], parameters);
		const stored = () => bench.sandbox.record('item_prices', 'ln-1300-A1-EUR');
		expect(stored()).toMatchObject({ pricing_model: 'tiered', tiers: [{}, {}, {}] });
		expect(stored()).not.toHaveProperty('price');
		await written(
			bench,
			'itemPrice',
			[price({ price: '6', pricing_model: 'per_unit' })],
			parameters,
		);
		expect(stored()).toMatchObject({ pricing_model: 'per_unit', price: 600 });
	});
});
