import type { IDataObject } from 'n8n-workflow';
import type { Poller } from '../harness/pollNode';
import { M3, companyOf, customerOf, itemOf, transactions } from './m3Setup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
	return startTrigger(bench, {
		...M3,
		resource: 'customer',
		maxRecords: 500,
		options: { timeZone: 'UTC' },
		...parameters,
	});
}

/** Today, as M3 writes it. */
function today({ clock }: Bench): string {
	return new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '');
}

describe('a trigger on customers', () => {
	it('delivers each change of a day once, also the second of one day', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(customerOf(bench, 'C00100001'), { CUNM: 'First', LMDT: today(bench) });
		expect(await polled(trigger)).toEqual(['C00100001']);
		await bench.clock.sleep(5 * MINUTE);
		expect(await polled(trigger)).toEqual([]);
		customerOf(bench, 'C00100001').CUNM = 'Second';
		const [item, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(item?.json.name).toBe('Second');
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('asks for what changed since the day before, in one call', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		bench.newCalls();
		await bench.clock.sleep(5 * MINUTE);
		await trigger.poll();
		const [call, ...others] = bench.newCalls();
		expect(others).toEqual([]);
		const day = new Date(bench.clock.now() - 24 * HOUR).toISOString().slice(0, 10);
		expect(new URLSearchParams(call?.query).get('QERY')).toMatch(
			new RegExp(` from OCUSMA where OKCONO = 130 and OKLMDT >= ${day.replaceAll('-', '')}$`),
		);
	});

	it('delivers nothing twice over several days, and nothing is missed in a zone that is behind', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { options: { timeZone: 'America/Los_Angeles' } });
		await trigger.poll();
		const delivered: unknown[] = [];
		for (let step = 0; step < 16; step += 1) {
			await bench.clock.sleep(5 * HOUR);
			const row = companyOf(bench).customers[step];
			const local = new Date(bench.clock.now() - 8 * HOUR).toISOString().slice(0, 10);
			Object.assign(row ?? {}, { YREF: String(step), TEPY: 'COD', CUA4: `Step ${step}` });
			Object.assign(row ?? {}, { LMDT: local.replaceAll('-', '') });
			delivered.push(...(await polled(trigger)));
			expect(await polled(trigger)).toEqual([]);
		}
		expect(delivered).toEqual(
			companyOf(bench)
				.customers.slice(0, 16)
				.map(({ CUNO }) => CUNO),
		);
	});

	it('that starts with everything comes in portions, each customer once, with a change in between', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 120 });
		const first = await polled(trigger);
		Object.assign(customerOf(bench, String(first[0])), { CUNM: 'Changed', LMDT: today(bench) });
		const rest = [...(await polled(trigger)), ...(await polled(trigger))];
		expect(new Set([...first, ...rest]).size).toBe(300);
		expect(first.length + rest.length).toBe(300);
		await bench.clock.sleep(5 * MINUTE);
		expect(await polled(trigger)).toEqual([first[0]]);
	});

	it('by CRS610MI compares all', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { options: { customerRead: 'crs610' } });
		expect(await polled(trigger)).toEqual([]);
		customerOf(bench, 'C00100001').CUNM = 'Without a new date';
		expect(await polled(trigger)).toEqual(['C00100001']);
		expect(await polled(trigger)).toEqual([]);
	});
});

describe('a trigger on items', () => {
	it('delivers each change of a day once, a price alone included, in two calls', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item' });
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(itemOf(bench, 'AX-2007'), { ITDS: 'Renamed', LMDT: today(bench) });
		expect(await polled(trigger)).toEqual(['AX-2007']);
		bench.newCalls();
		Object.assign(itemOf(bench, 'AX-2007'), { SAPR: '12.500000', SPDT: today(bench) });
		const [item] = await trigger.poll();
		expect(item?.json).toMatchObject({ id: 'AX-2007', name: 'Renamed', price: '12.5' });
		expect(transactions(bench.newCalls())).toEqual([
			'MMS200MI/LstItmByChgDate',
			'MMS200MI/GetItmPrice',
		]);
		expect(await polled(trigger)).toEqual([]);
	});

	it('reads all items when more changed than fit into one call, and misses none', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item', options: { maxRecords: 100 } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		for (const row of companyOf(bench).items.slice(0, 110))
			Object.assign(row, { ITDS: 'All renamed', LMDT: today(bench) });
		expect(await polled(trigger)).toHaveLength(110);
		expect(await polled(trigger)).toEqual([]);
	});

	it('that starts with everything comes in portions, those without a date included', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, {
			resource: 'item',
			startFrom: 'everything',
			maxRecords: 50,
		});
		const ids = [
			...(await polled(trigger)),
			...(await polled(trigger)),
			...(await polled(trigger)),
		];
		expect(new Set(ids).size).toBe(120);
		expect(ids).toHaveLength(120);
		expect(await polled(trigger)).toEqual([]);
	});
});
