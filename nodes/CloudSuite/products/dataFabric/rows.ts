import { operationError } from '../../../shared/errors/nodeErrors';
import type { Master } from '../matching';
import { isOfStatusAndGroup } from '../matching';
import type { MasterQuery } from '../product';
import { lowered } from './cells';
import { DeletedRows } from './deletedRows';
import type { LakeRecord, Plan } from './plan';
import type { LakeRow } from './result';
import type { LakeSource } from './source';
import { meansItself } from './sql';
import type { Statement } from './statements';
import { listStatement } from './statements';

/** A record, and the row it was read from. */
export interface Read<T> extends LakeRecord<T> {
	row: LakeRow;
}

/** What a record was made from. */
type Made = 'deleted' | 'partly' | 'whole';

/**
 * Rows page by page, read. Of several rows for one record the first counts where deletion explains them: the row itself
 * was deleted and is there again, or a deleted row was joined to it.
 * @throws NodeOperationError for two rows of one record that are both there
 */
export async function* pages<T extends Master>(
	{ jobs, what, node }: Pick<LakeSource<T>, 'jobs' | 'what' | 'node'>,
	plan: Plan<T>,
	statement: Statement,
): AsyncGenerator<Array<Read<T>>> {
	const seen = new Map<string, Made>();
	const { sql, columns } = listStatement(plan, statement);
	for await (const { rows } of jobs.pages(sql, what, { columns })) {
		const page: Array<Read<T>> = [];
		for (const sent of rows) {
			const row = lowered(sent);
			const read = plan.read(row);
			const { key, id } = read.record;
			const [before, made] = [seen.get(key), madeOf(read)];
			if (before === 'whole' && made === 'whole') throw operationError(node, plan.twice(id));
			if (before !== undefined && (before !== 'deleted' || made === 'deleted')) continue;
			seen.set(key, made);
			page.push({ ...read, row });
		}
		yield page;
	}
}

function madeOf({ isDeleted, hasDeleted }: LakeRecord<unknown>): Made {
	return isDeleted ? 'deleted' : hasDeleted ? 'partly' : 'whole';
}

/**
 * What comes behind a position. Compass is asked for what is at or behind it, which is the record there and the others;
 * one with a backslash or a control character can not be asked for, so records before it come, too. Should it be gone by now, none is passed over.
 */
export async function* behind<T>(
	all: AsyncIterable<Array<Read<T>>>,
	position: string | undefined,
): AsyncGenerator<Array<Read<T>>> {
	const before: Array<Array<Read<T>>> = [];
	let isBehind = position === undefined || meansItself(position);
	for await (const page of all) {
		const at = page.findIndex((read) => read.position === position);
		if (isBehind) yield page.filter((read) => read.position !== position);
		else if (at < 0) before.push(page);
		else {
			isBehind = true;
			yield page.slice(at + 1);
		}
	}
	if (!isBehind) yield* before;
}

/**
 * What is there of what was asked for. Deleted rows among it are named in a hint, also when nobody wants the rest; without
 * any row it is looked at whether there is such a company.
 * @param isFromFront whether the reading began with the first row
 */
export async function* alive<T extends Master>(
	source: LakeSource<T>,
	plan: Plan<T>,
	all: AsyncIterable<Array<Read<T>>>,
	query: MasterQuery,
	isFromFront = true,
): AsyncGenerator<Array<Read<T>>> {
	const deleted = new DeletedRows(query.modifiedSince);
	let rows = 0;
	try {
		for await (const page of all) {
			rows += page.length;
			const wanted = page.filter((read) => isWanted(plan, read, query));
			for (const read of wanted) deleted.note(read);
			yield wanted.filter(({ isDeleted }) => !isDeleted);
		}
	} finally {
		const hint = deleted.hint(source.what);
		if (hint !== undefined) source.jobs.hint(hint);
	}
	if (rows === 0 && isFromFront) await source.checkCompany?.();
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
