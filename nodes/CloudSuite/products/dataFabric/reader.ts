import type { INode } from 'n8n-workflow';
import { apiError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { say } from '../../errors/say';
import { countByListing } from '../countByListing';
import type { Master } from '../matching';
import { firstRecords, isOfStatusAndGroup } from '../matching';
import type { Change, ChangeFeed, Listed, MasterQuery, MasterReader } from '../product';
import { numberOf } from '../values';
import { lowered } from './cells';
import type { LakeJobs } from './jobs';
import type { LakeRecord, Plan } from './plan';
import type { LakeRow } from './result';
import type { Statement } from './statements';
import { listStatement } from './statements';

/** IDs in one query. */
const IDS_PER_QUERY = 500;
/** So many deleted records a hint names. */
const MOST_NAMED = 5;
/**
 * A row is stamped when it arrives in the Data Lake and can be queried some minutes later (about ten, say users): what
 * arrived before the newest row seen may turn up after it. Three times that is read again.
 */
const OVERLAP_MS = 30 * 60_000;

const ANY = { status: [], groups: [], role: 'any', limit: Number.POSITIVE_INFINITY } as const;

interface Read<T> extends LakeRecord<T> {
	row: LakeRow;
}

/** Where records of one kind are read, and how; nothing to plan for a table that has no rows. */
export interface LakeSource<T extends Master> {
	jobs: LakeJobs;
	node: INode;
	plan: () => Promise<Plan<T> | undefined>;
	/** For errors, e.g. `LN_tccom100 of company 1300`. */
	what: string;
	/** The statement that counts; nothing when Compass can not be asked for just these. */
	counting: (query: MasterQuery) => string | undefined;
}

/** Reads the records of one kind in the shape all products share. */
export function lakeReader<T extends Master>(source: LakeSource<T>): MasterReader<T> {
	const list = async (query: MasterQuery): Promise<Listed<T>> => ({
		records: await firstRecords(recordsOf(source, query), query.limit),
		// by arrival, which every row has
		undated: 0,
	});
	return {
		get: async (id) => (await list({ ...ANY, ids: [id] })).records,
		list,
		count: async (query) => (await countOf(source, query)) ?? (await countByListing(list, query)),
		changes: changesOf(source),
	};
}

async function* recordsOf<T extends Master>(
	source: LakeSource<T>,
	query: MasterQuery,
): AsyncGenerator<T[]> {
	const plan = await source.plan();
	if (!plan) return;
	const { ids, modifiedSince: since } = query;
	const deleted = new Set<string>();
	try {
		for (const chunk of chunksOf(ids))
			for await (const page of pages(source, plan, { query, ids: chunk })) {
				const wanted = page.filter((read) => isWanted(plan, read, query));
				for (const read of wanted)
					if (read.isDeleted && (read.deletedAt ?? 0) >= (since ?? 0)) deleted.add(read.record.id);
				yield wanted.filter((read) => !read.isDeleted).map(({ record }) => record);
			}
	} finally {
		// also when nobody wants the rest
		if (deleted.size > 0) source.jobs.hint(deletedHint(source.what, [...deleted]));
	}
}

/** Rows page by page, read; of several rows for one record the first. */
async function* pages<T extends Master>(
	{ jobs, what }: LakeSource<T>,
	plan: Plan<T>,
	statement: Statement,
): AsyncGenerator<Array<Read<T>>> {
	const seen = new Set<string>();
	for await (const { rows } of jobs.pages(listStatement(plan, statement), what)) {
		const page: Array<Read<T>> = [];
		for (const sent of rows) {
			const row = lowered(sent);
			const read = plan.read(row);
			if (seen.has(read.record.key)) continue;
			seen.add(read.record.key);
			page.push({ ...read, row });
		}
		yield page;
	}
}

/** The question again, for records that came. */
function isWanted<T extends Master>(
	plan: Plan<T>,
	{ record, arrivedAt }: LakeRecord<T>,
	query: MasterQuery,
): boolean {
	const { ids, modifiedSince: since } = query;
	return (
		isOfStatusAndGroup(record, query) &&
		(ids.length === 0 || ids.some((id) => plan.isMeant(id, record))) &&
		// of a row that does not say when it arrived, Compass knew it
		(since === undefined || arrivedAt === undefined || arrivedAt >= since)
	);
}

/** Compass counts by itself, if all that is asked can be put to it. */
async function countOf<T extends Master>(
	{ jobs, node, what, counting }: LakeSource<T>,
	query: MasterQuery,
): Promise<number | undefined> {
	const sql = counting(query);
	if (sql === undefined) return undefined;
	const [row = {}] = await jobs.rows(sql, `the count of ${what}`);
	const total = numberOf(lowered(row).total);
	if (total === null)
		throw apiError(node, say('compass_unreadable', { what: `The count of ${what}` }));
	return total;
}

/** What changed, by when the rows arrived in the Data Lake, in the order of keys. */
function changesOf<T extends Master>(source: LakeSource<T>): () => Promise<ChangeFeed<T>> {
	return async () => {
		const plan = await source.plan();
		return {
			overlap: OVERLAP_MS,
			resumes: plan?.from !== undefined,
			async *read(query, after) {
				if (!plan) return;
				const statement = { query, withArrival: true, position: after };
				for await (const page of pages(source, plan, statement))
					yield (
						page
							.filter((read) => !read.isDeleted && isWanted(plan, read, query))
							// the last record of the reading before comes again, so that none that compares equal is passed over
							.filter(({ position }) => position !== after)
							.map(changeOf)
					);
			},
			complete: async (changes) =>
				await Promise.resolve(
					plan ? changes.map(({ row }) => plan.read(objectOf(row) ?? {}).record) : [],
				),
		};
	};
}

function changeOf<T extends Master>({ record, arrivedAt, position, row }: Read<T>): Change {
	return {
		key: record.key,
		modifiedAt: arrivedAt,
		// rows arrive again without a change, when a table is published anew
		version: record.sourceHash,
		row: row as Change['row'],
		position,
	};
}

function chunksOf(ids: readonly string[]): string[][] {
	if (ids.length === 0) return [[]];
	const chunks: string[][] = [];
	for (let start = 0; start < ids.length; start += IDS_PER_QUERY)
		chunks.push(ids.slice(start, start + IDS_PER_QUERY));
	return chunks;
}

function deletedHint(what: string, ids: readonly string[]): string {
	const rest = ids.length > MOST_NAMED ? ', …' : '';
	const named = `${ids.slice(0, MOST_NAMED).join(', ')}${rest}`;
	return say('compass_deleted_left_out', { what, count: ids.length, ids: named }).reason;
}
