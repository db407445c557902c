import { EXPORT_AUDIT } from '../../host/templates';
import { dataOf } from '../executions';
import { olderTable } from './retry/olderTable';
import { retriedCustomers } from './retry/retriedCustomers';
import { retriedItems } from './retry/retriedItems';
import { retrying } from './retry/retrying';

/** Records that were not accepted are sent again: as CloudSuite has them now, or as they were sent. */
export function whatIsRetried(where: { postgres: boolean }): void {
	const all = retrying(where);
	const { world, run } = all;
	retriedCustomers(all);
	retriedItems(all);
	if (!where.postgres) olderTable(all);

	describe('all that was retried', () => {
		it('is in chains of its own that hold, and nothing is in Chargebee twice', async () => {
			const verified = dataOf(await run(EXPORT_AUDIT), 'Verify');
			expect(verified.map(({ flow, verified: isVerified }) => [flow, isVerified])).toEqual([
				['backfill', true],
				['retry-failed', true],
				['retry-failed-items', true],
				['sync-customers', true],
				['sync-items', true],
			]);
			expect(world().chargebee.violations()).toEqual([]);
			expect(world().infor.violations()).toEqual([]);
		});
	});
}
