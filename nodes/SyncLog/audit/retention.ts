import { DateTime } from 'luxon';
import type { Row } from '../tables';
import { chainOf, columnText, isBlank, sizeOf } from '../tables';
import { GENESIS, hashText } from './hash';
import type { Removed } from './verify';

/** Which rows are old enough to go, and what a later check has to know of them. */
export interface Retention {
	/** ISO 8601 UTC; delete by `at < before`. */
	before: string;
	rows: number;
	/** About what they take in the table. */
	bytes: number;
	/** About what the others take, and the number of the newest row; for "Tables" of the alerts. */
	kept: { bytes: number; lastId: number };
	/**
	 * By flow, the hash of the last removed row, for "From" of the check; a list where runs at the same time made several
	 * ends. Flows of which nothing was ever removed are not in it.
	 */
	newFrom: Record<string, string | string[]>;
}

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
	const kept = [...chains.values()].flatMap((parts) => parts.kept);
	const newFrom = new Map<string, string[]>();
	for (const flow of [...new Set([...chains.keys(), ...removed.keys()])].sort()) {
		const ends = endsOf(chains.get(flow) ?? { due: [], kept: [] }, removed.get(flow) ?? new Set());
		if (ends.length > 0) newFrom.set(flow, ends);
	}
	return {
		before,
		rows: due.length,
		bytes: bytesOf(due),
		kept: {
			bytes: bytesOf(kept),
			lastId: rows.reduce((last, { id }) => Math.max(last, Number(columnText(id)) || 0), 0),
		},
		newFrom: Object.fromEntries(
			[...newFrom].map(([flow, ends]) => [flow, ends.length === 1 ? (ends[0] ?? '') : ends]),
		),
	};
}

/**
 * The hashes of what goes, or went earlier, that somebody still asks for: a kept row follows it, or no removed row does,
 * so that it may be the head of its flow. A row that is missing for another reason is not among them and is still found.
 */
function endsOf(
	{ due, kept }: { due: readonly Row[]; kept: readonly Row[] },
	removedEarlier: ReadonlySet<string>,
): string[] {
	const followed = (rows: readonly Row[]) =>
		new Set(rows.map((row) => hashText(row.previous_hash)));
	const [byKept, byDue] = [followed(kept), followed(due)];
	const gone = new Set([...removedEarlier, ...due.map(({ hash }) => hashText(hash))]);
	return [...gone].filter((hash) => hash !== GENESIS && (byKept.has(hash) || !byDue.has(hash)));
}

function bytesOf(rows: readonly Row[]): number {
	return rows.reduce((bytes, row) => bytes + sizeOf(row), 0);
}
