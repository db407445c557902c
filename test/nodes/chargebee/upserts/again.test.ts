import type { IDataObject } from 'n8n-workflow';
import { byHand, finish, posts, SAMPLES, start, written } from './support';
import type { Bench } from '../setup';

afterEach(finish);

describe.each(SAMPLES)(
	'a $resource',
	({ resource, world, item, field, values, parameters, stored }) => {
		const [a, b] = values;
		const set = async (bench: Bench, value: string) => {
			const [row] = await written(bench, resource, [{ ...item, [field]: value }], parameters);
			expect(stored(bench)).toBe(value);
			return row?.outcome;
		};

		it('set to A, to B and to A again within the idempotency window is A', async () => {
			const bench = await start(world);
			expect(await set(bench, a)).toBe('created');
			expect([await set(bench, b), await set(bench, a), await set(bench, b)]).toEqual([
				...['updated', 'updated', 'updated'],
			]);
			expect(posts(bench)).toHaveLength(4);
		});

		it('set back by a person and set again by the sync within the idempotency window is what CloudSuite has', async () => {
			const bench = await start(world);
			await set(bench, a);
			await set(bench, b);
			await set(bench, a);
			await set(bench, b);
			posts(bench);
			expect(await set(bench, b)).toBe('unchanged');
			expect(posts(bench)).toEqual([]);
		});
	},
);

describe('a record that was deleted in Chargebee a moment ago', () => {
	const removals: Record<string, (bench: Bench) => unknown> = {
		contact: (bench) => byHand(bench, 'customers/cust/delete_contact', 'contact[id]=ln-1300-P1'),
		itemFamily: ({ sandbox }) =>
			sandbox.updateRecord('item_families', 'ln-1300-F1', { status: 'deleted', deleted: true }),
		item: ({ sandbox }) =>
			sandbox.updateRecord('items', 'ln-1300-I1', { status: 'deleted', deleted: true }),
		itemPrice: ({ sandbox }) =>
			sandbox.updateRecord('item_prices', 'ln-1300-I1-EUR', { status: 'deleted', deleted: true }),
	};

	it.each(SAMPLES.filter(({ resource }) => resource in removals))(
		'and whose id is free again is created again, although Chargebee remembers the first create: $resource',
		async ({ resource, world, item, field, values, parameters, stored }) => {
			const bench = await start(world);
			const wanted: IDataObject = { ...item, [field]: values[0] };
			await written(bench, resource, [wanted], parameters);
			await removals[resource]?.(bench);
			const [row] = await written(bench, resource, [wanted], parameters);
			expect(row?.outcome).toBe('created');
			expect(stored(bench)).toBe(values[0]);
			expect(
				(await written(bench, resource, [wanted], parameters)).map(({ outcome }) => outcome),
			).toEqual(['unchanged']);
		},
	);

	it.each(SAMPLES.filter(({ resource }) => resource in removals && resource !== 'contact'))(
		'is created again also where Chargebee no longer tells of deleted ones: $resource',
		async ({ resource, world, item, parameters }) => {
			const bench = await start({ ...world, behaviour: { retrieveDeletedCatalog: false } });
			await written(bench, resource, [item], parameters);
			await removals[resource]?.(bench);
			const [row] = await written(bench, resource, [item], parameters);
			expect(row?.outcome).toBe('created');
		},
	);
});
