import { fingerprint } from '../../../shared/canonicalJson';
import { objectOf } from '../../../shared/json';
import type { Change, ChangeFeed, MasterQuery } from '../product';
import type { Changed } from './changed';
import { changedPages } from './changed';
import type { ClassSession, Read } from './classSession';
import type { CheckedClass } from './spec';
import { neededFields } from './spec';
import { stampBefore, stampOf } from './stamps';
import type { Master } from '../matching';
import { groupCondition, isWanted } from './wanted';

/** A transaction is dated when it begins and seen when it is committed; and FSM's clock is not the one of n8n. */
const OVERLAP_MS = 10 * 60_000;

/**
 * What changed, by FSM's own time stamps.
 *
 * FSM does not tell when a record changed, only that it changed between two moments. Every change therefore gets the later
 * of them, the start of this reading, which is `_tts` of the question, too. That is never earlier than the change itself,
 * so nothing a later reading needs is forgotten early: what it reads again carries the same version and is known. Nor is
 * anything passed over: what changes after `_tts` is not part of this reading, and the next one goes back behind it by
 * the overlap. A date field of the record is not used, even when one is mapped: of a date without a time, a change of the
 * evening would seem older than the last reading, be forgotten, and come again with every poll.
 */
export function changeFeed<T extends Master>(session: ClassSession<T>, now: number): ChangeFeed<T> {
	return {
		overlap: OVERLAP_MS,
		// FSM's order of records is its own, and no filter for "behind this key" is documented
		resumes: false,
		async *read(query: MasterQuery) {
			const spec = await session.check();
			for await (const page of pagesSince(session, spec, query, now))
				yield page.filter((read) => isWanted(read, query)).map((read) => changeOf(spec, read));
		},
		complete: async (changes) => {
			const spec = await session.check();
			const known = changes.map((change) => ({ change, row: keptOf(change) }));
			const doubtful = known.filter(({ row }) => !row.isThere).map(({ row }) => row.parts);
			const byKey = new Map<string, T>();
			for await (const page of session.byKeys(doubtful))
				for (const { record } of page) byKey.set(record.key, record);
			return known
				.map(({ change, row }) =>
					row.isThere ? session.again(spec, row.fields) : byKey.get(change.key),
				)
				.filter((record) => record !== undefined);
		},
	};

	function changeOf(spec: CheckedClass, { record, parts, fields, isThere }: Changed<T>): Change {
		// what FSM adds of itself says "added" once and "changed" later, of the same record
		const own = neededFields(spec).map((field) => [field, fields[field] ?? null]);
		return {
			key: record.key,
			modifiedAt: now,
			version: fingerprint(own),
			row: { parts, fields, isThere },
		};
	}
}

/** All records when there is no moment to begin with; a list of them has no deleted ones. */
async function* pagesSince<T extends Master>(
	session: ClassSession<T>,
	spec: CheckedClass,
	query: MasterQuery,
	now: number,
): AsyncGenerator<Array<Changed<T>>> {
	const conditions = groupCondition(spec, query);
	if (query.modifiedSince !== undefined) {
		const changed = { from: stampBefore(query.modifiedSince), to: stampOf(now) };
		yield* changedPages(session, conditions, changed, now);
		return;
	}
	for await (const page of session.pages(conditions))
		yield page.map((read) => ({ ...read, isThere: true }));
}

function keptOf({ row }: Change): Pick<Read<Master>, 'parts' | 'fields'> & { isThere: boolean } {
	const { parts, fields, isThere } = row;
	return {
		parts: Array.isArray(parts) ? parts.map(String) : [],
		fields: objectOf(fields) ?? {},
		isThere: isThere === true,
	};
}
