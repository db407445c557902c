import { SETUP, SYNC_CUSTOMERS, TRIGGER } from '../../../host/templates';
import { COLUMNS, LEDGER } from '../../../templates/storage/tables';
import { dataOf } from '../../executions';
import type { Retrying } from './retrying';

/** A ledger without the columns that came later. In PostgreSQL a table gets them by itself. */
export function olderTable({ world, run, retry, rows, rowOf, open }: Retrying): void {
	describe('a table that an older version made', () => {
		it('is written all the same, and setup names the column it lacks', async () => {
			const { payload: _new, decision: _newToo, ...columns } = COLUMNS[LEDGER];
			await world().tables.deleteTable(LEDGER);
			await world().n8n.createTable(LEDGER, columns);
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
}
