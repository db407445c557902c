import type { IDataObject } from 'n8n-workflow';
import { FSM } from './fsmSetup';
import { M3, companyOf, transactions } from './m3Setup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { allSlices, sliceOf } from './sliceSetup';

afterEach(stopBenches);

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
			// so many slices that a few customers will do
			if (sliceSize < 10) companyOf(bench).customers.splice(12);
			const all = await bench.readAll(M3);
			for (const headerCounts of [true, false]) {
				bench.sandbox.m3.behaviour.headerCounts = headerCounts;
				const parameters = { ...M3, sliceSize, options: { customerRead } };
				expect((await keysOf(bench, parameters)).sort()).toEqual(all.map(({ key }) => key).sort());
			}
		},
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

describe('slices of FSM', () => {
	const slices = { ...FSM, sliceSize: 50 };

	it('ask for their own pages alone, beside what tells the fields', async () => {
		const bench = await startBench();
		expect(await keysOf(bench, slices)).toHaveLength(300);
		const rows = bench.newCalls().map(({ notes }) => Number(notes.rows));
		expect(rows).toHaveLength(2 * 6);
		expect(rows.filter((count) => count > 1)).toEqual([50, 50, 50, 50, 50, 50]);
	});

	it('are filled from several pages where FSM gives fewer rows at once', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.mostRows = 20;
		const counts = (await allSlices(bench, slices)).map(({ count }) => count);
		expect(counts).toEqual([...Array.from({ length: 7 }, () => 40), 20]);
	});

	it('go on in what is set by now, not in what a link was made for', async () => {
		const bench = await startBench();
		const first = await sliceOf(bench, slices);
		const options = { includeRaw: true, lplFilter: 'Customer > "0"' };
		const second = await sliceOf(bench, { ...slices, after: first.next, options });
		const all = await bench.readAll({ ...FSM, options });
		expect(second.records).toEqual(all.slice(50, 100));
	});

	it.each(['refused', 'forgotten'] as const)(
		'are read up to their place where the position of a link is %s',
		async (positions) => {
			const bench = await startBench();
			const all = await bench.readAll(FSM);
			const first = await sliceOf(bench, slices);
			const { behaviour } = bench.sandbox.fsm;
			behaviour.positions = positions;
			// also the pages of the front are behind positions, so they are as large as the list
			const rest = { ...slices, sliceSize: 1000 };
			const second = await sliceOf(bench, { ...rest, after: first.next });
			expect(second.records).toEqual(all.slice(50));
			expect(second.next).toBeNull();
		},
	);

	it('begin at the front, and say so, where the record of the place is gone as well', async () => {
		const bench = await startBench();
		const all = await bench.readAll(FSM);
		const first = await sliceOf(bench, slices);
		const { records } = bench.sandbox.fsm.classes.Customer ?? { records: [] };
		const gone = all[49]?.id.split('/').at(-1);
		records.splice(
			records.findIndex(({ fields }) => fields.Customer === gone),
			1,
		);
		bench.sandbox.fsm.behaviour.positions = 'refused';
		const after = first.next;
		const result = await bench.run({ ...slices, operation: 'slice', sliceSize: 1000, after });
		expect(result.outputs[0]?.[0]?.json.count).toBe(299);
		expect(result.hints.map(({ message }) => message)).toContain(
			`Class Customer: the slice begins at the front again, because ${all[49]?.id}, which the one before ended with, is no longer in the list.`,
		);
	});
});
