import { apiError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { countByListing } from '../countByListing';
import type { Master } from '../matching';
import { firstRecords } from '../matching';
import type { Listed, MasterQuery, MasterReader } from '../product';
import { numberOf } from '../values';
import { lowered } from './cells';
import { lakeFeed } from './feed';
import type { Plan } from './plan';
import type { Read } from './rows';
import { alive, pages } from './rows';
import type { LakeSource } from './source';

/** IDs in one query. */
const IDS_PER_QUERY = 500;

const ANY = { status: [], groups: [], role: 'any', limit: Number.POSITIVE_INFINITY } as const;

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
		changes: async () => await lakeFeed(source),
	};
}

async function* recordsOf<T extends Master>(
	source: LakeSource<T>,
	query: MasterQuery,
): AsyncGenerator<T[]> {
	const plan = await source.plan();
	if (!plan) return;
	for await (const page of alive(source, plan, portions(source, plan, query), query))
		yield page.map(({ record }) => record);
}

async function* portions<T extends Master>(
	source: LakeSource<T>,
	plan: Plan<T>,
	query: MasterQuery,
): AsyncGenerator<Array<Read<T>>> {
	for (const ids of chunksOf(query.ids)) yield* pages(source, plan, { query, ids });
}

/** Compass counts by itself, if all that is asked can be put to it. */
async function countOf<T extends Master>(
	{ jobs, node, what, counting, checkCompany }: LakeSource<T>,
	query: MasterQuery,
): Promise<number | undefined> {
	const sql = counting(query);
	if (sql === undefined) return undefined;
	const [row = {}] = await jobs.rows(sql, `the count of ${what}`, ['total']);
	const total = numberOf(lowered(row).total);
	if (total === null)
		throw apiError(node, say('compass_unreadable', { what: `The count of ${what}` }));
	if (total === 0) await checkCompany?.();
	return total;
}

function chunksOf(ids: readonly string[]): string[][] {
	if (ids.length === 0) return [[]];
	const chunks: string[][] = [];
	for (let start = 0; start < ids.length; start += IDS_PER_QUERY)
		chunks.push(ids.slice(start, start + IDS_PER_QUERY));
	return chunks;
}
