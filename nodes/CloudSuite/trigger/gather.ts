import type { Change, ChangeFeed, MasterQuery } from '../products/product';
import type { WatermarkCursor } from './cursor';
import type { Slice } from './watermark';
import { isNew, later } from './watermark';

/**
 * Reads the next slice of a pass: on from where the last poll stopped, until there are enough changes to deliver, no more
 * time, or no more changes.
 * @param now milliseconds, the start of the poll
 * @returns `undefined` when the time was over before reading had got to anything new
 */
export async function gather<T>(
	feed: ChangeFeed<T>,
	query: MasterQuery,
	cursor: WatermarkCursor,
	{ most, now, hasTime }: { most: number; now: number; hasTime: () => boolean },
): Promise<Slice | undefined> {
	const pass = { ...(cursor.pass ?? { startedAt: now, newest: null, after: null }) };
	const begun = pass.after;
	const wanted = new Map<string, Change>();
	const done = (isDone: boolean): Slice => ({ wanted: [...wanted.values()], pass, isDone });
	for await (const page of feed.read(query, begun ?? undefined)) {
		for (const change of 'passed' in page ? [] : page) {
			if (isNew(change, cursor)) {
				if (wanted.size >= most && !wanted.has(change.key)) return done(false);
				wanted.set(change.key, change);
			}
			const date = change.modifiedAt ?? null;
			pass.newest = later(pass.newest, date === null ? null : Math.min(date, pass.startedAt));
			if (feed.resumes) pass.after = change.position ?? null;
		}
		if ('passed' in page && feed.resumes) pass.after = page.passed;
		if (hasTime()) continue;
		// what was passed without anything new is behind the cursor, too: else the next poll would get no further
		return wanted.size > 0 || pass.after !== begun ? done(false) : undefined;
	}
	return done(true);
}
