import type { IDataObject } from 'n8n-workflow';
import { inforFaults } from '../../sandbox/infor';
import type { Poller } from '../harness/pollNode';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;

function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
	return startTrigger(bench, {
		product: 'ln',
		resource: 'item',
		company: '1300',
		maxRecords: 500,
		...parameters,
	});
}

function at(bench: Bench): string {
	return new Date(bench.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
}

function changeItem(bench: Bench, code: string, change: IDataObject): void {
	const row = bench.sandbox.data.items.find(({ Item: key }) => key.trim() === code);
	if (row) Object.assign(row, { LastModificationDate: at(bench), ...change });
}

describe('a trigger on items', () => {
	it('started from now on delivers what changes from then on, once, with its sales data', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		changeItem(bench, 'AX-2007', { Description: 'Renamed' });
		const [item, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({ id: 'AX-2007', name: 'Renamed', currency: 'EUR' });
		expect(await polled(trigger)).toEqual([]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('delivers a second change in the same second, too', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		changeItem(bench, 'AX-2007', { Description: 'First' });
		expect(await polled(trigger)).toEqual(['AX-2007']);
		changeItem(bench, 'AX-2007', { Description: 'Second' });
		const [item] = await trigger.poll();
		expect(item?.json.name).toBe('Second');
	});

	it('delivers what was committed late, with a date before the last poll', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const early = at(bench);
		await bench.clock.sleep(2 * MINUTE);
		changeItem(bench, 'AX-2001', { Description: 'In time' });
		expect(await polled(trigger)).toEqual(['AX-2001']);
		changeItem(bench, 'AX-2002', { Description: 'Late', LastModificationDate: early });
		expect(await polled(trigger)).toEqual(['AX-2002']);
	});

	it('with everything delivers all items in slices, those without a date included, none twice', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 25 });
		const slices = [];
		for (let poll = 0; poll < 6; poll += 1) slices.push(await polled(trigger));
		expect(slices.map(({ length }) => length)).toEqual([25, 25, 25, 25, 20, 0]);
		expect(new Set(slices.flat()).size).toBe(120);
	});

	it('from a date delivers nothing that changed before', async () => {
		const bench = await startBench();
		const dates = bench.sandbox.data.items.map(({ LastModificationDate: date }) => date ?? '');
		const startDate = dates.toSorted()[100] ?? '';
		const trigger = triggerOf(bench, { startFrom: 'date', startDate });
		const expected = dates.filter((date) => date >= startDate).length;
		expect((await polled(trigger)).length).toBe(expected);
		expect(await polled(trigger)).toEqual([]);
	});

	it('does not let a date in the future hide what comes before it', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		changeItem(bench, 'AX-2003', { LastModificationDate: '2099-01-01T00:00:00Z' });
		expect(await polled(trigger)).toEqual(['AX-2003']);
		await bench.clock.sleep(60 * MINUTE);
		changeItem(bench, 'AX-2004', { Description: 'Today' });
		expect(await polled(trigger)).toEqual(['AX-2004']);
	});

	it('costs one call for a poll without changes, once it knows the tenant', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		bench.newCalls();
		await trigger.poll();
		const reading = bench.newCalls().filter(({ path }) => !path.endsWith('$metadata'));
		expect(reading.length).toBe(1);
	});
});

describe('a trigger on customers, which have no date of change in LN', () => {
	it('delivers the one whose contact changed, and nothing else', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'customer' });
		expect(await polled(trigger)).toEqual([]);
		const [contact] = bench.sandbox.data.contacts;
		if (contact) contact.Email = 'new@customer.example';
		expect(await polled(trigger)).toEqual([contact?.BusinessPartner?.trim()]);
		expect(await polled(trigger)).toEqual([]);
	});

	it('with everything delivers them in slices, none twice', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, {
			resource: 'customer',
			startFrom: 'everything',
			maxRecords: 120,
		});
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) slices.push(await polled(trigger));
		expect(slices.map(({ length }) => length)).toEqual([120, 120, 60, 0]);
		expect(new Set(slices.flat()).size).toBe(300);
	});

	it('refuses to take an empty source for "all were deleted"', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'customer' });
		await trigger.poll();
		const partners = bench.sandbox.data.businessPartners.splice(0);
		await expect(trigger.poll()).rejects.toThrow(
			'Company 1300 has no customers any more, where 300 were seen before',
		);
		bench.sandbox.data.businessPartners.push(...partners);
		expect(await polled(trigger)).toEqual([]);
	});

	it('can not start from a date, and says why', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, {
			resource: 'customer',
			startFrom: 'date',
			startDate: '2026-01-01',
		});
		await expect(trigger.poll()).rejects.toThrow('LN keeps no date of change for customers');
	});

	it('keeps so little that n8n can store it with the workflow', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'customer' });
		await trigger.poll();
		expect(JSON.stringify(trigger.staticData).length / 300).toBeLessThan(30);
	});
});

describe('the cursor', () => {
	it('does not move when a page can not be read; the next poll delivers all of it', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { options: { pageSize: 2 } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		for (const code of ['AX-2001', 'AX-2002', 'AX-2003', 'AX-2004', 'AX-2005'])
			changeItem(bench, code, { Description: code });
		const before = trigger.staticData;
		bench.sandbox.faults.add(
			// asked again with fresh metadata
			inforFaults.forbidden({ path: /tcapi\.ibdItem\/Items\?/, after: 1, times: 2 }),
		);
		await expect(trigger.poll()).rejects.toThrow('could not be read: HTTP 403');
		expect(trigger.staticData).toEqual(before);
		expect((await polled(trigger)).length).toBe(5);
	});

	it('does not move for a test event, which shows a few records as they are', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		const shown = await trigger.poll('manual');
		expect(shown.length).toBe(5);
		expect(trigger.staticData).toEqual({});
	});

	it('of an older state only makes what came since come again', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		const old = trigger.staticData;
		await bench.clock.sleep(5 * MINUTE);
		changeItem(bench, 'AX-2001', { Description: 'Changed' });
		const [first] = await trigger.poll();
		trigger.restore(old);
		const [again] = await trigger.poll();
		expect(again?.json).toEqual(first?.json);
	});

	it('of two polls at the same time loses nothing', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		changeItem(bench, 'AX-2001', { Description: 'One' });
		const both = await Promise.all([polled(trigger), polled(trigger)]);
		changeItem(bench, 'AX-2002', { Description: 'Two' });
		expect(new Set([...both.flat(), ...(await polled(trigger))])).toEqual(
			new Set(['AX-2001', 'AX-2002']),
		);
	});

	it('begins anew when the start is set otherwise', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		const all = triggerOf(bench, { startFrom: 'everything' });
		all.restore(trigger.staticData);
		expect((await polled(all)).length).toBe(120);
	});

	it('is one per company', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { resource: 'customer', company: '1300, 1400' });
		expect(await polled(trigger)).toEqual([]);
		const [partner] = bench.sandbox.data.otherCompanies['1400']?.businessPartners ?? [];
		if (partner) partner.Name = 'Renamed';
		const [record, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(record?.json).toMatchObject({ company: '1400', name: 'Renamed' });
	});

	it('that nobody can read counts as none', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { startFrom: 'everything' });
		trigger.restore({ streams: { 'ln:ACME_TST:1300:item': { start: 'everything', cursor: 7 } } });
		expect((await polled(trigger)).length).toBe(120);
	});
});

describe('when n8n gives a poll less time than reading takes', () => {
	it('a comparison of all says so, and the cursor stays', async () => {
		const bench = await startBench({ credential: { requestsPerMinute: 1 } });
		const trigger = triggerOf(bench, { resource: 'customer' });
		await expect(trigger.poll()).rejects.toThrow(
			'Reading the changes of customers in company 1300 takes longer than n8n gives a poll',
		);
		expect(trigger.staticData).toEqual({});
	});

	it('changes by date are delivered as far as they were read, the rest by the next polls', async () => {
		const bench = await startBench({ credential: { requestsPerMinute: 3 } });
		const trigger = triggerOf(bench, { startFrom: 'everything', options: { pageSize: 5 } });
		const slices = [];
		for (let last = 1, poll = 0; last > 0 && poll < 30; poll += 1) {
			const slice = await polled(trigger);
			slices.push(slice);
			last = slice.length;
		}
		expect(slices.length).toBeGreaterThan(3);
		expect(slices.flat().length).toBe(120);
		expect(new Set(slices.flat()).size).toBe(120);
	});
});
