import type { IDataObject } from 'n8n-workflow';
import {
	CSI,
	asked,
	customerOf,
	failureOf,
	itemOf,
	parameterOf,
	readCustomers,
	readItems,
	siteOf,
} from './csiSetup';
import { rowsOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('a list', () => {
	it('with IDs asks for those only, in every form they may be written', async () => {
		const bench = await startBench();
		const filters = { ids: "c100001, D'ARC63, 4017, NOBODY" };
		const customers = await readCustomers(bench, { filters });
		expect(customers.map(({ id }) => id).toSorted()).toEqual(['4017', 'C100001', "D'ARC63"]);
		const calls = bench.newCalls();
		expect(asked(calls)).toEqual(['info/SLCustomers', 'load/SLCustomers']);
		expect(parameterOf(calls, 'filter')).toEqual([
			"CustSeq = 0 AND CustNum IN (N'c100001', N'D''ARC63', N'4017', N'   4017', N'NOBODY', N' NOBODY')",
		]);
	});

	it('with a limit asks for no more than that', async () => {
		const bench = await startBench();
		const few = { returnAll: false, limit: 5 };
		expect(await readCustomers(bench, few)).toHaveLength(5);
		expect(await readItems(bench, few)).toHaveLength(5);
		// prices of five items have no more rows than fit
		expect(parameterOf(bench.newCalls(), 'recordcap')).toEqual(['5', '5', '1000']);
	});

	it('with a status has those with it, and other values can be told', async () => {
		const bench = await startBench();
		const ids = async (status: string[], options: IDataObject = {}) =>
			(await readCustomers(bench, { filters: { status }, options })).map(({ id }) => id);
		expect(await ids(['doubtful'])).toHaveLength(2);
		expect(await ids(['inactive'])).toHaveLength(1);
		expect(await ids(['active'])).toHaveLength(299);
		const own = [
			{ resource: 'customer', from: 'Hold', to: 'inactive' },
			{ resource: 'customer', from: 'hidden', to: 'active' },
		];
		expect(await ids(['inactive'], { statusValues: { status: own } })).toHaveLength(2);
		itemOf(bench, 'AX-2000').Stat = 'S';
		itemOf(bench, 'AX-2001').Stat = 'O';
		itemOf(bench, 'AX-2002').Stat = 'P';
		const status = [{ resource: 'item', from: 's', to: 'inactive' }];
		for (const [options, expected] of [
			[{}, ['active', 'inactive', 'p', 'active']],
			[{ statusValues: { status } }, ['inactive', 'inactive', 'p', 'active']],
		] as const) {
			const items = await readItems(bench, { options });
			expect(items.slice(0, 4).map((item) => item.status)).toEqual(expected);
		}
	});

	it('with item groups asks CSI for them', async () => {
		const bench = await startBench();
		const filters = { groups: 'BOLTS, DRIVES' };
		expect(await readItems(bench, { filters })).toHaveLength(48);
		expect(parameterOf(bench.newCalls(), 'filter')).toContain(
			"ProductCode IN (N'BOLTS', N'DRIVES')",
		);
	});

	it('with a date has what changed then or later on the server’s clock, by row or address', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C100001'), { RecordDate: '20260105 12:00:00.000' });
		Object.assign(customerOf(bench, 'C100002'), { AdrRecordDate: '20260105 12:00:00.001' });
		Object.assign(itemOf(bench, 'AX-2000'), { RecordDate: '20260105 12:00:00.000' });
		const since = async (modifiedSince: string, timeZone = '') => {
			const parameters = { filters: { modifiedSince }, options: { timeZone } };
			const [customers, items] = [
				await readCustomers(bench, parameters),
				await readItems(bench, parameters),
			];
			return [...customers, ...items].map(({ id }) => id);
		};
		expect(await since('2026-01-05T17:00:00.000Z')).toEqual(['C100001', 'C100002', 'AX-2000']);
		expect(await since('2026-01-05T17:00:00.001Z')).toEqual(['C100002']);
		expect(await since('2026-01-05T12:00:00.000Z', 'UTC')).toEqual([
			...['C100001', 'C100002', 'AX-2000'],
		]);
		expect(await since('2026-01-05T13:00:00.000Z', 'UTC')).toEqual([]);
		expect(parameterOf(bench.newCalls(), 'filter')[0]).toBe(
			"CustSeq = 0 AND (RecordDate >= N'20260105 12:00:00.000' OR AdrRecordDate >= N'20260105 12:00:00.000')",
		);
	});

	it('with a date in the hour that comes twice misses nothing that was changed in it', async () => {
		const bench = await startBench();
		// 01:40 daylight time is 05:40 UTC, 01:20 standard time 06:20 UTC
		Object.assign(customerOf(bench, 'C100001'), { RecordDate: '20261101 01:20:00.000' });
		const filters = { modifiedSince: '2026-11-01T05:40:00Z' };
		expect((await readCustomers(bench, { filters })).map(({ id }) => id)).toEqual(['C100001']);
		const later = { modifiedSince: '2026-11-01T06:20:00.001Z' };
		expect(await readCustomers(bench, { filters: later })).toEqual([]);
	});

	it('of prices has those of the items meant, or of the date given', async () => {
		const bench = await startBench();
		const prices = async (filters: IDataObject, options: IDataObject = {}) =>
			rowsOf<{ id: string }>(
				await bench.run({ ...CSI, resource: 'itemPrice', filters, options }),
			).map(({ id }) => id);
		expect(await prices({})).toHaveLength(siteOf(bench).itemPrices.length + 12);
		const bolts = await prices({ groups: 'BOLTS' }, { readBreaks: false });
		expect(new Set(bolts.map((id) => id.split('/')[0])).size).toBe(23);
		expect(await prices({ ids: 'ax-2001' })).toEqual(['AX-2001/EUR/20210104']);
		expect(await prices({ ids: 'NOTHING' })).toEqual([]);
		expect(await prices({ groups: 'NOTHING' })).toEqual([]);
		const [row] = siteOf(bench).itemPrices;
		Object.assign(row ?? {}, { RecordDate: '20260105 12:00:00.000' });
		const modifiedSince = '2026-01-05T17:00:00Z';
		expect(await prices({ modifiedSince })).toEqual(['AX-2000/EUR/20200101']);
		const options = { leftOut: 'RecordDate' };
		bench.newCalls();
		const failure = await failureOf(bench, {
			...{ resource: 'itemPrice', filters: { modifiedSince }, options },
		});
		expect(failure.message).toBe('"Modified Since" is not possible for prices without RecordDate');
	});
});

describe('a count', () => {
	it('takes one load of few properties, whatever the filter', async () => {
		const bench = await startBench();
		const count = async (resource: string, filters: IDataObject = {}) =>
			rowsOf<{ count: number }>(
				await bench.run({ ...CSI, resource, operation: 'count', filters }),
			)[0]?.count;
		expect(await count('customer')).toBe(300);
		expect(await count('item')).toBe(120);
		const calls = bench.newCalls();
		expect(asked(calls)).toEqual([
			...['info/SLCustomers', 'load/SLCustomers', 'info/SLItems', 'load/SLItems'],
		]);
		expect(parameterOf(calls, 'recordcap')).toEqual(['0', '0']);
		expect(parameterOf(calls, 'properties')).toEqual([
			'CustNum,CustSeq,CreditHold,ShowInDropDownList,RecordDate,AdrRecordDate',
			'Item,Stat,ProductCode,RecordDate',
		]);
		expect(await count('customer', { status: ['doubtful'] })).toBe(2);
		expect(await count('customer', { ids: '4017,NOBODY' })).toBe(1);
		expect(await count('item', { groups: 'BOLTS', status: ['active'] })).toBe(24);
		expect(await count('customer', { modifiedSince: '2020-01-01' })).toBe(300);
		expect(await count('itemPrice', { ids: 'AX-2000' })).toBe(4);
		expect(await count('contact', { ids: 'C100001' })).toBe(2);
	});

	it('goes on where CSI does not give all rows at once', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.mostRows = 90;
		const [row] = rowsOf<{ count: number }>(await bench.run({ ...CSI, operation: 'count' }));
		expect(row?.count).toBe(300);
	});
});
