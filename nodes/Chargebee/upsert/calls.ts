import type { OutcomeRow } from './row';

export type CountedRow = OutcomeRow & {
	/** Requests to Chargebee; over all rows of a run, all it made. */
	calls: number;
};

/**
 * Says how many requests each record took, so that their sum is what the run made: what was asked for all records
 * together (lookups, custom fields) is with the first one.
 * @param total requests of the run
 */
export function withCalls(rows: readonly OutcomeRow[], total: number): CountedRow[] {
	const others = rows.slice(1).reduce((sum, { attempts }) => sum + attempts, 0);
	return rows.map((row, index) => ({
		...row,
		calls: index === 0 ? Math.max(total - others, row.attempts) : row.attempts,
	}));
}
