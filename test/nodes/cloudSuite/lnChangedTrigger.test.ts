import type { IDataObject } from 'n8n-workflow';
import type { Poller } from '../harness/pollNode';
import { NEW, OLD, SINCE, changedBy, partner, startDated } from './lnDated';
import { readerOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const { readItems, failureOf } = readerOf({ product: 'ln', company: '1300' });
const MINUTE = 60_000;

describe('a trigger on customers with a date of change', () => {
	function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
		return startTrigger(bench, {
			product: 'ln',
			resource: 'customer',
			company: '1300',
			maxRecords: 500,
			...changedBy(),
			...parameters,
		});
	}
	const now = (bench: Bench) => new Date(bench.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');

	it('delivers what changes, a part of it included, once, and reads no more than that', async () => {
		const bench = await startDated();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(partner(bench, 3) ?? {}, { Name: 'Renamed', ChangedOn: now(bench) });
		const [contact] = bench.sandbox.data.contacts;
		Object.assign(contact ?? {}, { Email: 'new@customer.example', ChangedOn: now(bench) });
		bench.newCalls();
		const delivered = await trigger.poll();
		expect(new Set(delivered.map(({ json }) => json.id))).toEqual(
			new Set([partner(bench, 3)?.BusinessPartner.trim(), contact?.BusinessPartner?.trim()]),
		);
		expect(delivered.map(({ json }) => json.name)).toContain('Renamed');
		const partners = bench.newCalls().filter(({ path }) => path.endsWith('/BusinessPartners'));
		expect(partners.every(({ query }) => query.includes('filter='))).toBe(true);
		expect(await polled(trigger)).toEqual([]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('delivers a customer once, although several of its rows changed and go out of sight one by one', async () => {
		const bench = await startDated();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		Object.assign(partner(bench, 3) ?? {}, { Name: 'Renamed', ChangedOn: now(bench) });
		expect(await polled(trigger)).toHaveLength(1);
		await bench.clock.sleep(4 * MINUTE);
		const address = bench.sandbox.data.addresses.find(
			({ AddressCode: code }) => code === partner(bench, 3)?.AddressCode,
		);
		Object.assign(address ?? {}, { Street: 'Elsewhere', ChangedOn: now(bench) });
		expect(await polled(trigger)).toHaveLength(1);
		for (let poll = 0; poll < 6; poll += 1) {
			await bench.clock.sleep(4 * MINUTE);
			expect(await polled(trigger)).toEqual([]);
		}
	});

	it('with everything delivers all in slices, none twice, those without a date included', async () => {
		const bench = await startDated(['businessPartners']);
		Object.assign(partner(bench, 3) ?? {}, { ChangedOn: null });
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 120 });
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) slices.push(await polled(trigger));
		expect(slices.map(({ length }) => length)).toEqual([120, 120, 60, 0]);
		expect(new Set(slices.flat()).size).toBe(300);
	});

	it('goes on behind the last slice when many changed at once', async () => {
		const bench = await startDated();
		const trigger = triggerOf(bench, { maxRecords: 7 });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		for (let at = 0; at < 20; at += 1)
			Object.assign(partner(bench, at) ?? {}, { ChangedOn: now(bench) });
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) slices.push(await polled(trigger));
		expect(slices.map(({ length }) => length)).toEqual([7, 7, 6, 0]);
		expect(new Set(slices.flat()).size).toBe(20);
	});

	it('can start from a date', async () => {
		const bench = await startDated();
		Object.assign(partner(bench, 3) ?? {}, { ChangedOn: NEW });
		const trigger = triggerOf(bench, { startFrom: 'date', startDate: SINCE });
		expect(await polled(trigger)).toEqual([partner(bench, 3)?.BusinessPartner.trim()]);
		expect(await polled(trigger)).toEqual([]);
	});

	it('keeps to its filters', async () => {
		const bench = await startDated();
		const trigger = triggerOf(bench, { filters: { role: 'soldTo', status: ['active'] } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const rows = bench.sandbox.data.businessPartners;
		for (const row of rows.slice(0, 4)) Object.assign(row, { ChangedOn: now(bench) });
		bench.sandbox.data.soldToBusinessPartners = bench.sandbox.data.soldToBusinessPartners.filter(
			(row) => row.SoldtoBusinessPartner !== rows[0]?.BusinessPartner,
		);
		const delivered = await polled(trigger);
		expect(delivered).not.toContain(rows[0]?.BusinessPartner.trim());
		expect(delivered).toContain(rows[2]?.BusinessPartner.trim());
	});
});

describe('items whose date of change has another name', () => {
	const itemOptions = { itemChangedBy: { __rl: true, mode: 'name', value: 'ChangedOn' } };

	it('are told, found and triggered by it', async () => {
		const bench = await startBench({
			behaviour: {
				addedColumns: { 'tcapi.ibdItem/Items': 'ChangedOn:date' },
				missingColumns: ['Items.LastModificationDate'],
			},
		});
		for (const row of bench.sandbox.data.items) row.ChangedOn = OLD;
		Object.assign(bench.sandbox.data.items[4] ?? {}, { ChangedOn: NEW });
		const [item, ...others] = await readItems(bench, {
			options: itemOptions,
			filters: { modifiedSince: SINCE },
		});
		expect(others).toEqual([]);
		expect(item?.modifiedAt).toBe(new Date(NEW).toISOString());
		const trigger = startTrigger(bench, {
			product: 'ln',
			resource: 'item',
			company: '1300',
			startFrom: 'date',
			startDate: SINCE,
			options: itemOptions,
		});
		expect(await polled(trigger)).toEqual([item?.id]);
	});

	it('are an error when the tenant lacks it', async () => {
		const bench = await startBench();
		const { message } = await failureOf(bench, { resource: 'item', options: itemOptions });
		expect(message).toBe('tcapi.ibdItem/Items of this tenant has no ChangedOn');
	});

	it('are an error of "Modified Since" when LN’s own column is gone, and read without it otherwise', async () => {
		const bench = await startBench({
			behaviour: { missingColumns: ['Items.LastModificationDate'] },
		});
		const { message } = await failureOf(bench, {
			resource: 'item',
			filters: { modifiedSince: SINCE },
		});
		expect(message).toBe('tcapi.ibdItem/Items of this tenant has no LastModificationDate');
		expect(await readItems(bench)).toHaveLength(120);
	});
});
