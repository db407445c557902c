import type { IDataObject } from 'n8n-workflow';
import { serverDate } from '../../sandbox/infor/csi/seed';
import { CSI, asked, parameterOf, readItems, siteOf } from './csiSetup';
import { BP } from './lnDated';
import { M3 } from './m3Setup';
import { startBench, stopBenches } from './setup';
import { allSlices } from './sliceSetup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;
const RARE = { status: ['prospect'] };
const DATED = { addedColumns: { [`${BP}/BusinessPartners`]: 'ChangedOn:date' } };

/** What polls deliver until the pass is over; at most so many. */
async function deliveredBy(
	trigger: ReturnType<typeof startTrigger>,
	most: number,
): Promise<{ ids: unknown[]; empty: number }> {
	const ids: unknown[] = [];
	let empty = 0;
	for (let poll = 0; poll < most; poll += 1) {
		const found = await polled(trigger);
		ids.push(...found);
		if (found.length === 0) empty += 1;
		const streams = trigger.staticData.streams as Record<string, { cursor: { pass: unknown } }>;
		if (Object.values(streams).every(({ cursor }) => cursor.pass === null)) return { ids, empty };
	}
	throw new Error(`not at the end after ${most} polls`);
}

describe('a poll that sees no record of the kind that is wanted', () => {
	const cases: Array<[string, IDataObject]> = [
		[
			'LN customers',
			{
				...{ product: 'ln', company: '1300', resource: 'customer', filters: RARE },
				options: { pageSize: 5, changedBy: { __rl: true, mode: 'list', value: 'ChangedOn' } },
			},
		],
		[
			'M3 customers',
			{
				...{ ...M3, resource: 'customer', filters: { status: ['inactive'] } },
				options: { maxRecords: 100 },
			},
		],
		['M3 items', { ...M3, resource: 'item', filters: { groups: 'NONE' }, options: {} }],
		[
			'CSI customers',
			{
				...{ ...CSI, resource: 'customer', filters: { status: ['doubtful'] } },
				options: { pageSize: 20 },
			},
		],
		[
			'CSI items',
			{
				...{ ...CSI, resource: 'item', filters: { status: ['inactive'] } },
				options: { pageSize: 10, readPrices: false },
			},
		],
	];
	it.each(cases)('leaves the cursor behind what it passed: %s', async (name, parameters) => {
		const bench = await startBench({ behaviour: DATED });
		const everything = { startFrom: 'everything', maxRecords: 500 };
		const all = await deliveredBy(startTrigger(bench, { ...parameters, ...everything }), 5);
		// M3 gives 100 at once
		const credential = { requestsPerMinute: name.startsWith('M3') ? 1 : 3 };
		const slow = await startBench({ behaviour: DATED, credential });
		const read = await deliveredBy(startTrigger(slow, { ...parameters, ...everything }), 80);
		expect(read.ids).toEqual(all.ids);
		expect(read.empty).toBeGreaterThan(0);
	});
});

describe('CSI', () => {
	it('is asked for the items of many changed prices alone, and goes on behind those delivered', async () => {
		const bench = await startBench();
		const trigger = startTrigger(bench, { ...CSI, resource: 'item', maxRecords: 40 });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const numbers = siteOf(bench).items.slice(0, 60);
		for (const { Item: number } of numbers)
			for (const price of siteOf(bench).itemPrices.filter(({ Item }) => Item === number))
				Object.assign(price, {
					UnitPrice1: '7.00000000',
					RecordDate: serverDate(bench.clock.now()),
				});
		bench.newCalls();
		const first = await polled(trigger);
		const filters = parameterOf(bench.newCalls(), 'filter').map(String);
		const ofItems = filters.filter((filter) => filter.startsWith("Item IN (N'"));
		expect(ofItems.length).toBeGreaterThan(1);
		// nothing is read without a condition
		expect(filters.filter((filter) => filter === '')).toEqual([]);
		const second = await polled(trigger);
		expect(first).toHaveLength(40);
		const ids = [...first, ...second];
		expect(new Set(ids).size).toBe(ids.length);
		const all = await readItems(bench);
		expect(ids.toSorted()).toEqual(all.flatMap(({ id, price }) => (price === '7' ? [id] : [])));
		expect(await polled(trigger)).toEqual([]);
	});

	it('is asked for the prices between the first and the last item of a slice', async () => {
		const bench = await startBench();
		const all = await bench.readAll({ ...CSI, resource: 'item' });
		bench.newCalls();
		const slices = await allSlices(bench, { ...CSI, resource: 'item', sliceSize: 25 });
		const calls = bench.newCalls();
		expect(slices.flatMap(({ records }) => records)).toEqual(all);
		const loads = asked(calls).filter((what) => what === 'load/SLItemprices');
		expect(loads).toHaveLength(5);
		const prices = calls.filter(({ path }) => path.endsWith('load/SLItemprices'));
		const rows = prices.reduce((sum, { notes }) => sum + Number(notes.rows), 0);
		expect(rows).toBe(siteOf(bench).itemPrices.length);
	});
});
