import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import {
	CATALOG,
	CHARGE,
	FAMILY,
	finish,
	key,
	OF_CHARGE,
	OF_FAMILY,
	posts,
	start,
	upsert,
	written,
} from './support';

afterEach(finish);

const options = { whenInactive: 'putAside' };
const item = (n: number, status = 'active'): IDataObject => ({
	key: key(`A${n}`),
	name: `Bolt ${n}`,
	status,
});
const items = (count: number, inactive: number) =>
	Array.from({ length: count }, (_, n) => item(n, n < inactive ? 'inactive' : 'active'));
const stored = (bench: Bench, id = 'ln-1300-A1') => bench.sandbox.record('items', id);
const outcomes = (rows: Array<{ outcome: string }>) => rows.map(({ outcome }) => outcome);

describe('an item that is inactive in CloudSuite', () => {
	it('is left as it is unless asked for', async () => {
		const bench = await start({ itemFamilies: [FAMILY] });
		await written(bench, 'item', [item(1)], OF_FAMILY);
		const rows = await written(bench, 'item', [item(1, 'inactive')], OF_FAMILY);
		expect(outcomes(rows)).toEqual(['unchanged']);
		expect(stored(bench)).toMatchObject({ status: 'active' });
	});

	it('is archived when asked for, left archived, and active again with CloudSuite', async () => {
		const bench = await start({ itemFamilies: [FAMILY] });
		const parameters = { ...OF_FAMILY, options };
		await written(bench, 'item', [item(1)], parameters);
		const rows = [
			...(await written(bench, 'item', [item(1, 'inactive')], parameters)),
			...(await written(bench, 'item', [item(1, 'inactive')], parameters)),
		];
		expect(outcomes(rows)).toEqual(['updated', 'unchanged']);
		expect(stored(bench)).toMatchObject({ status: 'archived' });
		const back = await written(bench, 'item', [item(1), item(2)], parameters);
		expect(outcomes(back)).toEqual(['updated', 'created']);
		expect(stored(bench)).toMatchObject({ status: 'active' });
		expect(stored(bench)).not.toHaveProperty('archived_at');
		posts(bench);
		expect(outcomes(await written(bench, 'item', [item(1)], parameters))).toEqual(['unchanged']);
		expect(posts(bench)).toEqual([]);
	});

	it('is not created only to be put aside', async () => {
		const bench = await start({ itemFamilies: [FAMILY] });
		const [row] = await upsert(bench, 'item', [item(1, 'inactive')], { ...OF_FAMILY, options });
		expect(row).toMatchObject({ outcome: 'unchanged', code: 'inactive_and_absent' });
		expect(posts(bench)).toEqual([]);
	});
});

describe('an archived item', () => {
	const archived = { ...CATALOG, items: [{ ...CHARGE, status: 'archived' }] };
	const price = { priceKey: key('A1-EUR'), name: 'Bolt', currency_code: 'EUR', price: '1' };

	it('keeps its new prices waiting, with what to do, until it is active', async () => {
		const bench = await start(archived);
		const [row] = await upsert(bench, 'itemPrice', [price], OF_CHARGE);
		expect(row).toMatchObject({
			outcome: 'skipped',
			code: 'parent_archived',
			reason: expect.stringContaining('charge is archived') as string,
		});
		expect(posts(bench)).toEqual([]);
		bench.sandbox.updateRecord('items', 'charge', { status: 'active' });
		expect(outcomes(await written(bench, 'itemPrice', [price], OF_CHARGE))).toEqual(['created']);
	});

	it('lets the prices it has be updated', async () => {
		const bench = await start(archived);
		bench.sandbox.updateRecord('items', 'charge', { status: 'active' });
		await written(bench, 'itemPrice', [price], OF_CHARGE);
		bench.sandbox.updateRecord('items', 'charge', { status: 'archived' });
		const rows = await written(bench, 'itemPrice', [{ ...price, price: '2' }], OF_CHARGE);
		expect(outcomes(rows)).toEqual(['updated']);
	});
});

describe('many records that are inactive at once', () => {
	const parameters = (more: IDataObject = {}) => ({
		...OF_FAMILY,
		options: { ...options, ...more },
	});
	async function withItems(count: number): Promise<Bench> {
		const bench = await start({ itemFamilies: [FAMILY], requestsPerMinute: 5000 });
		await written(bench, 'item', items(count, 0), OF_FAMILY);
		posts(bench);
		return bench;
	}

	it.each([
		[40, 11],
		[11, 11],
	])('of %i records %i, more than a fifth: nothing at all is written', async (count, inactive) => {
		const bench = await withItems(count);
		const renamed = items(count, inactive).map((one) => ({ ...one, unit: 'pcs' }));
		const rows = await upsert(bench, 'item', renamed, parameters());
		expect(new Set(outcomes(rows))).toEqual(new Set(['failed']));
		expect(rows[0]?.reason).toMatch(
			new RegExp(`${inactive} of ${count} records would be deactivated`),
		);
		expect(posts(bench)).toEqual([]);
	});

	it.each([
		[40, 10, {}],
		[60, 12, {}],
		[40, 30, { mostInactive: 80 }],
	])('of %i records %i with %j: they are archived', async (count, inactive, more) => {
		const bench = await withItems(count);
		await written(bench, 'item', items(count, inactive), parameters(more));
		expect(posts(bench)).toHaveLength(inactive);
	});

	it('that were archived before do not count again', async () => {
		const bench = await withItems(40);
		await written(bench, 'item', items(40, 30), parameters({ mostInactive: 80 }));
		const rows = await written(bench, 'item', items(40, 31), parameters());
		expect(outcomes(rows).filter((outcome) => outcome === 'updated')).toHaveLength(1);
	});

	it('and are customers flagged before do not count again, whatever else changes in them', async () => {
		const bench = await start({}, ['meta_data.cloudsuite_status']);
		const customers = (company: string) =>
			Array.from({ length: 15 }, (_, n) => ({
				key: key(`C${n}`),
				company: `${company} ${n}`,
				status: 'inactive',
			}));
		await written(
			bench,
			'customer',
			customers('Old').map((one) => ({ ...one, status: 'active' })),
			{ options },
		);
		await written(bench, 'customer', customers('Old'), {
			options: { ...options, mostInactive: 100 },
		});
		const rows = await written(bench, 'customer', customers('New'), { options });
		expect(new Set(outcomes(rows))).toEqual(new Set(['updated']));
		expect(bench.sandbox.customer('ln-1300-C1')?.meta_data).toMatchObject({
			cloudsuite_status: 'inactive',
		});
		await written(
			bench,
			'customer',
			customers('New').map((one) => ({ ...one, status: 'active' })),
			{ options },
		);
		expect(bench.sandbox.customer('ln-1300-C1')?.meta_data).toEqual({ cloudsuite: key('C1') });
	});
});
