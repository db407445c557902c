import { SYNC_ITEMS, TRIGGER } from '../../../host/templates';
import { seedItems } from '../../../sandbox/seed/items';
import { LEDGER } from '../../../templates/storage/tables';
import { dataOf } from '../../executions';
import type { Retrying } from './retrying';
import { sentOf } from './retrying';

/** Families, items and prices that were not accepted, in one story. */
export function retriedItems({
	world,
	run,
	retryItems,
	rowOf,
	open,
	writes,
	asked,
	refuse,
}: Retrying): void {
	describe('items', () => {
		const items = seedItems();
		const services = items.filter(({ group }) => group === 'SERVICE');
		const pricedServices = services.filter(({ price }) => price !== null);
		const key = (id: string) => `ln:ACME_TST:1300:${id}`;

		it('keep what was sent for each stage that was not accepted', async () => {
			const [first] = world().infor.data.itemsSales;
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
			world().newCalls();
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
			world().chargebee.faults.clear();
			world().newCalls();
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
			const [first] = world().infor.data.itemsSales;
			if (first) first.SalesCurrency = 'EUR';
			world().newCalls();
			const execution = await retryItems({});
			expect(dataOf(execution, 'Get them again')).toMatchObject([{ key: key('AX-2000') }]);
			expect(writes()).toEqual(['/item_prices']);
			expect(world().chargebee.record('item_prices', 'ln-1300-AX-2000-EUR')).toMatchObject({
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
				await world().tables.changeRow(LEDGER, row?.id, { outcome: 'failed', payload: '' });
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

		it('that are parked keep their price from being sent, until somebody names them', async () => {
			const item = await rowOf('sync-items/items', key('AX-2003'));
			const price = await rowOf('sync-items/prices', key('AX-2003-USD'));
			await world().tables.changeRow(LEDGER, item?.id, { outcome: 'rejected', parked: true });
			await world().tables.changeRow(LEDGER, price?.id, { outcome: 'failed' });
			world().newCalls();
			expect(dataOf(await retryItems({}), 'Not sent')).toMatchObject([
				{ source_key: price?.source_key, why: expect.stringContaining('parked') as string },
			]);
			expect(world().newCalls()).toEqual([]);
			await retryItems({ which: 'keys', keys: key('AX-2003') });
			for (const stage of ['items', 'prices'])
				expect(await open(`sync-items/${stage}`)).toEqual([]);
		});

		it('are not sent as they were once newer values were sent', async () => {
			const item = await rowOf('sync-items/items', key('AX-2002'));
			const price = await rowOf('sync-items/prices', key('AX-2002-EUR'));
			const payload = JSON.stringify({ key: item?.source_key, sourceHash: 'older' });
			await world().tables.changeRow(LEDGER, price?.id, { outcome: 'failed', payload });
			world().newCalls();
			const execution = await retryItems({ data: 'stored' });
			expect(dataOf(execution, 'Not sent')).toMatchObject([
				{ source_key: price?.source_key, why: expect.stringMatching(/^Newer values/) as string },
			]);
			expect(world().newCalls()).toEqual([]);
			await retryItems({});
			expect(await open('sync-items/prices')).toEqual([]);
		});
	});
}
