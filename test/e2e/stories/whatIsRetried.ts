import type { Execution } from '../../host/n8nClient';
import type { TemplateFile } from '../../host/templates';
import {
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RETRY_FAILED,
	RETRY_FAILED_ITEMS,
	SETUP,
	SYNC_CUSTOMERS,
	SYNC_ITEMS,
	TRIGGER,
} from '../../host/templates';
import { seedItems } from '../../sandbox/seed/items';
import { COLUMNS, LEDGER } from '../../templates/storage/tables';
import { dataOf } from '../executions';
import { withSettings } from '../withSettings';
import type { World } from '../world';
import { startWorld } from '../world';

type Row = Record<string, unknown>;

const ACCEPTED: ReadonlySet<unknown> = new Set(['created', 'updated', 'linked', 'unchanged']);
const isOpen = ({ outcome }: Row) => !ACCEPTED.has(outcome) && outcome !== 'ignored';
const sentOf = ({ payload }: Row) => JSON.parse(String(payload)) as Row;

/** Records that were not accepted are sent again: as CloudSuite has them now, or as they were sent. */
export function whatIsRetried(where: { postgres: boolean }): void {
	let world: World;

	beforeAll(async () => {
		world = await startWorld(where);
	});
	afterAll(() => world?.end());

	const run = async (
		file: TemplateFile,
		settings: Row = {},
		trigger = MANUAL_TRIGGER,
	): Promise<Execution> => {
		const { n8n, credentials } = world;
		const id = await n8n.createWorkflow(
			await withSettings(world.file(file), credentials, settings),
		);
		if (trigger === TRIGGER) await n8n.publish(id);
		const execution = await n8n.run(id, trigger);
		expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
			'success',
			undefined,
		]);
		if (trigger === TRIGGER) await n8n.unpublish(id);
		return execution;
	};
	const retry = async (settings: Row) =>
		await run(RETRY_FAILED, { waitMinutes: 0, maxAttempts: 20, ...settings });
	const retryItems = async (settings: Row) =>
		await run(RETRY_FAILED_ITEMS, { waitMinutes: 0, maxAttempts: 20, ...settings });

	const rows = async (flow: string) =>
		(await world.tables.rows(LEDGER)).filter((row) => row.flow === flow);
	const rowOf = async (flow: string, key: unknown) =>
		(await rows(flow)).find(({ source_key: one }) => one === key);
	const open = async (flow: string) => (await rows(flow)).filter(isOpen);
	const writes = () =>
		world
			.newCalls()
			.filter(({ method }) => method === 'POST')
			.map(({ path }) => path.replace('/api/v2', ''));

	/** What CloudSuite is asked meanwhile: paths. */
	async function asked<T>(work: () => Promise<T>): Promise<[T, string[]]> {
		const before = world.infor.history.length;
		const result = await work();
		return [result, world.infor.history.slice(before).map(({ path }) => path)];
	}

	/** Chargebee refuses what holds this text. */
	const refuse = (path: RegExp, body: RegExp, status = 400) =>
		world.chargebee.faults.add({
			method: 'POST',
			path,
			body,
			times: 1000,
			effect: {
				kind: 'answer',
				status,
				body: {
					...{ message: 'no', type: 'invalid_request' },
					...{ api_error_code: 'param_wrong_value', param: 'name' },
				},
			},
		});

	// one story, in order
	describe('customers', () => {
		it('keep what was sent while it is not accepted, and nothing of those that are', async () => {
			await run(SYNC_CUSTOMERS, {}, TRIGGER);
			const all = await rows('sync-customers');
			expect(all).toHaveLength(300);
			const waiting = all.filter(isOpen);
			expect(waiting.map(({ outcome }) => outcome).sort()).toEqual([
				'conflict',
				'invalid',
				'invalid',
			]);
			for (const row of waiting) {
				expect(sentOf(row)).toMatchObject({ key: row.source_key, sourceHash: row.source_hash });
				expect(sentOf(row)).not.toHaveProperty('raw');
				expect(sentOf(row)).not.toHaveProperty('known');
			}
			expect(new Set(all.filter((row) => !isOpen(row)).map(({ payload }) => payload))).toEqual(
				new Set(['']),
			);
		});

		it('are sent as they were, and CloudSuite is not asked', async () => {
			const { infor, chargebee } = world;
			const [partner] = infor.data.businessPartners;
			if (partner) partner.Name = 'Renamed-once';
			refuse(/\/customers/, /Renamed-once/);
			await run(SYNC_CUSTOMERS, {}, TRIGGER);
			const [refused] = (await open('sync-customers')).filter(
				({ outcome }) => outcome === 'rejected',
			);
			expect(sentOf(refused ?? {})).toMatchObject({ name: 'Renamed-once' });
			chargebee.faults.clear();
			if (partner) partner.Name = 'Renamed-twice';
			world.newCalls();
			const [, calls] = await asked(() =>
				retry({ data: 'stored', which: 'keys', keys: refused?.source_key }),
			);
			expect(calls).toEqual([]);
			expect(new Set(writes().map((path) => path.split('/')[2]))).toEqual(
				new Set([refused?.chargebee_id]),
			);
			const named = chargebee.customers().map(({ company }) => company);
			expect(named).toContain('Renamed-once');
			expect(named).not.toContain('Renamed-twice');
			expect(await rowOf('sync-customers', refused?.source_key)).toMatchObject({
				...{ outcome: 'updated', attempts: 0, first_failed_at: '', payload: '' },
			});
		});

		it('are counted first, refused again with what was wrong, and parked at the cap', async () => {
			const [invalid] = (await open('sync-customers')).filter(({ reason }) =>
				String(reason).includes('(at)'),
			);
			const [execution, calls] = await asked(() => retry({ data: 'stored', maxAttempts: 3 }));
			expect(dataOf(execution, 'How many')).toMatchObject([{ records: 3, data: 'stored' }]);
			expect(calls).toEqual([]);
			const row = () => rowOf('sync-customers', invalid?.source_key);
			expect(await row()).toMatchObject({ outcome: 'invalid', attempts: 3, parked: true });
			expect(sentOf((await row()) ?? {})).toMatchObject({ key: invalid?.source_key });
			// parked ones wait for a person
			expect(dataOf(await retry({ data: 'stored', maxAttempts: 3 }), 'How many')).toEqual([]);
		});

		it('are un-parked with new tries, and pass once CloudSuite is right', async () => {
			const [invalid] = (await open('sync-customers')).filter(({ reason }) =>
				String(reason).includes('(at)'),
			);
			const row = () => rowOf('sync-customers', invalid?.source_key);
			await retry({ which: 'parked', maxAttempts: 3 });
			expect(await row()).toMatchObject({ outcome: 'invalid', attempts: 1, parked: false });
			for (const contact of world.infor.data.contacts)
				if (contact.Email?.includes('(at)')) contact.Email = 'corrected@example.test';
			await retry({});
			expect(await row()).toMatchObject({ outcome: 'created', attempts: 0, payload: '' });
		});

		it('that have no stored data are named, and stay as they are', async () => {
			const [one, ...others] = await open('sync-customers');
			await world.tables.changeRow(LEDGER, one?.id, { payload: '' });
			const before = await rowOf('sync-customers', one?.source_key);
			world.newCalls();
			const execution = await retry({ data: 'stored', which: 'keys', keys: one?.source_key });
			expect(dataOf(execution, 'Not sent')).toEqual([
				{
					...{ source_key: one?.source_key, flow: 'sync-customers', outcome: one?.outcome },
					why: expect.stringMatching(/^No stored data.*fresh data\.$/) as string,
				},
			]);
			expect(world.newCalls()).toEqual([]);
			expect(await rowOf('sync-customers', one?.source_key)).toEqual(before);
			// the others are sent all the same
			const rest = await retry({ data: 'stored' });
			expect(dataOf(rest, 'Not sent')).toHaveLength(1);
			expect(dataOf(rest, 'Each record')).toHaveLength(others.length);
		});
	});

	describe('items', () => {
		const items = seedItems();
		const services = items.filter(({ group }) => group === 'SERVICE');
		const pricedServices = services.filter(({ price }) => price !== null);
		const key = (id: string) => `ln:ACME_TST:1300:${id}`;

		it('keep what was sent for each stage that was not accepted', async () => {
			const [first] = world.infor.data.itemsSales;
			if (first) first.SalesCurrency = 'QQQ';
			refuse(/\/item_families/, /SERVICE/);
			refuse(/\/items$/, /AX-2001/);
			await run(SYNC_ITEMS, {}, TRIGGER);
			const families = await open('sync-items/families');
			expect(families).toMatchObject([
				{ source_key: key('group-SERVICE'), outcome: 'rejected', attempts: 1 },
			]);
			const waiting = await open('sync-items/items');
			expect(waiting).toHaveLength(services.length + 1);
			expect(waiting.filter(({ outcome }) => outcome === 'rejected')).toMatchObject([
				{ source_key: key('AX-2001') },
			]);
			const prices = await open('sync-items/prices');
			expect(prices).toHaveLength(pricedServices.length + 2);
			for (const row of [...families, ...waiting, ...prices])
				expect(sentOf(row)).toMatchObject({ sourceHash: row.source_hash, tenant: 'ACME_TST' });
			for (const row of waiting) expect(sentOf(row).key).toBe(row.source_key);
			expect(sentOf(families[0] ?? {})).not.toHaveProperty('known');
		});

		it('are sent as they were: a child waits while its parent is refused', async () => {
			world.newCalls();
			const [execution, calls] = await asked(() => retryItems({ data: 'stored' }));
			expect(calls).toEqual([]);
			expect(dataOf(execution, 'Not sent')).toEqual([]);
			expect(writes()).toEqual(['/item_families', '/items']);
			expect(await open('sync-items/families')).toMatchObject([{ attempts: 2 }]);
			const waiting = await open('sync-items/items');
			expect(waiting.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(services.length);
			expect(await rowOf('sync-items/items', key('AX-2001'))).toMatchObject({ attempts: 2 });
		});

		it('pass in the order of families, items and prices, and resolve their errors', async () => {
			world.chargebee.faults.clear();
			world.newCalls();
			const [, calls] = await asked(() => retryItems({ data: 'stored' }));
			expect(calls).toEqual([]);
			expect(writes()).toEqual([
				'/item_families',
				...Array<string>(services.length + 1).fill('/items'),
				...Array<string>(pricedServices.length + 1).fill('/item_prices'),
			]);
			expect(await open('sync-items/families')).toEqual([]);
			expect(await open('sync-items/items')).toEqual([]);
			expect(await rowOf('sync-items/items', key('AX-2001'))).toMatchObject({
				...{ outcome: 'created', attempts: 0, first_failed_at: '', payload: '' },
			});
			expect(await open('sync-items/prices')).toMatchObject([
				{ source_key: key('AX-2000-QQQ'), outcome: 'invalid' },
			]);
		});

		it('are parked at the cap, and left alone then', async () => {
			await retryItems({ data: 'stored', maxAttempts: 3 });
			expect(await rowOf('sync-items/prices', key('AX-2000-QQQ'))).toMatchObject({
				...{ outcome: 'invalid', parked: true },
			});
			expect(dataOf(await retryItems({ maxAttempts: 3 }), 'How many')).toEqual([]);
		});

		it('are un-parked with new tries, by the key of the item as well', async () => {
			await retryItems({ which: 'keys', keys: key('AX-2000'), maxAttempts: 3 });
			expect(await rowOf('sync-items/prices', key('AX-2000-QQQ'))).toMatchObject({
				...{ outcome: 'invalid', parked: false, attempts: 1 },
			});
		});

		it('are read again by their numbers alone; a price in another currency closes the old one', async () => {
			const [first] = world.infor.data.itemsSales;
			if (first) first.SalesCurrency = 'EUR';
			world.newCalls();
			const execution = await retryItems({});
			expect(dataOf(execution, 'Get them again')).toMatchObject([{ key: key('AX-2000') }]);
			expect(writes()).toEqual(['/item_prices']);
			expect(world.chargebee.record('item_prices', 'ln-1300-AX-2000-EUR')).toMatchObject({
				status: 'active',
			});
			expect(await rowOf('sync-items/prices', key('AX-2000-QQQ'))).toMatchObject({
				outcome: 'ignored',
				payload: '',
				reason: expect.stringMatching(/^CloudSuite no longer has it/) as string,
			});
			expect(dataOf(await retryItems({}), 'How many')).toEqual([]);
		});

		it('of which the key alone tells the item are read by it; a family without data is named', async () => {
			const family = await rowOf('sync-items/families', key('group-DRIVES'));
			const price = await rowOf('sync-items/prices', key('AX-2001-EUR'));
			for (const row of [family, price])
				await world.tables.changeRow(LEDGER, row?.id, { outcome: 'failed', payload: '' });
			const execution = await retryItems({});
			expect(dataOf(execution, 'Get them again')).toMatchObject([{ key: key('AX-2001') }]);
			expect(dataOf(execution, 'Not sent')).toMatchObject([
				{ source_key: family?.source_key, why: expect.stringContaining('next run') as string },
			]);
			expect(await rowOf('sync-items/prices', price?.source_key)).toMatchObject({
				outcome: 'unchanged',
			});
			await run(SYNC_ITEMS, {}, TRIGGER);
			expect(await open('sync-items/families')).toEqual([]);
		});

		it('are not sent as they were once newer values were sent', async () => {
			const item = await rowOf('sync-items/items', key('AX-2002'));
			const price = await rowOf('sync-items/prices', key('AX-2002-EUR'));
			const payload = JSON.stringify({ key: item?.source_key, sourceHash: 'older' });
			await world.tables.changeRow(LEDGER, price?.id, { outcome: 'failed', payload });
			world.newCalls();
			const execution = await retryItems({ data: 'stored' });
			expect(dataOf(execution, 'Not sent')).toMatchObject([
				{ source_key: price?.source_key, why: expect.stringMatching(/^Newer values/) as string },
			]);
			expect(world.newCalls()).toEqual([]);
			await retryItems({});
			expect(await open('sync-items/prices')).toEqual([]);
		});
	});

	const inDataTables = where.postgres ? describe.skip : describe;

	// in PostgreSQL a table gets its new columns by itself
	inDataTables('a table that an older version made', () => {
		it('is written all the same, and setup names the column it lacks', async () => {
			const { payload: _new, decision: _newToo, ...columns } = COLUMNS[LEDGER];
			await world.tables.deleteTable(LEDGER);
			await world.n8n.createTable(LEDGER, columns);
			await run(SYNC_CUSTOMERS, {}, TRIGGER);
			expect(await rows('sync-customers')).toHaveLength(300);
			const [report] = dataOf(await run(SETUP), 'Readiness');
			expect(report).toMatchObject({ ready: false });
			expect(JSON.stringify(report)).toContain('columns are missing: decision, payload');
		});

		it('has nothing stored, which is said of each record; fresh data are sent', async () => {
			const waiting = await open('sync-customers');
			expect(waiting.length).toBeGreaterThan(0);
			const execution = await retry({ data: 'stored' });
			expect(dataOf(execution, 'Not sent').map(({ source_key: one }) => one)).toEqual(
				waiting.map(({ source_key: one }) => one),
			);
			await retry({});
			for (const { source_key: one } of waiting)
				expect(await rowOf('sync-customers', one)).toMatchObject({ attempts: 2 });
		});
	});

	describe('all that was retried', () => {
		it('is in chains of its own that hold, and nothing is in Chargebee twice', async () => {
			const verified = dataOf(await run(EXPORT_AUDIT), 'Verify');
			expect(verified.map(({ flow, verified: isVerified }) => [flow, isVerified])).toEqual([
				['retry-failed', true],
				['retry-failed-items', true],
				['sync-customers', true],
				['sync-items', true],
			]);
			expect(world.chargebee.violations()).toEqual([]);
			expect(world.infor.violations()).toEqual([]);
		});
	});
}
