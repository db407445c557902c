import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import type { Said } from '../../../shared/errors/types';
import { say } from '../../errors/say';
import type { Columns, Found } from './columns';
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
	private readonly known = new Map<string, Promise<Looked | undefined>>();

	constructor(
		private readonly jobs: LakeJobs,
		private readonly node: INode,
		private readonly language: string,
	) {}

	/**
	 * @returns nothing for a table without rows whose columns nobody names
	 * @throws NodeOperationError naming the columns it does not have, may not have, or has in several languages
	 */
	async table(spec: TableSpec, alias: string): Promise<LakeTable | undefined> {
		const { name, needed, deleted } = spec;
		const looked = await this.looked(name);
		if (looked === undefined) {
			this.jobs.hint(say('compass_table_silent', { table: name }).reason);
			return undefined;
		}
		const { columns } = looked;
		const wanted = [...spec.wanted, ...(deleted === '' ? [] : [deleted])];
		const found = [...new Set([...needed, ...wanted])].map(
			(column) => [column, findColumn(columns, column.toLowerCase(), this.language)] as const,
		);
		this.check(spec, looked, found);
		const there = new Map(
			found.flatMap(([column, one]) =>
				one.kind === 'column' ? [[column.toLowerCase(), one.name] as const] : [],
			),
		);
		const mark = deleted.toLowerCase();
		return { name, alias, columns: there, deleted: there.has(mark) ? mark : undefined };
	}

	private check(
		{ name: table, needed }: TableSpec,
		{ columns: there, isWhole }: Looked,
		found: ReadonlyArray<readonly [string, Found]>,
	): void {
		const fail = (said: Said) => operationError(this.node, said);
		for (const [column, one] of found)
			if (one.kind === 'languages')
				throw fail(
					say('compass_languages', { table, column, languages: one.languages.join(', ') }),
				);
		const missing = found.filter(([, { kind }]) => kind === 'missing').map(([column]) => column);
		if (missing.length === 0) return;
		const columns = missing.join(', ');
		if (!isWhole) throw fail(say('compass_columns_unsure', { table, columns }));
		const lacking = missing.filter((column) => needed.includes(column)).join(', ');
		if (lacking !== '') {
			const available = listOf([...there.values()]);
			throw fail(say('compass_columns_missing', { table, columns: lacking, available }));
		}
		this.jobs.hint(say('compass_columns_absent', { table, columns }).reason);
	}

	/** What a table looks like; nothing for one without rows whose columns nobody names. */
	private async looked(name: string): Promise<Looked | undefined> {
		const known = this.known.get(name) ?? this.ask(name);
		this.known.set(name, known);
		return await known;
	}

	/** Asked for as CSV: its head names all columns, also those that are empty, and of a table without rows. */
	private async ask(name: string): Promise<Looked | undefined> {
		const sql = `SELECT * FROM ${identifier(name)} LIMIT 1`;
		const what = `the columns of ${name}`;
		for await (const { columns, head } of this.jobs.pages(sql, what, { accept: 'text/csv' }))
			return columns && { columns: columnsOf(columns), isWhole: head !== undefined };
		return undefined;
	}
}

/** A table as it was found. */
interface Looked {
	columns: Columns;
	/** Whether these are all: a row as JSON may leave out what is empty. */
	isWhole: boolean;
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

/** All columns by a name that is the same for every tenant, e.g. `p_nama` for `p.nama__en_us`. */
export function selectionOf(table: LakeTable): Array<[string, string]> {
	return [...table.columns.keys()].map((name) => [
		`${table.alias}_${name}`,
		columnOf(table, name) ?? '',
	]);
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
