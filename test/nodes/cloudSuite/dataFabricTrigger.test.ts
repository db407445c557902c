import type { IDataObject } from 'n8n-workflow';
import type { Poller } from '../harness/pollNode';
import { item, LAKE, newQueries, partner } from './dataFabricSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;

function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
	return startTrigger(bench, { ...LAKE, resource: 'customer', maxRecords: 500, ...parameters });
}

function rename({ sandbox }: Bench, bpid: string, name: string, at?: number): void {
	sandbox.lake.put('LN_tccom100', { ...partner(bpid), nama__en_us: name }, at);
}

describe('a trigger on the Data Lake', () => {
	it('delivers what changes from now on, once', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		rename(bench, 'C00100007', 'Renamed');
		const [customer, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(customer?.json).toMatchObject({
			...{ id: 'C00100007', name: 'Renamed', key: 'ln:ACME_TST:1300:C00100007' },
		});
		expect(await polled(trigger)).toEqual([]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('delivers a customer whose address or terms changed, and an item whose price did', async () => {
		const bench = await startBench();
		const [customers, items] = [triggerOf(bench), triggerOf(bench, { resource: 'item' })];
		await customers.poll();
		await items.poll();
		await bench.clock.sleep(5 * MINUTE);
		const { lake } = bench.sandbox;
		lake.put('LN_tccom130', { compnr: 1300, cadr: 'A00000003', namc__en_us: 'Other street' });
		lake.put('LN_tccom112', { compnr: 1300, itbp: 'C00100002', cofc: '      ', cpay: 'N99' });
		lake.put('LN_tdisa001', { ...item('AX-2007'), pris: 99 });
		expect(await polled(customers)).toEqual(['C00100002', 'C00100003']);
		expect(await polled(items)).toEqual(['AX-2007']);
	});

	it('does not deliver again while a change stays within the overlap, however often it looks', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		const delivered: unknown[] = [];
		for (let minute = 0; minute < 40; minute += 1) {
			await bench.clock.sleep(MINUTE);
			if (minute % 9 === 3) rename(bench, `C001000${10 + minute}`, `At ${minute}`);
			delivered.push(...(await polled(trigger)));
		}
		expect(delivered).toEqual([13, 22, 31, 40, 49].map((at) => `C001000${at}`));
	});

	it('delivers what can be queried late, behind what arrived after it', async () => {
		const bench = await startBench();
		const { behaviour } = bench.sandbox.lake;
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		behaviour.lagMs = 10 * MINUTE;
		rename(bench, 'C00100001', 'Late');
		behaviour.lagMs = 0;
		await bench.clock.sleep(MINUTE);
		rename(bench, 'C00100002', 'At once');
		expect(await polled(trigger)).toEqual(['C00100002']);
		await bench.clock.sleep(10 * MINUTE);
		expect(await polled(trigger)).toEqual(['C00100001']);
		expect(await polled(trigger)).toEqual([]);
	});

	it('delivers every change of a record, two at the same moment as the last one', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		rename(bench, 'C00100001', 'First');
		expect(await polled(trigger)).toEqual(['C00100001']);
		rename(bench, 'C00100001', 'Second', bench.clock.now() - 2 * MINUTE);
		const [customer] = await trigger.poll();
		expect(customer?.json.name).toBe('Second');
	});

	it('does not take rows for changed that were only published anew', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		rename(bench, 'C00100001', 'Changed');
		expect(await polled(trigger)).toEqual(['C00100001']);
		await bench.clock.sleep(MINUTE);
		bench.sandbox.lake.put('LN_tccom100', partner('C00100001'));
		expect(await polled(trigger)).toEqual([]);
	});

	it('never delivers what was deleted', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		rename(bench, 'C00100001', 'Stays');
		bench.sandbox.lake.remove('LN_tccom100', partner('C00100002'));
		expect(await polled(trigger)).toEqual(['C00100001']);
		expect(await polled(trigger)).toEqual([]);
	});

	it('with everything delivers all in slices in the order of keys, and goes on behind the last key', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 120 });
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) {
			slices.push(await polled(trigger));
			await bench.clock.sleep(MINUTE);
		}
		expect(slices.map(({ length }) => length)).toEqual([120, 120, 60, 0]);
		expect(new Set(slices.flat()).size).toBe(300);
		const resumed = newQueries(bench).filter((sql) => sql.includes('p.bpid >= '));
		expect(resumed).toHaveLength(2);
		expect(resumed[0]).toContain(`p.bpid >= '${String(slices[0]?.at(-1))}'`);
	});

	it('goes on behind a key with a quote in it', async () => {
		const bench = await startBench();
		const all = await polled(triggerOf(bench, { startFrom: 'everything' }));
		const at = all.indexOf("D'ARC-63");
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: at + 1 });
		const delivered = [...(await polled(trigger)), ...(await polled(trigger))];
		expect(delivered).toEqual(all.slice(0, delivered.length));
		expect(newQueries(bench).at(-1)).toContain("p.bpid >= 'D''ARC-63'");
	});

	it('from a date delivers nothing that arrived before', async () => {
		const bench = await startBench();
		await bench.clock.sleep(MINUTE);
		const startDate = new Date(bench.clock.now()).toISOString();
		rename(bench, 'C00100001', 'Before', bench.clock.now() - 1);
		rename(bench, 'C00100002', 'Then');
		const trigger = triggerOf(bench, { startFrom: 'date', startDate });
		expect(await polled(trigger)).toEqual(['C00100002']);
	});

	it('keeps to its filters', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { filters: { status: ['inactive'] } });
		await trigger.poll();
		await bench.clock.sleep(MINUTE);
		rename(bench, 'C00100001', 'Active');
		bench.sandbox.lake.put('LN_tccom100', { ...partner('C00100002'), prst: 3 });
		bench.sandbox.lake.put('LN_tccom100', { ...partner('S00500001'), nama__en_us: 'Supplier' });
		expect(await polled(trigger)).toEqual(['C00100002']);
	});

	it('that can not read a page delivers all of it next time', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { options: { pageSize: 2 } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		for (let at = 1; at < 6; at += 1) rename(bench, `C0010000${at}`, 'New');
		const before = trigger.staticData;
		bench.sandbox.lake.behaviour.unpublished = ['LN_tcmcs010'];
		bench.sandbox.faults.add({
			path: /result.*offset=2/,
			effect: { kind: 'answer', status: 200, body: '<html>Log in</html>' },
		});
		await expect(trigger.poll()).rejects.toThrow(
			'Page 2 of LN_tccom100 of company 1300 could not be read: a web page came instead of data',
		);
		expect(trigger.staticData).toEqual(before);
		expect(await polled(trigger)).toHaveLength(5);
	});

	it('shows five records as a test event and moves nothing', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await trigger.poll('manual')).toHaveLength(5);
		expect(trigger.staticData).toEqual({});
	});
});
