import { fingerprint } from '../../../shared/canonicalJson';
import type { SourceItem } from '../../../shared/source/sourceItem';
import type { Change, ChangeFeed, Listed, MasterQuery, MasterReader } from '../product';
import type { M3Row } from './answer';
import { changedAt } from './dates';
import type { ItemRows } from './itemRows';
import { keyOf } from './itemRows';
import type { NormaliseContext } from './normalise';
import { identityOf, normaliseItem } from './normalise';
import { OVERLAP_MS } from './readCustomers';
import { firstOf, isPlain, isSince, isWanted } from './wanted';

/** Reads the items of one company. */
export function itemReader(rows: ItemRows, context: NormaliseContext): MasterReader<SourceItem> {
	const list = async (query: MasterQuery): Promise<Listed<SourceItem>> =>
		await firstOf(recordsOf(rows, query, context), query);
	return {
		get: async (id) =>
			id.trim() === ''
				? []
				: (await rows.byIds([id.trim()])).map((row) => normaliseItem(row, context)),
		list,
		count: async (query) =>
			(isPlain(query) && query.modifiedSince === undefined ? await rows.count() : undefined) ??
			(await unpricedCount(rows, query, context)),
		changes: itemChanges(rows, context),
	};
}

async function* recordsOf(
	rows: ItemRows,
	query: MasterQuery,
	context: NormaliseContext,
): AsyncGenerator<SourceItem[]> {
	const { ids, limit } = query;
	const told = (read: readonly M3Row[]) => read.map((row) => normaliseItem(row, context));
	if (ids.length > 0) {
		const found = await rows.byIds(ids);
		yield told(found.filter((row) => isSince(row, query.modifiedSince, context.zone)));
		return;
	}
	const isAll = query.modifiedSince === undefined && !Number.isFinite(limit);
	const prices = isAll ? await rows.allPrices() : undefined;
	let left = limit;
	for await (const page of rowsOf(rows, query, context)) {
		const wanted = page.filter((row) => matches(row, query, context));
		const some = wanted.slice(0, left);
		left -= some.length;
		yield told(await rows.priced(some, prices));
	}
}

/** Rows without prices, since the day of a moment if one is given. */
async function* rowsOf(
	rows: ItemRows,
	query: MasterQuery,
	{ zone }: NormaliseContext,
): AsyncGenerator<M3Row[]> {
	const { modifiedSince, limit } = query;
	const changed = modifiedSince === undefined ? undefined : await rows.changed(modifiedSince);
	if (changed) {
		yield changed.filter((row) => isSince(row, modifiedSince, zone)).sort(byKey);
		return;
	}
	const isLimited = modifiedSince === undefined && isPlain(query) && Number.isFinite(limit);
	for await (const page of rows.pages(undefined, isLimited ? limit : undefined))
		yield page.filter((row) => isSince(row, modifiedSince, zone));
}

async function unpricedCount(
	rows: ItemRows,
	query: MasterQuery,
	context: NormaliseContext,
): Promise<number> {
	const all = { ...query, limit: Number.POSITIVE_INFINITY };
	if (query.ids.length > 0)
		return (await firstOf(recordsOf(rows, all, context), all)).records.length;
	let count = 0;
	for await (const page of rowsOf(rows, all, context))
		count += page.filter((row) => matches(row, all, context)).length;
	return count;
}

/**
 * Changed items, with their prices: of two changes on one day, only the values tell. A position names the list it is of:
 * the changes of a few days, in the order of their numbers, or all items in M3's own order, which may be another.
 */
function itemChanges(rows: ItemRows, context: NormaliseContext): ChangeFeed<SourceItem> {
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query, after) {
			const since = query.modifiedSince;
			const wanted = (read: readonly M3Row[]) =>
				read.filter((row) => isSince(row, since, context.zone) && matches(row, query, context));
			const [list, key] = [after?.slice(0, 1), after?.slice(2)];
			const changed = since === undefined || list === 'a' ? undefined : await rows.changed(since);
			if (changed) {
				const isBehind = (row: M3Row) => list !== 'c' || keyOf(row) > (key ?? '');
				const some = wanted(changed).filter(isBehind).sort(byKey);
				for (const portion of portions(some, query))
					yield (await rows.priced(portion)).map((row) => changeOf(row, 'c'));
				return;
			}
			const from = list === 'a' ? key : undefined;
			const isAll = since === undefined && !Number.isFinite(query.limit);
			const prices = isAll ? await rows.allPrices(from) : undefined;
			for await (const page of rows.pages(from)) {
				const some = wanted(page);
				const last = page.at(-1);
				if (some.length === 0 && last) yield { passed: `a:${keyOf(last)}` };
				for (const portion of portions(some, query))
					yield (await rows.priced(portion, prices)).map((row) => changeOf(row, 'a'));
			}
		},
		complete: async (changes) =>
			await Promise.resolve(changes.map(({ row }) => normaliseItem(row, context))),
	};

	function changeOf(row: M3Row, list: 'a' | 'c'): Change {
		return {
			key: identityOf(keyOf(row), context).key,
			modifiedAt: changedAt(row.LMDT, context.zone),
			version: fingerprint(row),
			row: { ...row } as Record<string, string>,
			position: `${list}:${keyOf(row)}`,
		};
	}
}

/** Rows in portions of a slice: prices are asked for of those alone that are in it. */
function portions(rows: readonly M3Row[], { limit }: MasterQuery): M3Row[][] {
	const size = Math.max(1, Math.min(limit, rows.length));
	const count = Math.ceil(rows.length / size);
	return Array.from({ length: count }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

/** A query without conditions needs no record to be made of each row, and hashed, just to look at it. */
function matches(row: M3Row, query: MasterQuery, context: NormaliseContext): boolean {
	return isPlain(query) || isWanted(normaliseItem(row, context), query);
}

function byKey(a: M3Row, b: M3Row): number {
	return keyOf(a) < keyOf(b) ? -1 : 1;
}
