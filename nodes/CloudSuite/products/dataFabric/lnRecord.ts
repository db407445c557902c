import type { INode } from 'n8n-workflow';
import type { CodeMap } from '../codes';
import { isoOf } from '../values';
import type { Cells } from './cells';

/** What the records of LN's tables are made with. */
export interface LnContext {
	node: INode;
	tenant: string;
	/** As it stands in keys. */
	company: string;
	/** Milliseconds. */
	now: number;
	codes: CodeMap;
	includeRaw: boolean;
}

/** The latest of dates of change, ISO 8601. */
export function newest(times: ReadonlyArray<number | undefined>): string | null {
	const known = times.filter((time) => time !== undefined);
	return isoOf(known.length > 0 ? Math.max(...known) : undefined);
}

/** The latest arrival of the rows a record is made from. */
export function latestArrival(rows: ReadonlyArray<Cells | undefined>): number | undefined {
	const known = rows.map((row) => row?.arrivedAt).filter((time) => time !== undefined);
	return known.length > 0 ? Math.max(...known) : undefined;
}

/** Whether any of these rows is deleted. */
export function isAnyDeleted(rows: ReadonlyArray<Cells | undefined>): boolean {
	return rows.some((row) => row?.isDeleted === true);
}

/** A row that is there; a deleted one stands for none. */
export function present(row: Cells | undefined): Cells | undefined {
	return row?.isDeleted === true ? undefined : row;
}

/** A column that points to another table has the company of that table beside it, which may be another one. */
export function companyBehind(
	columnOf: (column: string) => string | undefined,
	column: string,
): string {
	const own = columnOf('compnr') ?? '';
	const other = columnOf(`${column}_ref_compnr`);
	return other === undefined ? own : `COALESCE(NULLIF(${other}, 0), ${own})`;
}
