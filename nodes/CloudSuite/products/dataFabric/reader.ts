import { apiError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { countByListing } from '../countByListing';
import type { Master } from '../matching';
import { firstRecords } from '../matching';
import type { Listed, MasterQuery, MasterReader } from '../product';
import { numberOf } from '../values';
import { lowered } from './cells';
import { DeletedRows } from './deletedRows';
import { lakeFeed } from './feed';
import { isWanted, pages } from './rows';
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
	const deleted = new DeletedRows(query.modifiedSince);
	let rows = 0;
	try {
		for (const chunk of chunksOf(query.ids))
			for await (const page of pages(source, plan, { query, ids: chunk })) {
				rows += page.length;
				const wanted = page.filter((read) => isWanted(plan, read, query));
				for (const read of wanted) deleted.note(read);
				yield wanted.filter(({ isDeleted }) => !isDeleted).map(({ record }) => record);
			}
	} finally {
		// also when nobody wants the rest
		const hint = deleted.hint(source.what);
		if (hint !== undefined) source.jobs.hint(hint);
	}
	if (rows === 0) await source.checkCompany?.();
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
