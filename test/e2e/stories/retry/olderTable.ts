import { MANUAL_TRIGGER, SETUP, SYNC_CUSTOMERS, TRIGGER } from '../../../host/templates';
import { LEDGER } from '../../../templates/storage/tables';
import { dataOf } from '../../executions';
import type { Retrying } from './retrying';
import { sentOf } from './retrying';

/** A ledger without the columns that came later. In PostgreSQL a table gets them by itself. */
export function olderTable({ world, run, retry, rows, rowOf, open }: Retrying): void {
	describe('a table that an older version made', () => {
		it('is written all the same', async () => {
			for (const column of ['payload', 'decision']) await world().n8n.deleteColumn(LEDGER, column);
			for (const row of await rows('sync-customers'))
				if (row.outcome === 'invalid') await world().tables.deleteRow(LEDGER, row.id);
			const [changed] = (await rows('sync-customers')).filter((row) => row.outcome === 'created');
			await world().tables.changeRow(LEDGER, changed?.id, { source_hash: '' });
			await run(SYNC_CUSTOMERS, {}, TRIGGER);
			expect(await rows('sync-customers')).toHaveLength(300);
			expect(await rowOf('sync-customers', changed?.source_key)).toMatchObject({
				outcome: 'unchanged',
			});
		});

		it('has nothing stored, which is said of each record; fresh data are sent', async () => {
			const waiting = await open('sync-customers');
			expect(new Set(waiting.map(({ outcome }) => outcome))).toEqual(
				new Set(['conflict', 'invalid']),
			);
			world().newCalls();
			const execution = await retry({ data: 'stored' });
			expect(
				dataOf(execution, 'Not sent')
					.map(({ source_key: one }) => one)
					.sort(),
			).toEqual(waiting.map(({ source_key: one }) => one).sort());
			expect(world().newCalls()).toEqual([]);
			await retry({});
			for (const { source_key: one, attempts } of waiting)
				expect(await rowOf('sync-customers', one)).toMatchObject({
					attempts: Number(attempts) + 1,
				});
		});

		it('keeps what was sent from the moment setup has made it anew', async () => {
			await run(SETUP, {}, MANUAL_TRIGGER);
			await retry({});
			const waiting = await open('sync-customers');
			expect(waiting.map((row) => sentOf(row).key)).toEqual(
				waiting.map(({ source_key: one }) => one),
			);
		});
	});
}
