import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import type { Said } from '../../shared/errors/types';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { asText, someOf } from '../../shared/text';
import { say } from '../errors/say';
import type { ConditionType, QueryCondition, QueryParts } from '../products/dataFabric/buildQuery';
import {
	buildQuery,
	columnsIn,
	nameOfRow,
	newestArrival,
	newestIn,
	partedRows,
} from '../products/dataFabric/buildQuery';
import { LakeJobs } from '../products/dataFabric/jobs';
import { LATE_MS } from '../products/dataFabric/moments';
import type { LakeRow } from '../products/dataFabric/result';
import { readLakeOptions } from '../products/dataFabric/settings';
import { whyRefused, withoutEnd } from '../products/dataFabric/sqlCheck';
import { rowsOf } from '../products/optionFields';
import type { World } from '../products/product';
import type { Opened } from '../run/sessions';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import { readTime } from './query';

/** So many deleted rows a hint names. */
const MOST_NAMED = 5;

/** "Execute Query": the rows of one statement per input item, as Data Fabric has them. It never writes. */
export async function executeQuery(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(context, now);
	const hints: string[] = [];
	let read = 0;
	const output = await forEachItem(context, async (item) => {
		const opened = await sessions.prepared(item);
		const rows = await rowsFor(opened, hints);
		read += rows.length;
		return rows as IDataObject[];
	});
	sessions.report(`${count(read)} rows read`, secondsSince(now), hints);
	return [output];
}

async function rowsFor(
	{ client, product, world }: Omit<Opened, 'sessions'>,
	hints: string[],
): Promise<LakeRow[]> {
	if (product.id !== 'dataFabric')
		throw fail(world, say('query_wrong_product', { product: product.name }));
	const options = readLakeOptions(world);
	const limit =
		world.parameter('returnAll', false) === true
			? Number.POSITIVE_INFINITY
			: Number(world.parameter('limit', 50));
	const pageSize = Math.min(options.pageSize, limit);
	const jobs = new LakeJobs(client, world.node, { ...options, pageSize }, world.item);
	if (world.parameter('queryMode', 'build') === 'sql')
		return await firstRows(jobs, asText(world.parameter('sql', '')), 'the query', { world, limit });
	const parts = { ...partsOf(world), limit, deletedColumn: options.deletedColumn };
	return parts.since === undefined
		? await firstRows(jobs, statement(world, parts), parts.table, { world, limit })
		: await increment(jobs, parts, parts.since, { world, limit, hints });
}

/** What arrived from then on up to the newest there was: rows that arrive meanwhile belong to the next increment. */
async function increment(
	jobs: LakeJobs,
	parts: QueryParts,
	from: number,
	{ world, limit, hints }: { world: World; limit: number; hints: string[] },
): Promise<LakeRow[]> {
	const { table, deletedColumn } = parts;
	const what = `the newest arrival in ${table}`;
	const to = newestIn(await jobs.rows(newestArrival(table), what, ['newest']));
	if (to === 'wrong')
		throw fail(world, say('compass_unreadable', { what: `The newest arrival in ${table}` }));
	if (to === undefined || to < from) return [];
	const sql = statement(world, { ...parts, arrived: { from, to } });
	const rows: LakeRow[] = [];
	const deleted: LakeRow[] = [];
	for await (const page of jobs.pages(sql, table)) {
		const parted = partedRows(page.rows, deletedColumn);
		for (const row of parted.there) rows.push(row);
		for (const row of parted.deleted) deleted.push(row);
		if (rows.length > limit) break;
	}
	if (deleted.length > 0) {
		const ids = someOf(deleted.map(nameOfRow), MOST_NAMED);
		hints.push(say('compass_deleted_left_out', { what: table, count: deleted.length, ids }).reason);
	}
	// a part of an increment has no end to go on from
	if (rows.length <= limit) hints.push(incrementHint(table, from, to));
	return rows.slice(0, limit);
}

/** Where the next increment begins: before the end of this one, as far as rows may turn up late, but not before its start. */
function incrementHint(table: string, from: number, to: number): string {
	const [until, next] = [to, Math.max(from, to - LATE_MS)].map((at) => new Date(at).toISOString());
	return say('query_increment', { table, until: until ?? '', next: next ?? '' }).reason;
}

async function firstRows(
	jobs: LakeJobs,
	sql: string,
	what: string,
	{ world, limit }: { world: World; limit: number },
): Promise<LakeRow[]> {
	const refused = whyRefused(sql);
	if (refused) throw fail(world, refused);
	const rows: LakeRow[] = [];
	for await (const page of jobs.pages(withoutEnd(sql), what)) {
		for (const row of page.rows) rows.push(row);
		if (rows.length >= limit) break;
	}
	return rows.slice(0, limit);
}

function statement(world: World, parts: QueryParts): string {
	const built = buildQuery(parts);
	if ('wrong' in built) throw fail(world, built.wrong);
	const refused = whyRefused(built.sql);
	if (refused) throw fail(world, refused);
	return built.sql;
}

function partsOf(
	world: World,
): Omit<QueryParts, 'limit' | 'deletedColumn'> & { since: number | undefined } {
	const table = asText(world.parameter('table', '')).trim();
	if (table === '') throw fail(world, say('query_table_missing'));
	const conditions = rowsOf(world.parameter('conditions', {}), 'condition') ?? [];
	return {
		table,
		columns: columnsIn(world.parameter('columns', '')),
		conditions: conditions.map(conditionOf),
		since: readTime(world, world.parameter('modifiedSince', ''), 'Modified Since'),
	};
}

function conditionOf(row: Readonly<Record<string, unknown>>): QueryCondition {
	const type = asText(row.type);
	return {
		column: asText(row.column),
		operator: asText(row.operator) || 'equal',
		type: type === 'number' || type === 'boolean' ? (type satisfies ConditionType) : 'text',
		value: asText(row.value),
	};
}

function fail(world: World, said: Said) {
	return operationError(world.node, said, world.item);
}
