import type { AuditValues, Row } from '../tables';
import { auditValues, chainOf, columnText, isBlank } from '../tables';
import { rowHash } from './hash';

export type ChainedRow = Row & AuditValues & { previous_hash: string; hash: string };

/**
 * New audit rows with `previous_hash` and `hash`, in the order given; each flow is a chain of its own.
 * @param previousHash what the first row of a flow follows: the hash of the flow's last row, empty for none
 * @returns per input row its chained row, `undefined` for an empty one
 */
export function chainRows(
	rows: readonly Row[],
	previousHash: (index: number) => string,
): Array<ChainedRow | undefined> {
	const last = new Map<string, string>();
	return rows.map((row, index) => {
		if (isBlank(row)) return undefined;
		const chain = chainOf(columnText(row.flow));
		const previous = last.get(chain) ?? previousHash(index);
		const values = auditValues(row);
		const hash = rowHash(values, previous);
		last.set(chain, hash);
		return { ...row, ...values, previous_hash: previous, hash };
	});
}
