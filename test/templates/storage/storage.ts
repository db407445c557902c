import type { NodeSpec } from '../workflow';
import type { TableName } from './tables';

export interface Condition {
	column: string;
	is: 'eq' | 'neq' | 'gte' | 'lte' | 'lt' | 'startsWith' | 'isTrue';
	/** A constant, or an expression behind `=`. */
	value?: string;
}

export interface Read {
	where?: readonly Condition[];
	/** Newest first: how many rows; all when absent. */
	latest?: number;
	/** Once for each item that comes in, instead of once. */
	each?: boolean;
}

/** Where the tables are kept: the templates are written once, for n8n's Data Tables and for PostgreSQL. */
export interface Storage {
	/** The folder of the templates below `workflows/`; empty for the top. */
	folder: string;
	/** Behind the names of its templates; empty for the ones that need no telling apart. */
	suffix: string;
	/** What has to be done before the templates run, for their overview; empty for nothing. */
	setup: string;
	/** How many megabytes all tables may take together; 0 for no limit of its own. */
	limitMB: number;
	/** Makes a table when it is missing. */
	create(table: TableName): NodeSpec;
	/** All rows that fulfil all conditions; an empty item for none. */
	read(table: TableName, read: Read): NodeSpec;
	/** One row per item, its fields by the names of columns. */
	insert(table: TableName): NodeSpec;
	/** One row per item: changed where these columns are the same, else new. */
	upsert(table: TableName, columns: readonly string[]): NodeSpec;
	/** Changes rows in one step and gives them; an empty item for none. */
	update(
		table: TableName,
		where: readonly Condition[],
		values: Readonly<Record<string, string>>,
	): NodeSpec;
	remove(table: TableName, where: readonly Condition[]): NodeSpec;
	/** Where `create` can not add columns to a table: what it takes to make it anew and keep its rows. */
	rebuild?: Rebuild;
}

export interface Rebuild {
	/** Makes a table of that kind under another name, if it is missing. @param name a constant */
	make(table: TableName, name: string): NodeSpec;
	/** Takes all rows out of a table. @param name a constant */
	clear(name: string): NodeSpec;
	/** @param name a constant */
	insertInto(name: string): NodeSpec;
	/** @param name a constant @param to an expression for the name it has from now on */
	rename(name: string, to: string): NodeSpec;
}
