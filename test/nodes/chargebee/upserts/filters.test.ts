import type { IDataObject } from 'n8n-workflow';
import type { StartOptions } from '../setup';
import {
	CATALOG,
	CHARGE,
	FAMILY,
	finish,
	key,
	OF_CHARGE,
	OF_FAMILY,
	posts,
	start,
	upsert,
	written,
} from './support';
import type { Resource } from './support';

afterEach(finish);

interface Site {
	resource: Resource;
	item: IDataObject;
	parameters: IDataObject;
	/** Strangers, more than a page of them. */
	world: StartOptions;
	count: (options: StartOptions) => number;
}

const many = <T>(make: (n: number) => T): T[] => Array.from({ length: 130 }, (_, n) => make(n));
const stranger = (n: number) => ({ id: `s${n}`, name: `Stranger ${n}`, status: 'active' });

const SITES: Site[] = [
	{
		resource: 'itemFamily',
		item: { familyKey: key('F1'), name: 'Bolts' },
		parameters: {},
		world: { itemFamilies: many(stranger) },
		count: ({ itemFamilies = [] }) => itemFamilies.length,
	},
	{
		resource: 'item',
		item: { key: key('A1'), name: 'Bolt' },
		parameters: OF_FAMILY,
		world: { itemFamilies: [FAMILY], items: many((n) => ({ ...CHARGE, ...stranger(n) })) },
		count: ({ items = [] }) => items.length,
	},
	{
		resource: 'itemPrice',
		item: { priceKey: key('A1-EUR'), name: 'Bolt', currency_code: 'EUR', price: '1' },
		parameters: OF_CHARGE,
		world: {
			...CATALOG,
			itemPrices: many((n) => ({
				...stranger(n),
				...{ item_id: 'charge', currency_code: 'EUR', pricing_model: 'per_unit', price: 5 },
			})),
		},
		count: ({ itemPrices = [] }) => itemPrices.length,
	},
];

describe.each(SITES)('the filters of $resource', ({ resource, item, parameters, world, count }) => {
	const paths = { itemFamily: 'item_families', item: 'items', itemPrice: 'item_prices' } as const;
	const path = paths[resource as keyof typeof paths];

	it.each([['id'], ['name'], ['id', 'name']])(
		'when Chargebee ignores %s: no stranger is taken for a match, none is touched',
		async (...ignoredFilters) => {
			const bench = await start({ ...world, behaviour: { ignoredFilters } });
			const before = JSON.stringify(bench.sandbox.records(path));
			for (const search of ['complete', 'keys']) {
				const [row] = await upsert(bench, resource, [item], {
					...parameters,
					options: { search },
					preview: true,
				});
				expect(row).toMatchObject({ outcome: 'created', situation: 'absent' });
			}
			expect(JSON.stringify(bench.sandbox.records(path))).toBe(before);
			await written(bench, resource, [item], parameters);
			expect(bench.sandbox.records(path)).toHaveLength(count(world) + 1);
			bench.newCalls();
			const [again] = await written(bench, resource, [item], parameters);
			expect(again?.outcome).toBe('unchanged');
			expect(posts(bench)).toEqual([]);
		},
	);

	it('when Chargebee ignores the one by id of what it hangs on, it hangs on the right one all the same', async () => {
		const bench = await start({ ...world, behaviour: { ignoredFilters: ['id'] } });
		await written(bench, resource, [item], parameters);
		const created = bench.sandbox.records(path).find(({ id }) => id.startsWith('ln-1300-'));
		expect([created?.item_family_id, created?.item_id]).toContain(parameters.parentId);
	});
});

describe('a site that takes fewer ids in one filter than a page has rows', () => {
	it.each([60, 25])(
		'is asked for fewer at once (%i), and no record is missed',
		async (maxInCount) => {
			const bench = await start({ behaviour: { maxInCount } });
			const families = Array.from({ length: 130 }, (_, n) => ({
				familyKey: key(`F${n}`),
				name: `Family ${n}`,
			}));
			await written(bench, 'itemFamily', families);
			bench.newCalls();
			const rows = await written(bench, 'itemFamily', families);
			expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
			const asked = bench.newCalls().filter(({ path }) => path.endsWith('/item_families'));
			expect(asked.length).toBeLessThanOrEqual(2 + Math.ceil(130 / 25) + 1);
		},
	);
});
