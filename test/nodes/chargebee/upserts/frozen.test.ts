import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import { CATALOG, finish, key, OF_PLAN, posts, start, upsert, written } from './support';

afterEach(finish);

const PRICE = {
	...{ priceKey: key('P-EUR'), name: 'Rental', currency_code: 'EUR', price: '10' },
	...{ pricing_model: 'per_unit', period: 1, period_unit: 'month' },
};
const YEARLY = { ...PRICE, period_unit: 'year' };
const WEEKLY = { ...PRICE, period_unit: 'week' };
const BASE = 'ln-1300-P-EUR';

const run = (bench: Bench, items: IDataObject[], whenFrozen: string) =>
	upsert(bench, 'itemPrice', items, { ...OF_PLAN, options: { whenFrozen } });

/** A site in which the monthly price is used by subscriptions. */
async function used(): Promise<Bench> {
	const bench = await start({ ...CATALOG, behaviour: { usedItemPrices: [BASE] } });
	await written(bench, 'itemPrice', [PRICE], OF_PLAN);
	posts(bench);
	return bench;
}

const prices = ({ sandbox }: Bench) =>
	sandbox.records('item_prices').map(({ id, name, period_unit: unit }) => ({ id, name, unit }));

describe('a used price whose period changes in CloudSuite', () => {
	it('is a conflict that names field and price, and nothing of it is written', async () => {
		const bench = await used();
		const [row] = await run(bench, [{ ...YEARLY, price: '12' }], 'conflict');
		expect(row).toMatchObject({
			outcome: 'conflict',
			code: 'frozen_field',
			reason: expect.stringMatching(
				/period_unit "year" instead of "month".*ln-1300-P-EUR/,
			) as string,
			actionToTake: expect.stringContaining('When a Used Price Would Change') as string,
		});
		expect(posts(bench)).toEqual([]);
	});

	it('is changed in what is not frozen without any question', async () => {
		const bench = await used();
		const [row] = await run(bench, [{ ...PRICE, price: '12', description: 'New' }], 'conflict');
		expect(row?.outcome).toBe('updated');
		expect(bench.sandbox.record('item_prices', BASE)).toMatchObject({ price: 1200 });
	});

	it('is rejected in Chargebee’s words when it is to be tried', async () => {
		const bench = await used();
		const [row] = await run(bench, [YEARLY], 'try');
		expect(row).toMatchObject({
			outcome: 'rejected',
			reason: expect.stringContaining('cannot be changed, as the item price is in use') as string,
		});
	});

	it('is changed when it is to be tried and nothing uses it', async () => {
		const bench = await used();
		bench.sandbox.behaviour.usedItemPrices = [];
		const [row] = await run(bench, [YEARLY], 'try');
		expect(row?.outcome).toBe('updated');
		expect(prices(bench)).toMatchObject([{ id: BASE, unit: 'year' }]);
	});

	it('is followed by a new price with an id and a name of its own, once', async () => {
		const bench = await used();
		const [created] = await run(bench, [YEARLY], 'successor');
		expect(created?.outcome).toBe('created');
		expect(created?.chargebeeId).toMatch(/^ln-1300-P-EUR_7e[0-9a-f]{8}$/);
		expect(prices(bench)).toEqual([
			{ id: BASE, name: 'P-EUR - Rental', unit: 'month' },
			{
				id: created?.chargebeeId,
				name: 'P-EUR - Rental (per_unit EUR 1 year)',
				unit: 'year',
			},
		]);
		posts(bench);
		const [again] = await run(bench, [YEARLY], 'successor');
		expect(again).toMatchObject({ outcome: 'unchanged', chargebeeId: created?.chargebeeId });
		const [dearer] = await run(bench, [{ ...YEARLY, price: '99' }], 'successor');
		expect(dearer).toMatchObject({ outcome: 'updated', chargebeeId: created?.chargebeeId });
		expect(posts(bench)).toHaveLength(1);
	});
});

describe('a price that has a successor', () => {
	/** Beside a price that is new, so that the whole list is read. */
	const beside = (price: IDataObject, n: number) => [
		price,
		{ ...PRICE, priceKey: key(`N${n}-EUR`), name: 'Other' },
	];

	it.each(['successor', 'conflict', 'try'])(
		'goes back to its old values by itself, also when the whole list is read (%s)',
		async (whenFrozen) => {
			const bench = await used();
			await run(bench, [YEARLY], 'successor');
			const rows = [
				(await run(bench, [PRICE], whenFrozen))[0],
				(await run(bench, beside(PRICE, 1), whenFrozen))[0],
			];
			expect(rows).toMatchObject([
				{ outcome: 'unchanged', chargebeeId: BASE },
				{ outcome: 'unchanged', chargebeeId: BASE },
			]);
		},
	);

	it('goes on to a third set of values, and back to the second', async () => {
		const bench = await used();
		const [second] = await run(bench, [YEARLY], 'successor');
		const [third] = await run(bench, beside(WEEKLY, 1), 'successor');
		expect(third).toMatchObject({ outcome: 'created' });
		const [back] = await run(bench, beside(YEARLY, 2), 'successor');
		expect(back).toMatchObject({ outcome: 'unchanged', chargebeeId: second?.chargebeeId });
		expect(prices(bench).filter(({ id }) => id.startsWith(BASE))).toHaveLength(3);
	});

	it('is followed on when the first one was archived by hand', async () => {
		const bench = await used();
		const [second] = await run(bench, [YEARLY], 'successor');
		bench.sandbox.updateRecord('item_prices', BASE, { status: 'archived' });
		const [same] = await run(bench, beside(YEARLY, 1), 'successor');
		expect(same).toMatchObject({ outcome: 'unchanged', chargebeeId: second?.chargebeeId });
		const [next] = await run(bench, beside(WEEKLY, 2), 'successor');
		expect(next?.outcome).toBe('created');
	});

	it.each(['numberAndName', 'nameAndNumber'])(
		'never loses its number to the length of the name (%s)',
		async (namePolicy) => {
			const bench = await used();
			const parameters = { ...OF_PLAN, namePolicy, options: { whenFrozen: 'successor' } };
			const long = { ...PRICE, name: 'Very long description '.repeat(9) };
			await written(bench, 'itemPrice', [long], parameters);
			await written(bench, 'itemPrice', [{ ...long, period_unit: 'year' }], parameters);
			const names = prices(bench).map(({ name }) => String(name));
			expect(names.every((name) => name.includes('P-EUR') && name.length <= 100)).toBe(true);
			expect(new Set(names).size).toBe(2);
		},
	);
});

describe('what Chargebee never changes', () => {
	it('is a conflict: the item of a price', async () => {
		const bench = await used();
		const [row] = await upsert(bench, 'itemPrice', [PRICE], { parentBy: 'id', parentId: 'charge' });
		expect(row).toMatchObject({
			outcome: 'conflict',
			code: 'immutable_field',
			reason: expect.stringMatching(/item_id "charge" instead of "plan"/) as string,
		});
		expect(posts(bench)).toEqual([]);
	});

	it('is a conflict: the type of an item, while a default type leaves it alone', async () => {
		const bench = await start(CATALOG);
		const item = { key: key('PLAN'), name: 'A plan' };
		const parameters = { parentBy: 'id', parentId: 'fam', itemType: 'charge' };
		const [row] = await upsert(bench, 'item', [{ ...item, type: 'addon' }], parameters);
		expect(row).toMatchObject({ outcome: 'conflict', code: 'immutable_field' });
		const [other] = await upsert(bench, 'item', [item], parameters);
		expect(other?.outcome).toBe('updated');
		expect(bench.sandbox.record('items', 'plan')).toMatchObject({ type: 'plan' });
	});
});
