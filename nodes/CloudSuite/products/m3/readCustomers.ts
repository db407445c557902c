import { fingerprint } from '../../../shared/canonicalJson';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { countByListing } from '../countByListing';
import type { Change, ChangeFeed, Listed, MasterQuery, MasterReader } from '../product';
import { sliceByFeed } from '../sliceByFeed';
import type { M3Row } from './answer';
import type { CustomerRows } from './customerRows';
import { changedAt } from './dates';
import type { NormaliseContext } from './normalise';
import { normaliseCustomer } from './normalise';
import { firstOf, isPlain, isSince, isWanted } from './wanted';

/** A date of change is a day: the day before is read again each time. */
export const OVERLAP_MS = 24 * 60 * 60_000;

/** Reads the customers of one company. */
export function customerReader(
	rows: CustomerRows,
	context: NormaliseContext,
	way: 'exportmi' | 'crs610',
): MasterReader<SourceCustomer> {
	const list = async (query: MasterQuery): Promise<Listed<SourceCustomer>> =>
		await firstOf(recordsOf(rows, query, context), query);
	return {
		get: async (id) =>
			id.trim() === ''
				? []
				: (await rows.byIds([id.trim()])).map((row) => normaliseCustomer(row, context)),
		list,
		count: async (query) =>
			(isPlain(query) ? await rows.count(query) : undefined) ?? (await countByListing(list, query)),
		slice: async (query, after) => await sliceByFeed(customerChanges(rows, context), query, after),
		// the list of keys has no date of change: each customer would have to be read anyway
		changes: way === 'exportmi' ? customerChanges(rows, context) : 'scan',
	};
}

async function* recordsOf(
	rows: CustomerRows,
	query: MasterQuery,
	context: NormaliseContext,
): AsyncGenerator<SourceCustomer[]> {
	const { ids, modifiedSince } = query;
	if (ids.length > 0) {
		const found = await rows.byIds(ids);
		yield found
			.filter((row) => isSince(row, modifiedSince, context.zone))
			.map((row) => normaliseCustomer(row, context));
		return;
	}
	for await (const page of rows.pages(query))
		yield page.map((row) => normaliseCustomer(row, context));
}

/** Changed customers, a page of M3 at a time. */
function customerChanges(
	rows: CustomerRows,
	context: NormaliseContext,
): ChangeFeed<SourceCustomer> {
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query, after) {
			for await (const page of rows.pages(query, after)) {
				const read = page.map((row) => ({ row, record: normaliseCustomer(row, context) }));
				const wanted = read.filter(({ record }) => isWanted(record, query));
				const last = read.at(-1)?.record.id ?? '';
				if (wanted.length === 0 && last !== '') yield { passed: last };
				else yield wanted.map(changeOf);
			}
		},
		complete: async (changes) =>
			await Promise.resolve(changes.map(({ row }) => normaliseCustomer(row, context))),
	};

	function changeOf({ row, record }: { row: M3Row; record: SourceCustomer }): Change {
		return {
			key: record.key,
			modifiedAt: changedAt(row.LMDT, context.zone),
			version: fingerprint(row),
			row: { ...row } as Record<string, string>,
			position: record.id,
		};
	}
}
