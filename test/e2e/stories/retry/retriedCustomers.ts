import { BACKFILL, SYNC_CUSTOMERS, TRIGGER } from '../../../host/templates';
import { LEDGER } from '../../../templates/storage/tables';
import { dataOf } from '../../executions';
import type { Retrying } from './retrying';
import { isOpen, sentOf } from './retrying';

/** Customers that were not accepted, in one story. */
export function retriedCustomers({
	world,
	run,
	retry,
	rows,
	rowOf,
	open,
	writes,
	asked,
	refuse,
}: Retrying): void {
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
			const { infor, chargebee } = world();
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
			world().newCalls();
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
			for (const contact of world().infor.data.contacts)
				if (contact.Email?.includes('(at)')) contact.Email = 'corrected@example.test';
			await retry({});
			expect(await row()).toMatchObject({ outcome: 'created', attempts: 0, payload: '' });
		});

		it('keep what was sent by whichever workflow', async () => {
			const [one] = await open('sync-customers');
			await world().tables.changeRow(LEDGER, one?.id, { payload: '' });
			const id = String(one?.source_key).split(':')[3];
			await run(BACKFILL, { ids: id, go: true });
			const row = await rowOf('sync-customers', one?.source_key);
			expect(sentOf(row ?? {})).toMatchObject({ id, sourceHash: one?.source_hash });
		});

		it('that have no stored data are named, and stay as they are', async () => {
			const [one, ...others] = await open('sync-customers');
			await world().tables.changeRow(LEDGER, one?.id, { payload: '' });
			const before = await rowOf('sync-customers', one?.source_key);
			world().newCalls();
			const execution = await retry({ data: 'stored', which: 'keys', keys: one?.source_key });
			expect(dataOf(execution, 'Not sent')).toEqual([
				{
					...{ source_key: one?.source_key, flow: 'sync-customers', outcome: one?.outcome },
					why: expect.stringMatching(/^No stored data.*fresh data\.$/) as string,
				},
			]);
			expect(world().newCalls()).toEqual([]);
			expect(await rowOf('sync-customers', one?.source_key)).toEqual(before);
			// the others are sent all the same
			const rest = await retry({ data: 'stored' });
			expect(dataOf(rest, 'Not sent')).toHaveLength(1);
			expect(dataOf(rest, 'Each record')).toHaveLength(others.length);
		});
	});

	describe('customers that CloudSuite does not give any more', () => {
		it('are named, and stay as they are', async () => {
			const [one] = (await rows('sync-customers')).filter((row) => !isOpen(row));
			const gone = { source_key: 'ln:ACME_TST:1300:GONE', outcome: 'failed' };
			await world().tables.changeRow(LEDGER, one?.id, gone);
			const execution = await retry({ which: 'keys', keys: gone.source_key });
			expect(dataOf(execution, 'Not sent')).toMatchObject([
				{ ...gone, why: expect.stringMatching(/^CloudSuite gives no such record/) as string },
			]);
			expect(await rowOf('sync-customers', gone.source_key)).toMatchObject(gone);
			await world().tables.deleteRow(LEDGER, one?.id);
		});
	});
}
