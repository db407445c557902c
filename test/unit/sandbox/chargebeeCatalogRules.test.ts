import { FORMS, startCatalog } from './chargebeeCatalog';
import { stopBenches } from './chargebeeClient';

afterEach(stopBenches);

const tiers = (...rows: Array<[from: string, to: string, price: string]>) =>
	Object.fromEntries(
		rows.flatMap(([from, to, price], index) =>
			Object.entries({ starting_unit: from, ending_unit: to, price }).map(
				([column, value]) => [`tiers[${column}][${index}]`, value] as const,
			),
		),
	);
const TIERED = { ...FORMS.item_prices, price: '', pricing_model: 'tiered' };
const KEY = { 'chargebee-idempotency-key': '1' };

describe('a catalog', () => {
	it('refuses what refers to something that is not there', async () => {
		const { post } = await startCatalog();
		const item = await post('items', { ...FORMS.items, item_family_id: 'none' });
		expect([item.status, item.json.param]).toEqual([404, 'item_family_id']);
		const price = await post('item_prices', { ...FORMS.item_prices, item_id: 'none' });
		expect([price.status, price.json.param]).toEqual([404, 'item_id']);
	});

	it('takes no new prices for an archived item, until it is active again', async () => {
		const { post, sandbox } = await startCatalog();
		await post('items/charge', { status: 'archived' });
		expect(sandbox.record('items', 'charge')).toHaveProperty('archived_at');
		const refused = await post('item_prices', FORMS.item_prices);
		expect([refused.status, refused.json.api_error_code]).toEqual([
			409,
			'invalid_state_for_request',
		]);
		await post('items/charge', { status: 'active' });
		expect(sandbox.record('items', 'charge')).not.toHaveProperty('archived_at');
		expect((await post('item_prices', FORMS.item_prices)).status).toBe(200);
	});

	it('keeps prices in the family of their item', async () => {
		const { post, sandbox } = await startCatalog();
		await post('items/charge', { item_family_id: 'empty' });
		const families = sandbox.records('item_prices').map((price) => price.item_family_id);
		expect(families).toEqual(['f', 'f', 'empty']);
		expect((await post('items/charge', { item_family_id: 'none' })).status).toBe(404);
	});

	it('deletes a family without active items, and an item without prices', async () => {
		const { post } = await startCatalog();
		expect((await post('item_families/empty/delete')).status).toBe(200);
		expect((await post('item_families/f/delete')).status).toBe(409);
		expect((await post('items/charge/delete')).status).toBe(409);
		await post('item_prices/charge-eur', { status: 'archived' });
		expect((await post('items/charge/delete')).status).toBe(409);
		await post('item_prices/charge-eur/delete');
		expect((await post('items/charge/delete')).status).toBe(200);
	});

	it('archives a price in use where a delete is asked for', async () => {
		const { post, sandbox } = await startCatalog({ behaviour: { usedItemPrices: ['plan-eur'] } });
		expect((await post('item_prices/plan-eur/delete')).status).toBe(200);
		expect(sandbox.record('item_prices', 'plan-eur')).toMatchObject({
			status: 'archived',
			deleted: false,
		});
	});

	it.each([
		['pricing_model', 'per_unit'],
		['currency_code', 'USD'],
		['period', '2'],
		['period_unit', 'year'],
		['billing_cycles', '12'],
	])('freezes the %s of a price in use, and nothing else', async (param, value) => {
		const { post, sandbox } = await startCatalog();
		sandbox.behaviour.usedItemPrices = ['plan-eur'];
		const refused = await post('item_prices/plan-eur', { [param]: value });
		expect([refused.status, refused.json.param]).toEqual([409, param]);
		const same = { price: '1', currency_code: 'EUR', period: '1', name: 'Renamed' };
		expect((await post('item_prices/plan-eur', same)).status).toBe(200);
		expect((await post('item_prices/addon-eur', { [param]: value })).status).toBe(200);
	});

	it.each(['plan', 'addon'])('needs a period for the price of a %s', async (item) => {
		const { post } = await startCatalog();
		const form = { ...FORMS.item_prices, item_id: item };
		expect((await post('item_prices', form)).json.param).toBe('period');
		expect((await post('item_prices', { ...form, period: '1' })).json.param).toBe('period_unit');
		const full = { ...form, period: '1', period_unit: 'year' };
		const { json } = await post('item_prices', full);
		expect(json.item_price).toMatchObject({ item_type: item, item_family_id: 'f', period: 1 });
	});

	it('needs a currency, of those the site has, unless there is only one', async () => {
		const { post, sandbox } = await startCatalog();
		const { currency_code: _code, ...form } = FORMS.item_prices;
		expect((await post('item_prices', form)).json.param).toBe('currency_code');
		sandbox.behaviour.currencies = ['SEK'];
		expect((await post('item_prices', FORMS.item_prices)).json.param).toBe('currency_code');
		const { json } = await post('item_prices', form);
		expect(json.item_price).toMatchObject({ currency_code: 'SEK' });
	});
});

describe('the amounts of a price', () => {
	it.each([
		['no price', { price: '' }, 'price'],
		['tiers beside a price', tiers(['1', '', '5']), 'tiers'],
		['a price beside tiers', { ...TIERED, price: '1', ...tiers(['1', '', '5']) }, 'price'],
		['no tiers', TIERED, 'tiers'],
		['a tier without price', { ...TIERED, ...tiers(['1', '', '']) }, 'tiers[price][0]'],
		['tiers that start late', { ...TIERED, ...tiers(['2', '', '5']) }, 'tiers[starting_unit][0]'],
		[
			'tiers with a gap',
			{ ...TIERED, ...tiers(['1', '9', '5'], ['11', '', '4']) },
			'tiers[starting_unit][1]',
		],
		[
			'an open tier amid others',
			{ ...TIERED, ...tiers(['1', '', '5'], ['11', '', '4']) },
			'tiers[ending_unit][0]',
		],
		['an end of the last tier', { ...TIERED, ...tiers(['1', '9', '5']) }, 'tiers[ending_unit][0]'],
	])('are refused: %s', async (_what, form, param) => {
		const { post } = await startCatalog();
		const { status, json } = await post('item_prices', { ...FORMS.item_prices, ...form });
		expect([status, json.param]).toEqual([400, param]);
	});

	it.each(['tiered', 'volume', 'stairstep'])('may be tiers: %s', async (model) => {
		const { post } = await startCatalog();
		const rows = tiers(['1', '10', '500'], ['11', '', '400']);
		const { json } = await post('item_prices', { ...TIERED, pricing_model: model, ...rows });
		expect(json.item_price).toMatchObject({
			pricing_model: model,
			tiers: [
				{ starting_unit: 1, ending_unit: 10, price: 500 },
				{ starting_unit: 11, price: 400 },
			],
		});
		const flat = await post('item_prices/new', { pricing_model: 'flat_fee', price: '7' });
		expect(flat.json.item_price).toMatchObject({ price: 7 });
		expect(flat.json.item_price).not.toHaveProperty('tiers');
	});

	it('may have more decimals where the site takes them, one or the other', async () => {
		const { post } = await startCatalog({ behaviour: { multiDecimalPricing: true } });
		const both = { ...FORMS.item_prices, price_in_decimal: '1.005' };
		expect((await post('item_prices', both)).json.param).toBe('price_in_decimal');
		expect((await post('item_prices', { ...both, price: '' })).status).toBe(200);
		expect((await post('item_prices/new', { price_in_decimal: '1,5' })).status).toBe(400);
		const { json } = await post('item_prices/new', { price: '100' });
		expect(json.item_price).toMatchObject({ price: 100 });
		expect(json.item_price).not.toHaveProperty('price_in_decimal');
	});
});

describe('an update that leaves out a part', () => {
	const start = async () => {
		const bench = await startCatalog();
		await bench.post(
			'item_prices/plan-eur',
			{
				'accounting_detail[sku]': 'S1',
				'accounting_detail[accounting_code]': '4000',
				metadata: '{"cloudsuite":"a","by_hand":1}',
			},
			KEY,
		);
		return bench;
	};

	it('replaces the block or merges it, as the site does', async () => {
		const { post, sandbox } = await start();
		const detail = () => sandbox.record('item_prices', 'plan-eur')?.accounting_detail;
		sandbox.behaviour.partialBlocks = 'merge';
		await post(
			'item_prices/plan-eur',
			{ 'accounting_detail[sku]': 'S2' },
			{ ...KEY, 'chargebee-idempotency-key': '2' },
		);
		expect(detail()).toMatchObject({ sku: 'S2', accounting_code: '4000' });
		expect(sandbox.violations()).toEqual([]);
	});

	it('and so loses it breaks a rule', async () => {
		const { post, sandbox } = await start();
		await post(
			'item_prices/plan-eur',
			{
				'accounting_detail[sku]': 'S2',
				metadata: '{"cloudsuite":"b"}',
			},
			{ 'chargebee-idempotency-key': '2' },
		);
		expect(sandbox.violations()).toEqual([
			expect.stringContaining('lost metadata.by_hand'),
			expect.stringContaining('lost accounting_detail[accounting_code]'),
			expect.stringContaining('gave a record with a reference another one'),
		]);
	});
});
