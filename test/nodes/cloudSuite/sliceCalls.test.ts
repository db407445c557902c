import type { IDataObject } from 'n8n-workflow';
import { transactions } from './m3Setup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { allSlices } from './sliceSetup';

afterEach(stopBenches);

const M3 = { product: 'm3', company: '130' };

async function keysOf(bench: Bench, parameters: IDataObject): Promise<string[]> {
	const slices = await allSlices(bench, parameters);
	return slices.flatMap(({ records }) => records.map(({ key }) => key));
}

describe('slices of M3', () => {
	it.each([
		...[1, 2, 50, 98, 99, 100].map((size) => ['exportmi', size] as const),
		...[50, 98, 99, 100].map((size) => ['crs610', size] as const),
	])(
		'by %s are all customers whether the row of names counts or not, also %i at a time',
		async (customerRead, sliceSize) => {
			const bench = await startBench();
			const all = await bench.readAll(M3);
			for (const headerCounts of [true, false]) {
				bench.sandbox.m3.behaviour.headerCounts = headerCounts;
				const parameters = { ...M3, sliceSize, options: { customerRead } };
				expect((await keysOf(bench, parameters)).sort()).toEqual(all.map(({ key }) => key).sort());
			}
		},
		60_000,
	);

	it('by CRS610MI ask for the details of each customer once, however many slices there are', async () => {
		const bench = await startBench();
		const crs610 = { ...M3, options: { customerRead: 'crs610' } };
		for (const [sliceSize, filters] of [
			[50, {}],
			[20, {}],
			[50, { status: ['active'] }],
		] as const) {
			bench.newCalls();
			await allSlices(bench, { ...crs610, sliceSize, filters });
			const calls = bench.newCalls().map(({ notes }) => notes.transactions as string[]);
			const details = calls.flat().filter((name) => name === 'CRS610MI/GetBasicData');
			expect(details.length).toBeGreaterThanOrEqual(300);
			// behind the last one that matched, a portion may be asked for again
			expect(details.length).toBeLessThan('status' in filters ? 400 : 301);
			const lists = calls.filter(([name]) => name === 'CRS610MI/LstByNumber');
			expect(lists.length).toBeLessThanOrEqual(300 / sliceSize + 2);
		}
	});

	it('ask for the prices of their own items alone', async () => {
		const bench = await startBench();
		bench.newCalls();
		expect(await keysOf(bench, { ...M3, resource: 'item', sliceSize: 30 })).toHaveLength(120);
		const calls = bench.newCalls();
		expect(transactions(calls)).not.toContain('MMS200MI/LstItmPrice');
		const asked = calls.flatMap(({ notes }) => notes.transactions as string[]);
		expect(asked.filter((name) => name === 'MMS200MI/GetItmPrice')).toHaveLength(120);
	});
});
