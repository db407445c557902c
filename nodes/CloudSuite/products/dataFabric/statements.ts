import type { MasterQuery } from '../product';
import { arrivalName } from './cells';
import type { Asked, Plan } from './plan';
import type { Master } from '../matching';
import { anyOf, identifier, momentLiteral, where } from './sql';
import type { LakeTable } from './tables';
import { arrivalOf, columnOf, selectionOf, sourceOf } from './tables';

/** What is asked of a plan. */
export interface Statement {
	query: MasterQuery;
	/** Only these, of the ids of the query. */
	ids?: readonly string[];
	/** Select when rows arrived, also without `modifiedSince`. */
	withArrival?: boolean;
	/** Go on here. */
	position?: string | undefined;
}

/** A statement, and what its columns are called, in lower case. */
export interface Selection {
	sql: string;
	columns: string[];
}

/** All records of a question, in the order of keys. */
export function listStatement<T extends Master>(
	plan: Plan<T>,
	{ query, ids = [], withArrival = false, position }: Statement,
): Selection {
	const { conditions, isExact } = plan.asked(query);
	const since = query.modifiedSince;
	const tables = tablesOf(plan);
	const arrivals =
		since !== undefined || withArrival
			? tables.map((table) => [arrivalName(table.alias), arrivalOf(table)] as const)
			: [];
	const all = [
		...plan.always,
		...conditions,
		...(ids.length > 0 ? [plan.ofIds(ids)] : []),
		...(since === undefined ? [] : [arrivedSince(tables, since)]),
		...(position !== undefined && plan.from ? [plan.from(position)] : []),
	];
	// deleted rows come along with what changed, and may be any of the first ones
	const isLimited = isExact && ids.length === 0 && since === undefined && !withArrival;
	const limit = isLimited && Number.isFinite(query.limit) ? ` LIMIT ${query.limit}` : '';
	const selected = [
		...tables.flatMap(selectionOf),
		...Object.entries(plan.further ?? {}),
		...arrivals,
	];
	const columns = selected.map(([name, sql]) => `${sql} AS ${identifier(name)}`).join(', ');
	const order = [...plan.key, ...(since === undefined ? [] : tables.flatMap(deletionOf))];
	return {
		sql: `SELECT ${columns} FROM ${sources(plan, since !== undefined)}${where(all)} ORDER BY ${order.join(', ')}${limit}`,
		columns: selected.map(([name]) => name),
	};
}

/** What is counted: no column but those of the conditions is needed, so the table need not be looked at first. */
export interface Counted {
	/** With its alias. */
	source: string;
	/** For conditions that need them. */
	joins?: string;
	always: readonly string[];
	/** Tells records apart where joins repeat them. */
	key: string;
}

/** How many there are; nothing when Compass can not be asked for just these. */
export function countStatement(
	{ source, joins = '', always, key }: Counted,
	{ conditions, isExact, needsJoins }: Asked,
	{ ids, modifiedSince }: MasterQuery,
): string | undefined {
	if (!isExact || ids.length > 0 || modifiedSince !== undefined) return undefined;
	const all = where([...always, ...conditions]);
	return needsJoins
		? `SELECT count(DISTINCT ${key}) AS total FROM ${source}${joins}${all}`
		: `SELECT count(*) AS total FROM ${source}${all}`;
}

/**
 * A change of any row a record is made from is a change of the record. Compass compares an arrival with `>=`, `<=`, `=` and
 * `BETWEEN` only: https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/wov1631199556283.html
 */
function arrivedSince(tables: readonly LakeTable[], since: number): string {
	return anyOf(tables.map((table) => `${arrivalOf(table)} >= ${momentLiteral(since)}`));
}

/** With deleted rows when the question is what changed: a deleted address is a change of its customer. */
function sources<T extends Master>({ main, joins }: Plan<T>, isForChanges: boolean): string {
	const source = (table: LakeTable) => sourceOf(table, isForChanges && table.deleted !== undefined);
	const joined = joins.map(({ table, on }) => ` LEFT JOIN ${source(table)} ON ${on}`);
	return `${source(main)}${joined.join('')}`;
}

/** Rows that are there come before deleted ones, should both belong to the same record: the first one counts. */
function deletionOf(table: LakeTable): string[] {
	const column = table.deleted === undefined ? undefined : columnOf(table, table.deleted);
	return column === undefined ? [] : [column];
}

function tablesOf<T extends Master>({ main, joins }: Plan<T>): LakeTable[] {
	return [main, ...joins.map(({ table }) => table)];
}
