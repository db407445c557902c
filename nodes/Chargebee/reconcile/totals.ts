import { inNumbers } from '../upsert/summary';
import type { FindingKind } from './finding';
import { FINDINGS } from './finding';

/** One Reconcile in numbers. */
export type Totals = Record<FindingKind, number> & {
	inCloudSuite: number;
	/** Records that are not deleted. */
	inChargebee: number;
	/** Those of them that carry no CloudSuite key and match nothing. */
	withoutKey: number;
	calls: number;
	/** ISO 8601 UTC, when the comparison ended. */
	checkedAt: string;
};

export function countFindings(kinds: readonly FindingKind[]): Record<FindingKind, number> {
	const count = (kind: FindingKind) => kinds.filter((one) => one === kind).length;
	return Object.fromEntries(FINDINGS.map((kind) => [kind, count(kind)])) as ReturnType<
		typeof countFindings
	>;
}

/** E.g. `10,000 in CloudSuite, 9,998 in Chargebee: 9,990 agree, 5 differ, 5 only in CloudSuite, 3 only in Chargebee; 101 calls`. */
export function sayTotals(totals: Totals): string {
	const { agrees, differs, onlyInCloudSuite, onlyInChargebee, duplicate, conflict, invalid } =
		totals;
	const parts: Array<[count: number, words: string]> = [
		[agrees, agrees === 1 ? 'agrees' : 'agree'],
		[differs, differs === 1 ? 'differs' : 'differ'],
		[onlyInCloudSuite, 'only in CloudSuite'],
		[onlyInChargebee, 'only in Chargebee'],
		[duplicate, duplicate === 1 ? 'duplicate' : 'duplicates'],
		[conflict, conflict === 1 ? 'conflict' : 'conflicts'],
		[invalid, 'invalid'],
	];
	const sides = `${inNumbers(totals.inCloudSuite)} in CloudSuite, ${inNumbers(totals.inChargebee)} in Chargebee`;
	const found = parts.map(([count, words]) => `${inNumbers(count)} ${words}`).join(', ');
	return `${sides}: ${found}; ${inNumbers(totals.calls)} calls`;
}
