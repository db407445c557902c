import type { Plan } from '../../upsert/plan';

/** Fewer than these are put aside without a question. */
const HARMLESS = 10;

/**
 * How many records would be put aside (archived, flagged inactive), when that is more of this run than allowed.
 * A wrong filter or an emptied status column in CloudSuite must not archive a catalog.
 */
export function tooManyPutAside(
	plans: readonly Plan[],
	mostPercent: number,
	statusField: string,
): { count: number; of: number } | undefined {
	const count = plans.filter(
		({ wanted, changes }) =>
			wanted.inactive === true && changes.some(({ field }) => field === statusField),
	).length;
	return count > HARMLESS && count * 100 > plans.length * mostPercent
		? { count, of: plans.length }
		: undefined;
}
