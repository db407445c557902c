import type { Change } from '../products/product';
import type { Pass, WatermarkCursor } from './cursor';
import { shortKey, shortVersion } from './cursor';

/** From when to read: as far back as dates may be inexact, or changes be late. `undefined`: everything. */
export function readFrom({ since, floor }: WatermarkCursor, overlap: number): number | undefined {
	if (since === null) return floor ?? undefined;
	return Math.max(since - overlap, floor ?? Number.NEGATIVE_INFINITY);
}

/** Whether a change has not been delivered in just this version. A second change of a record has another one. */
export function isNew(
	change: Change,
	{ seen, floor }: Pick<WatermarkCursor, 'seen' | 'floor'>,
): boolean {
	if (floor !== null && (change.modifiedAt ?? floor) < floor) return false;
	return seen[shortKey(change.key)]?.[0] !== shortVersion(change.version);
}

/** What a poll has read of a pass. */
export interface Slice {
	/** To deliver; of a record that came twice the version read last. */
	wanted: Change[];
	/** The pass as it stands behind the last change that was read. */
	pass: Pass;
	/** Whether the pass came to its end. */
	isDone: boolean;
}

/**
 * The cursor after a slice was delivered. The watermark moves when a pass is over: to the latest date it found, but never
 * past its own start. What changed later is the next pass's business, and a date in the future must hide nothing.
 * @param resumes whether the next poll goes on behind this slice; if not, all that the pass delivered must be remembered
 */
export function advance(
	cursor: WatermarkCursor,
	{ wanted, pass, isDone }: Slice,
	{ overlap, resumes }: { overlap: number; resumes: boolean },
): WatermarkCursor {
	const reached = later(cursor.since, pass.newest);
	const oldest = oldestNeeded(cursor.since, reached, { isDone, resumes }) - overlap;
	const delivered = wanted.map((change) => [shortKey(change.key), entryOf(change)] as const);
	const remembered = { ...cursor.seen, ...Object.fromEntries(delivered) };
	return {
		kind: 'watermark',
		since: isDone ? reached : cursor.since,
		floor: cursor.floor,
		pass: isDone ? null : pass,
		seen: Object.fromEntries(
			Object.entries(remembered).filter(([, [, modifiedAt]]) => modifiedAt >= oldest),
		),
	};
}

/** Milliseconds: what changed before, but for the overlap, is not read again. */
function oldestNeeded(
	since: number | null,
	reached: number | null,
	{ isDone, resumes }: { isDone: boolean; resumes: boolean },
): number {
	// the rest of a pass reads from where its first part did; only in the very first nothing is behind it
	const border = isDone || (resumes && since === null) ? reached : resumes ? since : null;
	return border ?? Number.NEGATIVE_INFINITY;
}

/** The cursor with which only what changes from now on is delivered: all that is there counts as delivered. */
export function baseline(
	changes: readonly Change[],
	{ overlap, now }: { overlap: number; now: number },
): WatermarkCursor {
	const recent = changes.filter(({ modifiedAt }) => (modifiedAt ?? 0) >= now - overlap);
	return {
		kind: 'watermark',
		since: now,
		floor: null,
		pass: null,
		seen: Object.fromEntries(recent.map((change) => [shortKey(change.key), entryOf(change)])),
	};
}

/** The later of two moments, of which either may be unknown. */
export function later(a: number | null, b: number | null): number | null {
	if (a === null || b === null) return a ?? b;
	return Math.max(a, b);
}

/** A record without a date is read in the first pass only. */
function entryOf({ version, modifiedAt }: Change): [string, number] {
	return [shortVersion(version), modifiedAt ?? 0];
}
