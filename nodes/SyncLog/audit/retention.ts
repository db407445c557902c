import { DateTime } from 'luxon';
import type { Row } from '../tables';
import { chainOf, columnText, isBlank } from '../tables';
import { GENESIS, hashText } from './hash';
import type { Removed } from './verify';

/** Which rows are old enough to go, and what a later check has to know of them. */
export interface Retention {
	/** ISO 8601 UTC; delete by `at < before`. */
	before: string;
	rows: number;
	/** About what they take in the table. */
	bytes: number;
	/**
	 * By flow, the hash of the last removed row, for "From" of the check; a list where runs at the same time made several
	 * ends. Flows of which nothing was ever removed are not in it.
	 */
	newFrom: Record<string, string | string[]>;
}

/** Three system columns of a Data Table row, and what a database keeps beside the values. */
const ROW_OVERHEAD = 100;

/**
 * @param months how long rows are kept, back from `now` (milliseconds), in UTC
 * @param removed what earlier retentions said in `newFrom`
 */
export function dueForRemoval(
	rows: readonly Row[],
	months: number,
	now: number,
	removed: Removed,
): Retention {
	const before = DateTime.fromMillis(now, { zone: 'UTC' })
		.minus({ months })
		.toJSDate()
		.toISOString();
	// compared as texts, as the table does it when it deletes
	const isDue = (row: Row) => columnText(row.at) < before;
	const chains = new Map<string, { due: Row[]; kept: Row[] }>();
	for (const row of rows) {
		if (isBlank(row)) continue;
		const chain = chainOf(columnText(row.flow));
		const parts = chains.get(chain) ?? { due: [], kept: [] };
		parts[isDue(row) ? 'due' : 'kept'].push(row);
		chains.set(chain, parts);
	}
	const due = [...chains.values()].flatMap((parts) => parts.due);
	const newFrom = new Map<string, string[]>();
	for (const flow of [...new Set([...chains.keys(), ...removed.keys()])].sort()) {
		const ends = endsOf(chains.get(flow) ?? { due: [], kept: [] }, removed.get(flow) ?? new Set());
		if (ends.length > 0) newFrom.set(flow, ends);
	}
	return {
		before,
		rows: due.length,
		bytes: due.reduce((bytes, row) => bytes + sizeOf(row), 0),
		newFrom: Object.fromEntries(
			[...newFrom].map(([flow, ends]) => [flow, ends.length === 1 ? (ends[0] ?? '') : ends]),
		),
	};
}

/**
 * The hashes that kept rows follow and that will be gone. Only rows that are due, or went earlier, count: a row that is
 * missing for another reason must still be found missing. When nothing is kept, the ends of what goes.
 */
function endsOf(
	{ due, kept }: { due: readonly Row[]; kept: readonly Row[] },
	removedEarlier: ReadonlySet<string>,
): string[] {
	const gone = new Set([...due.map(({ hash }) => hashText(hash)), ...removedEarlier]);
	const followed = (rows: readonly Row[]) =>
		new Set(rows.map((row) => hashText(row.previous_hash)));
	if (kept.length > 0)
		return [...followed(kept)].filter((hash) => hash !== GENESIS && gone.has(hash));
	const inner = followed(due);
	return [...gone].filter((hash) => hash !== GENESIS && !inner.has(hash));
}

function sizeOf(row: Row): number {
	return Buffer.byteLength(Object.values(row).map(columnText).join('')) + ROW_OVERHEAD;
}
