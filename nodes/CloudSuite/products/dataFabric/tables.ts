import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { Columns } from './columns';
import { columnsOf, findColumn } from './columns';
import type { LakeJobs } from './jobs';
import { identifier } from './sql';

/** A table of the Data Lake as it is read: under an alias, with the columns this tenant has. */
export interface LakeTable {
	/** e.g. `LN_tccom100` */
	name: string;
	/** e.g. `p`: one table may be joined twice. */
	alias: string;
	/** By the name it is known by here, in lower case: the published name. */
	columns: ReadonlyMap<string, string>;
	/** The column that marks deleted rows, in lower case; nothing if it has none. */
	deleted: string | undefined;
}

/** Which columns are read of a table, by their names without a language. */
export interface TableSpec {
	name: string;
	needed: readonly string[];
	wanted: readonly string[];
	/** The column that marks deleted rows; empty for none. */
	deleted: string;
}

/** Finds out what the tenant's tables look like, each once. */
export class LakeTables {
	private readonly known = new Map<string, Promise<Columns | undefined>>();

	constructor(
		private readonly jobs: LakeJobs,
		private readonly node: INode,
		private readonly language: string,
	) {}

	/**
	 * The columns of a table; nothing for a table without rows whose columns nobody names.
	 * Asked for as CSV: its head names all columns, also those that are empty, and of a table without rows.
	 */
	async columns(name: string): Promise<Columns | undefined> {
		const known = this.known.get(name) ?? this.ask(name);
		this.known.set(name, known);
		return await known;
	}

	/**
	 * @returns nothing for a table without rows whose columns nobody names
	 * @throws NodeOperationError naming the columns it does not have, or has in several languages
	 */
	async table(spec: TableSpec, alias: string): Promise<LakeTable | undefined> {
		const { name, needed, deleted } = spec;
		const columns = await this.columns(name);
		if (columns === undefined) return undefined;
		const wanted = [...spec.wanted, ...(deleted === '' ? [] : [deleted])];
		const found = [...new Set([...needed, ...wanted])].map(
			(column) => [column, findColumn(columns, column.toLowerCase(), this.language)] as const,
		);
		for (const [column, { kind, ...rest }] of found)
			if (kind === 'languages' && 'languages' in rest)
				throw operationError(
					this.node,
					say('compass_languages', { table: name, column, languages: rest.languages.join(', ') }),
				);
		const missing = found.filter(
			([column, { kind }]) => kind === 'missing' && needed.includes(column),
		);
		if (missing.length > 0)
			throw operationError(
				this.node,
				say('compass_columns_missing', {
					table: name,
					columns: missing.map(([column]) => column).join(', '),
					available: listOf([...columns.values()]),
				}),
			);
		const there = new Map(
			found.flatMap(([column, one]) =>
				one.kind === 'column' ? [[column.toLowerCase(), one.name] as const] : [],
			),
		);
		const mark = deleted.toLowerCase();
		return { name, alias, columns: there, deleted: there.has(mark) ? mark : undefined };
	}

	private async ask(name: string): Promise<Columns | undefined> {
		const sql = `SELECT * FROM ${identifier(name)} LIMIT 1`;
		for await (const { columns } of this.jobs.pages(sql, `the columns of ${name}`, 'text/csv'))
			return columns && columnsOf(columns);
		return undefined;
	}
}

/** So many names an error shows. */
const MOST_NAMED = 60;

function listOf(names: readonly string[]): string {
	const shown = names.toSorted().slice(0, MOST_NAMED).join(', ');
	const more = names.length - MOST_NAMED;
	return more > 0 ? `${shown} and ${more} more` : shown;
}

/** A column of a table; nothing if this tenant does not have it. */
export function columnOf({ alias, columns }: LakeTable, name: string): string | undefined {
	const published = columns.get(name);
	return published === undefined ? undefined : `${alias}.${identifier(published)}`;
}

/** All columns, each under a name that is the same for every tenant, e.g. `p.nama__en_us AS p_nama`. */
export function selectionOf(table: LakeTable): string[] {
	return [...table.columns.keys()].map(
		(name) => `${columnOf(table, name) ?? ''} AS ${identifier(`${table.alias}_${name}`)}`,
	);
}

/** The table with its alias; with deleted rows, when these are needed to tell what changed. */
export function sourceOf({ name, alias }: LakeTable, withDeleted: boolean): string {
	// the function stands for the table: https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/luo1631199567948.html
	const source = withDeleted
		? `infor.includedeleted('${name.replaceAll("'", "''")}')`
		: identifier(name);
	return `${source} ${alias}`;
}

/** When a row arrived in the Data Lake. */
export function arrivalOf({ alias }: LakeTable): string {
	return `infor.lastmodified('${alias}')`;
}
