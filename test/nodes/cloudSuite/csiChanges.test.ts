import type { IDataObject } from 'n8n-workflow';
import { serverDate } from '../../sandbox/infor/csi/seed';
import type { Poller } from '../harness/pollNode';
import { CSI, asked, customerOf, itemOf, parameterOf, priceOf, siteOf } from './csiSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
	return startTrigger(bench, { ...CSI, resource: 'customer', maxRecords: 500, ...parameters });
}

/** This moment on the server's clock. */
function stamp({ clock }: Bench): string | null {
	return serverDate(clock.now());
}

describe('a trigger on customers', () => {
	it('delivers each change once, also the second of one moment, of the row and of the address', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		const changed = stamp(bench);
		Object.assign(customerOf(bench, 'C100001'), { TermsCode: 'COD', RecordDate: changed });
		Object.assign(customerOf(bench, '   4017'), { Name: 'Moved', AdrRecordDate: changed });
		expect(await polled(trigger)).toEqual(['4017', 'C100001']);
		expect(await polled(trigger)).toEqual([]);
		customerOf(bench, 'C100001').TermsCode = 'N30';
		const [item, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({ id: 'C100001', paymentTerms: 'N30' });
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('asks for what changed since the overlap before, in one call beside the description', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		bench.newCalls();
		await bench.clock.sleep(5 * MINUTE);
		const since = serverDate(bench.clock.now() - 75 * MINUTE);
		await trigger.poll();
		const calls = bench.newCalls();
		expect(asked(calls)).toEqual(['info/SLCustomers', 'load/SLCustomers']);
		expect(parameterOf(calls, 'filter')).toEqual([
			`CustSeq = 0 AND (RecordDate >= N'${since}' OR AdrRecordDate >= N'${since}')`,
		]);
	});

	it('delivers a change that is seen an hour late, as by a server whose clock is not set with the zone', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(10 * MINUTE);
		Object.assign(customerOf(bench, 'C100002'), { RecordDate: stamp(bench) });
		expect(await polled(trigger)).toEqual(['C100002']);
		const late = serverDate(bench.clock.now() - 65 * MINUTE);
		Object.assign(customerOf(bench, 'C100001'), { Name: 'Late', RecordDate: late });
		expect(await polled(trigger)).toEqual(['C100001']);
		expect(await polled(trigger)).toEqual([]);
	});

	it('delivers nothing twice and misses nothing in the night when the clock is set back', async () => {
		const bench = await startBench();
		const night = Date.parse('2026-11-01T03:30:00Z');
		await bench.clock.sleep(night - bench.clock.now());
		const trigger = triggerOf(bench);
		await trigger.poll();
		const delivered: unknown[] = [];
		for (let step = 0; step < 24; step += 1) {
			await bench.clock.sleep(15 * MINUTE);
			const row = siteOf(bench).customers.filter(({ CustSeq }) => CustSeq === '0')[step];
			Object.assign(row ?? {}, { Addr_2: `Step ${step}`, AdrRecordDate: stamp(bench) });
			const found = await polled(trigger);
			expect(found).toEqual([row?.CustNum?.trim()]);
			delivered.push(...found);
			expect(await polled(trigger)).toEqual([]);
		}
		expect(new Set(delivered).size).toBe(24);
	});

	it.each(['key', 'bookmark'])(
		'that starts with everything comes in portions by %s, each customer once, going on behind the last key',
		async (paging) => {
			const bench = await startBench();
			const options = { paging, pageSize: 60 };
			const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 120, options });
			const first = await polled(trigger);
			expect(first).toHaveLength(120);
			Object.assign(customerOf(bench, String(first[60])), {
				Name: 'Changed',
				AdrRecordDate: stamp(bench),
			});
			bench.newCalls();
			const rest = [...(await polled(trigger)), ...(await polled(trigger))];
			expect(new Set([...first, ...rest]).size).toBe(300);
			expect(first.length + rest.length).toBe(300);
			const [next] = parameterOf(bench.newCalls(), 'filter');
			expect(next).toBe(`CustSeq = 0 AND CustNum > N'${String(first.at(-1))}'`);
			await bench.clock.sleep(5 * MINUTE);
			expect(await polled(trigger)).toEqual([first[60]]);
		},
	);

	it('delivers those of the status wanted only', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { filters: { status: ['doubtful'] } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const changed = stamp(bench);
		Object.assign(customerOf(bench, 'C100001'), { CreditHold: '1', RecordDate: changed });
		Object.assign(customerOf(bench, 'C100002'), { CreditLimit: '1.00000000', RecordDate: changed });
		expect(await polled(trigger)).toEqual(['C100001']);
	});
});

describe('a trigger on items', () => {
	it('delivers each change once, a price that was changed included', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item' });
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(itemOf(bench, 'AX-2007'), { Description: 'Renamed', RecordDate: stamp(bench) });
		expect(await polled(trigger)).toEqual(['AX-2007']);
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(priceOf(bench, 'AX-2007'), {
			UnitPrice1: '12.50000000',
			RecordDate: stamp(bench),
		});
		bench.newCalls();
		const [item, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({ id: 'AX-2007', name: 'Renamed', price: '12.5' });
		expect(asked(bench.newCalls()).filter((what) => what.startsWith('load'))).toEqual([
			...['load/SLItemprices', 'load/SLItems', 'load/SLItemprices'],
		]);
		expect(await polled(trigger)).toEqual([]);
	});

	it('delivers an item when a price entered before comes into force', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item' });
		await trigger.poll();
		const tomorrow = serverDate(bench.clock.now() + 24 * HOUR) ?? '';
		siteOf(bench).itemPrices.push({
			...priceOf(bench, 'AX-2001'),
			EffectDate: `${tomorrow.slice(0, 8)} 00:00:00.000`,
			UnitPrice1: '99.00000000',
			RecordDate: stamp(bench),
			RowPointer: 'ffffffff-0000-0000-0000-000000000001',
		});
		// it says nothing new yet: the price in force is the same
		const before = await trigger.poll();
		expect(before.map(({ json }) => json.price)).toEqual(['42.07']);
		const delivered: unknown[] = [];
		for (let hour = 0; hour < 30; hour += 1) {
			await bench.clock.sleep(HOUR);
			delivered.push(...(await trigger.poll()).map(({ json }) => [json.id, json.price]));
		}
		expect(delivered).toEqual([['AX-2001', '99']]);
	});

	it('misses none when more prices changed than a filter holds', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item', options: { pageSize: 50 } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const changed = stamp(bench);
		for (const row of siteOf(bench).items.slice(0, 110))
			for (const price of siteOf(bench).itemPrices.filter(({ Item }) => Item === row.Item))
				Object.assign(price, { UnitPrice1: '7.00000000', RecordDate: changed });
		Object.assign(itemOf(bench, 'AX-2119'), { Description: 'Last', RecordDate: changed });
		const ids = await polled(trigger);
		expect(ids).toHaveLength(110 - 4 + 1);
		expect(ids).toContain('AX-2119');
		expect(await polled(trigger)).toEqual([]);
	});

	it('that starts with everything comes in portions, those without a date or a price included', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, {
			...{ resource: 'item', startFrom: 'everything', maxRecords: 50 },
			options: { pageSize: 40 },
		});
		const ids: unknown[] = [];
		for (let poll = 0; poll < 3; poll += 1) ids.push(...(await polled(trigger)));
		expect(new Set(ids).size).toBe(120);
		expect(ids).toHaveLength(120);
		expect(await polled(trigger)).toEqual([]);
	});

	it('delivers changes of items where prices are not to be read', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'item', options: { readPrices: false } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(itemOf(bench, 'AX-2007'), { Description: 'Renamed', RecordDate: stamp(bench) });
		Object.assign(priceOf(bench, 'AX-2001'), { RecordDate: stamp(bench) });
		expect(await polled(trigger)).toEqual(['AX-2007']);
		expect(new Set(asked(bench.newCalls()))).toEqual(new Set(['info/SLItems', 'load/SLItems']));
	});
});
