import type { Said } from '../../../shared/errors/types';
import type { Master } from '../matching';
import type { MasterQuery } from '../product';
import type { LakeRow } from './result';
import type { LakeTable } from './tables';

/** A table beside the main one. */
export interface Joined {
	table: LakeTable;
	/** Behind `ON`. */
	on: string;
}

/** The part of a question that Compass can answer. */
export interface Asked {
	conditions: string[];
	/** Whether that is all of the question; if not, the node looks again and a limit can not be passed on. */
	isExact: boolean;
	/** Whether a condition needs the joined tables. */
	needsJoins: boolean;
}

/** One row of the answer, read. */
export interface LakeRecord<T> {
	record: T;
	/** Milliseconds: the latest arrival of the rows it was made from. */
	arrivedAt: number | undefined;
	/** Whether its own row is deleted, and when that arrived. */
	isDeleted: boolean;
	deletedAt: number | undefined;
	/** Whether any of the rows it was made from is deleted. */
	hasDeleted: boolean;
	/** What the order goes by, in wire form. */
	position: string;
}

/** How the records of one kind are read from the Data Lake: one query that joins all they are made of. */
export interface Plan<T extends Master> {
	main: LakeTable;
	joins: readonly Joined[];
	/** Every question has these conditions. */
	always: readonly string[];
	/** The key of the main table, as SQL. */
	key: readonly string[];
	asked(query: MasterQuery): Asked;
	/** A condition that all records with these ids satisfy; others may, too. */
	ofIds(ids: readonly string[]): string;
	/** Whether a person means this record by what was typed. */
	isMeant(id: string, record: T): boolean;
	/** Further columns that are selected: SQL by the name they come back under, in lower case. */
	further?: Readonly<Record<string, string>>;
	/** "At or behind this position", where the order goes by it. One with a sign that is not sent has others before it, too. */
	from?: (position: string) => string;
	/** What is wrong when two rows that are there are the same record. */
	twice(id: string): Said;
	/** @param row with names in lower case */
	read(row: LakeRow): LakeRecord<T>;
}
