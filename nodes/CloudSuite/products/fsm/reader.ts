import { countByListing } from '../countByListing';
import { firstRecords } from '../matching';
import type { Changes, Listed, MasterQuery, MasterReader } from '../product';
import { sliceByListing } from '../sliceByListing';
import { changedPages } from './changed';
import type { ClassSession, Read } from './classSession';
import { chunked } from './classSession';
import type { Condition } from './conditions';
import { changeFeed } from './feed';
import { sliceOfClass } from './slice';
import type { CheckedClass } from './spec';
import { onlyFieldOf } from './spec';
import { stampBefore } from './stamps';
import type { Master } from '../matching';
import { groupCondition, idConditions, isWanted } from './wanted';

/** Reads the records of one class of one company in the shape all products share. */
export function classReader<T extends Master>(
	session: ClassSession<T>,
	now: number,
): MasterReader<T> {
	const byComparing = session.options.findChangesBy === 'comparing';
	const changes: Changes<T> = byComparing ? 'scan' : changeFeed(session, now);
	const list = async (query: MasterQuery): Promise<Listed<T>> => {
		const spec = await session.check();
		if (byComparing) return await readDated(session, spec, query);
		// by FSM's stamps, which every record has
		return {
			records: await firstRecords(recordsOf(readAll(session, spec, query, now)), query.limit),
			undated: 0,
		};
	};
	return {
		get: (id) => readOne(session, id),
		list,
		// what changed is one list without places in it
		slice: async (query, after) =>
			query.modifiedSince === undefined
				? await sliceOfClass(session, query, after)
				: await sliceByListing(list, query, after),
		count: async (query) =>
			(await countByFsm(session, query)) ?? (await countByListing(list, query)),
		changes,
	};
}

/** Whole keys first: only when none is that, the last part alone, which several groups may have. */
async function readOne<T extends Master>(session: ClassSession<T>, id: string): Promise<T[]> {
	const spec = await session.check();
	for (const condition of idConditions(spec, id)) {
		const found: T[] = [];
		for await (const page of session.pages([condition]))
			found.push(...page.map(({ record }) => record));
		if (found.length > 1)
			throw session.failAmbiguous(
				id,
				found.map((record) => record.id),
			);
		if (found.length > 0) return found;
	}
	return [];
}

/** The records of a query, page by page; an id that names one twice brings it twice. */
async function* readAll<T extends Master>(
	session: ClassSession<T>,
	spec: CheckedClass,
	query: MasterQuery,
	now: number,
): AsyncGenerator<Array<Read<T>>> {
	const since = query.modifiedSince;
	for (const conditions of questionsFor(spec, query)) {
		const pages =
			since === undefined
				? session.pages(conditions, { pageSize: pageSizeFor(spec, query) })
				: stillThere(session, conditions, query, { since, now });
		for await (const page of pages) yield page.filter((read) => isWanted(read, query));
	}
}

/** What changed since and was not deleted, in portions. */
async function* stillThere<T extends Master>(
	session: ClassSession<T>,
	conditions: readonly Condition[],
	query: MasterQuery,
	{ since, now }: { since: number; now: number },
): AsyncGenerator<Array<Read<T>>> {
	const changed = { from: stampBefore(since) };
	for await (const page of changedPages(session, conditions, changed, now)) {
		const wanted = page.filter((read) => isWanted(read, query));
		yield wanted.filter(({ isThere }) => isThere);
		yield* session.byKeys(wanted.filter(({ isThere }) => !isThere).map(({ parts }) => parts));
	}
}

async function* recordsOf<T>(
	pages: AsyncIterable<ReadonlyArray<Read<T>>>,
): AsyncGenerator<readonly T[]> {
	for await (const page of pages) yield page.map(({ record }) => record);
}

/** Without FSM's stamps, a date of change is one that is mapped. */
async function readDated<T extends Master>(
	session: ClassSession<T>,
	spec: CheckedClass,
	{ modifiedSince: since, ...query }: MasterQuery,
): Promise<Listed<T>> {
	const hasDate = spec.mapping.some(({ target }) => target === 'modifiedAt');
	if (since !== undefined && !hasDate) throw session.fail('fsm_no_date');
	const limit = since === undefined ? query.limit : Number.POSITIVE_INFINITY;
	const all = await firstRecords(recordsOf(readAll(session, spec, { ...query, limit }, 0)), limit);
	const records = all
		.filter(
			({ modifiedAt }) =>
				since === undefined || (modifiedAt !== null && Date.parse(modifiedAt) >= since),
		)
		.slice(0, query.limit);
	const undated = records.filter(({ modifiedAt }) => modifiedAt === null).length;
	return { records, undated: hasDate ? undated : 0 };
}

/** FSM counts by itself, if all that is asked can be put to it; nothing when not, or when it does not say how many. */
async function countByFsm<T extends Master>(
	session: ClassSession<T>,
	query: MasterQuery,
): Promise<number | undefined> {
	const spec = await session.check();
	const { status, groups, ids, modifiedSince } = query;
	const isAskable = [status, ids].every((list) => list.length === 0) && modifiedSince === undefined;
	if (!isAskable || !areGroupsAsked(spec, groups)) return undefined;
	return await session.count(groupCondition(spec, query));
}

/** The conditions of each list that has to be read: one, or several for many ids. */
function questionsFor(spec: CheckedClass, query: MasterQuery): Condition[][] {
	const groups = groupCondition(spec, query);
	if (query.ids.length === 0) return [groups];
	const wanted = query.ids.flatMap((id) => idConditions(spec, id));
	return chunked(wanted).map((condition) => [...groups, condition]);
}

/** With a condition FSM is not asked for, a limit says nothing about how many rows are needed. */
function pageSizeFor(spec: CheckedClass, { status, groups, limit }: MasterQuery): number {
	const isExact = status.length === 0 && areGroupsAsked(spec, groups);
	return isExact ? limit : Number.POSITIVE_INFINITY;
}

function areGroupsAsked(spec: CheckedClass, groups: readonly string[]): boolean {
	return groups.length === 0 || onlyFieldOf(spec, 'group') !== undefined;
}
