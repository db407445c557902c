import type { IDataObject } from 'n8n-workflow';
import {
	CATALOG,
	finish,
	form,
	key,
	OF_CHARGE,
	OF_PLAN,
	posts,
	start,
	upsert,
	written,
} from './support';

afterEach(finish);

const price = (values: IDataObject): IDataObject => ({
	...{ priceKey: key('A1-EUR'), name: 'Bolt', currency_code: 'EUR' },
	...values,
});

describe('the period', () => {
	it('of a plan is sent, and missing is invalid with the reason', async () => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [price({ price: '5' })], {
			...OF_PLAN,
			period: 3,
			periodUnit: 'year',
		});
		expect(form(posts(bench)[0]!)).toMatchObject({ period: '3', period_unit: 'year' });
		const [row] = await upsert(
			bench,
			'itemPrice',
			[{ ...price({ price: '5' }), priceKey: key('A2-EUR') }],
			{
				...OF_PLAN,
				period: '={{ $json.period }}',
				periodUnit: '={{ $json.unit }}',
			},
		);
		expect(row).toMatchObject({
			outcome: 'invalid',
			reason: expect.stringMatching(
				/period is missing: the item is a plan, which recurs/,
			) as string,
		});
		expect(posts(bench)).toEqual([]);
	});

	it('of a charge is not sent', async () => {
		const bench = await start(CATALOG);
		await written(bench, 'itemPrice', [price({ price: '5' })], OF_CHARGE);
		expect(Object.keys(form(posts(bench)[0]!)).filter((name) => name.startsWith('period'))).toEqual(
			[],
		);
	});

	it('and pricing model of new prices that do not exist are invalid, whoever set them', async () => {
		const bench = await start(CATALOG);
		const [row] = await upsert(bench, 'itemPrice', [price({ price: '5' })], {
			...{ ...OF_PLAN, period: 0, periodUnit: 'fortnight', pricingModel: 'free' },
		});
		expect(row?.outcome).toBe('invalid');
		for (const word of ['period 0', '"fortnight"', '"free"']) expect(row?.reason).toContain(word);
		expect(posts(bench)).toEqual([]);
	});
});

describe('the accounting detail', () => {
	it.each(['replace', 'merge'] as const)(
		'keeps its other parts when one changes or is cleared (a site that %ss blocks)',
		async (partialBlocks) => {
			const bench = await start({ ...CATALOG, behaviour: { partialBlocks } });
			const sold = (values: IDataObject) => price({ price: '5', ...values });
			await written(
				bench,
				'itemPrice',
				[
					sold({
						accounting_detail_sku: 'A1',
						accounting_detail: { accounting_code: '4000', accounting_category1: 'X' },
					}),
				],
				OF_PLAN,
			);
			const stored = () => bench.sandbox.record('item_prices', 'ln-1300-A1-EUR')?.accounting_detail;
			await written(
				bench,
				'itemPrice',
				[sold({ accounting_detail_accounting_code: '4400' })],
				OF_PLAN,
			);
			expect(stored()).toMatchObject({
				sku: 'A1',
				accounting_code: '4400',
				accounting_category1: 'X',
			});
			const options = { fieldRules: { rule: [{ field: 'accounting_detail_sku', rule: 'clear' }] } };
			await written(bench, 'itemPrice', [sold({ accounting_detail_sku: '' })], {
				...OF_PLAN,
				options,
			});
			expect(stored()).toEqual({
				accounting_code: '4400',
				accounting_category1: 'X',
				object: 'accounting_detail',
			});
		},
	);
});
