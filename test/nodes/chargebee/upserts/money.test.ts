import type { IDataObject } from 'n8n-workflow';
import { CATALOG, finish, form, key, OF_CHARGE, posts, start, upsert, written } from './support';

afterEach(finish);

const price = (
	currency: string,
	amount: IDataObject[string],
	more: IDataObject = {},
): IDataObject => ({
	...{ priceKey: key(`A1-${currency}`), name: 'Bolt', currency_code: currency, price: amount },
	...more,
});

describe('an amount of CloudSuite', () => {
	it.each([
		['EUR', '12.50', '1250'],
		['EUR', 12.5, '1250'],
		['EUR', '0.1', '10'],
		['JPY', '1250', '1250'],
		['JPY', '1250.00', '1250'],
		['jpy', '1250', '1250'],
		['KWD', '12.5', '12500'],
		['KWD', '12.505', '12505'],
		['EUR', '0', '0'],
	])('in %s, %j, reaches Chargebee as %s minor units', async (currency, amount, minor) => {
		const bench = await start(CATALOG);
		const [row] = await upsert(bench, 'itemPrice', [price(currency, amount)], OF_CHARGE);
		const [sent] = posts(bench);
		expect(row?.outcome).toBe('created');
		expect(form(sent!).price).toBe(minor);
		expect(form(sent!).currency_code).toBe(currency.toUpperCase());
	});

	it.each([
		['JPY', '12.50', /"12.50" has more decimals than JPY has \(0\)/],
		['EUR', '12.505', /more decimals than EUR has \(2\)/],
		['KWD', '1.0001', /more decimals than KWD has \(3\)/],
		['EUR', '1,250.00', /not an amount.*no separators/],
		['EUR', '-5', /price is negative/],
		['EUR', '12.50 EUR', /not an amount/],
		['', '12.50', /needs a currency_code/],
		['EURO', '12.50', /"EURO" is not an ISO 4217 currency code.*Code Mappings/],
	])(
		'in %j, %j, is invalid with the reason named, and others go on',
		async (currency, amount, reason) => {
			const bench = await start(CATALOG);
			const [bad, good] = await upsert(
				bench,
				'itemPrice',
				[price(currency, amount), price('USD', '1')],
				OF_CHARGE,
			);
			expect(bad).toMatchObject({
				outcome: 'invalid',
				reason: expect.stringMatching(reason) as string,
			});
			expect(good?.outcome).toBe('created');
			expect(posts(bench)).toHaveLength(1);
		},
	);

	it('is the same amount whatever its spelling: no write', async () => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [price('EUR', '12.50')], OF_CHARGE);
		posts(bench);
		for (const amount of ['12.5', 12.5, ' 12.500 ', '+12.50']) {
			const [row] = await written(bench, 'itemPrice', [price('EUR', amount)], OF_CHARGE);
			expect(row?.outcome).toBe('unchanged');
		}
		expect(posts(bench)).toEqual([]);
	});

	it('in minor units is sent as it is, and never with decimals', async () => {
		const bench = await start(CATALOG);
		const parameters = { ...OF_CHARGE, amounts: 'minor' };
		await written(bench, 'itemPrice', [price('JPY', '1250')], parameters);
		const [bad] = await upsert(bench, 'itemPrice', [price('EUR', '12.5')], parameters);
		expect(form(posts(bench)[0]!).price).toBe('1250');
		expect(bad).toMatchObject({
			outcome: 'invalid',
			reason: expect.stringMatching(/price "12.5" is not a whole number/) as string,
		});
	});

	it('that belongs to Chargebee is not even looked at', async () => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [price('EUR', '1')], OF_CHARGE);
		const options = { fieldRules: { rule: [{ field: 'price', rule: 'never' }] } };
		const [row] = await written(bench, 'itemPrice', [price('EUR', '1,5')], {
			...OF_CHARGE,
			options,
		});
		expect(row?.outcome).toBe('unchanged');
	});
});

describe('a site with multi-decimal pricing', () => {
	const decimal = { ...OF_CHARGE, amounts: 'decimal' };
	const site = { ...CATALOG, behaviour: { multiDecimalPricing: true } };

	it('gets amounts as text with all their digits, and no write for another spelling', async () => {
		const bench = await start(site);
		await written(bench, 'itemPrice', [price('EUR', '0.00012345678901234567890')], decimal);
		expect(form(posts(bench)[0]!)).toMatchObject({ price_in_decimal: '0.00012345678901234567890' });
		const [row] = await written(
			bench,
			'itemPrice',
			[price('EUR', '00.0001234567890123456789')],
			decimal,
		);
		expect(row?.outcome).toBe('unchanged');
	});

	it('gets the amounts of tiers so too, and no write for another spelling', async () => {
		const bench = await start(site);
		const tiers = (amount: IDataObject[string]) => [{ starting_unit: 1, price: amount }];
		const tiered = (amount: IDataObject[string]) =>
			price('EUR', undefined, { pricing_model: 'tiered', tiers: tiers(amount) });
		await written(bench, 'itemPrice', [tiered('0.00150')], decimal);
		expect(form(posts(bench)[0]!)['tiers[price_in_decimal][0]']).toMatch(/^0\.00150?$/);
		for (const same of ['0.0015', 0.0015, '0.001500']) {
			const [row] = await written(bench, 'itemPrice', [tiered(same)], decimal);
			expect(row?.outcome).toBe('unchanged');
		}
	});

	it.each(['-1', '1e3', 'free'])('does not get %j', async (amount) => {
		const bench = await start(site);
		const [row] = await upsert(bench, 'itemPrice', [price('EUR', amount)], decimal);
		expect(row?.outcome).toBe('invalid');
		expect(posts(bench)).toEqual([]);
	});
});
