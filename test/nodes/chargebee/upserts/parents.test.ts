import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import { CATALOG, FAMILY, finish, key, posts, start, upsert, written } from './support';

afterEach(finish);

describe('an item without its family', () => {
	const ITEM = { key: key('A1'), name: 'Bolt', type: 'charge', familyKey: key('group-X') };

	it('waits, names the family, goes to the error output, and is written by a later run', async () => {
		const bench = await start();
		const { outputs } = await bench.run({ resource: 'item', operation: 'upsert' }, [ITEM]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			error: expect.stringContaining(key('group-X')) as string,
			details: { outcome: 'skipped', code: 'parent_missing', sourceKey: key('A1') },
		});
		expect(posts(bench)).toEqual([]);
		await written(bench, 'itemFamily', [{ familyKey: key('group-X'), name: 'X' }]);
		const [row] = await written(bench, 'item', [ITEM]);
		expect(row?.outcome).toBe('created');
	});

	it('that stands in Chargebee under another id without our key says how to name it', async () => {
		const bench = await start({ itemFamilies: [FAMILY] });
		const [row] = await upsert(bench, 'item', [ITEM]);
		expect(row?.actionToTake).toMatch(
			/under another ID and without the CloudSuite key, give that ID/,
		);
		const [again] = await written(bench, 'item', [ITEM], { parentBy: 'id', parentId: 'fam' });
		expect(again?.outcome).toBe('created');
	});
});

describe('a family that was linked under another id', () => {
	it('is found by the key in its custom field, so that its items are written', async () => {
		const bench = await start({
			itemFamilies: [{ ...FAMILY, cf_cloudsuite_id: key('group-X') }],
			behaviour: { customFields: [{ api_name: 'cf_cloudsuite_id', entity_type: 'item_family' }] },
		});
		await written(bench, 'item', [{ key: key('A1'), name: 'Bolt', familyKey: key('group-X') }]);
		expect(bench.sandbox.record('items', 'ln-1300-A1')).toMatchObject({ item_family_id: 'fam' });
	});
});

describe('a price without its item', () => {
	it('waits with the item named, and others go on', async () => {
		const bench = await start(CATALOG);
		const price = { name: 'Price', currency_code: 'EUR', price: '1' };
		const [first, second] = await upsert(bench, 'itemPrice', [
			{ ...price, priceKey: key('NO-EUR'), itemKey: key('NO') },
			{ ...price, priceKey: key('PLAN-EUR'), itemKey: key('PLAN') },
		]);
		expect(first).toMatchObject({
			outcome: 'skipped',
			reason: expect.stringContaining(key('NO')) as string,
		});
		expect(second?.outcome).toBe('created');
		expect(bench.sandbox.record('item_prices', 'ln-1300-PLAN-EUR')).toMatchObject({
			item_id: 'plan',
			period: 1,
		});
	});
});

describe('a record without a CloudSuite key', () => {
	it.each(['', 'no key'])('does not keep the other records of its run back (%j)', async (none) => {
		const bench = await start();
		const rows = await upsert(bench, 'customer', [
			{ key: none, company: 'Nobody' },
			{ key: key('C1'), company: 'One' },
		]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['invalid', 'created']);
	});
});

describe('customers that hang on each other in a circle', () => {
	const FAMILY_TREE = { parentBy: 'key', parentKey: '={{ $json.parent }}' };
	const child = (id: string, parent: string): IDataObject => ({
		key: key(id),
		company: id,
		parent: parent && key(parent),
	});
	const run = (bench: Bench, items: IDataObject[]) => upsert(bench, 'customer', items, FAMILY_TREE);

	it.each([
		['itself', [child('A', 'A')]],
		['each other', [child('A', 'B'), child('B', 'A')]],
		['a circle of three', [child('C', 'A'), child('A', 'B'), child('B', 'C')]],
	])('are a conflict, each of them, that says so: %s', async (_what, items) => {
		const bench = await start();
		const rows = await run(bench, [...items, child('FREE', '')]);
		expect(rows.map(({ code }) => code)).toEqual([...items.map(() => 'parent_circle'), null]);
		expect(rows.slice(0, -1).map(({ outcome }) => outcome)).toEqual(items.map(() => 'conflict'));
		expect(posts(bench)).toHaveLength(1);
	});

	it('keep back what hangs on them', async () => {
		const bench = await start();
		const rows = await run(bench, [child('LEAF', 'A'), child('A', 'B'), child('B', 'A')]);
		expect(rows.map(({ code }) => code)).toEqual([
			...['parent_failed', 'parent_circle', 'parent_circle'],
		]);
		expect(rows[0]?.reason).toContain(key('A'));
	});

	it('in a chain of thousands are decided in no time', async () => {
		const bench = await start();
		const chain = Array.from({ length: 1500 }, (_, n) =>
			child(`N${n}`, n === 0 ? 'N0' : `N${n - 1}`),
		);
		const rows = await run(bench, chain);
		expect(rows[0]?.code).toBe('parent_circle');
		expect(new Set(rows.slice(1).map(({ code }) => code))).toEqual(new Set(['parent_failed']));
	}, 20_000);
});
