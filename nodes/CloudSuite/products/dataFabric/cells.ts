import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { numberOf, textOf } from '../values';
import { momentOf } from './moments';
import type { LakeRow } from './result';
import type { LakeTable } from './tables';

/** The cells of one table in a joined row, read as what they should be. */
export interface Cells {
	/** As it came, blanks included; `undefined` for a column this tenant does not have. */
	raw(column: string): unknown;
	/** @throws NodeOperationError for what is no number */
	number(column: string): number | null;
	/** Milliseconds. @throws NodeOperationError for what is no date */
	date(column: string): number | undefined;
	/** Milliseconds: when the row arrived in the Data Lake, if that was asked for. */
	arrivedAt: number | undefined;
	isDeleted: boolean;
	/** All cells, for raw rows. */
	all: LakeRow;
}

/** Names of columns come back in any case. */
export function lowered(row: LakeRow): LakeRow {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

/** The name under which the arrival of a table's row is selected. */
export function arrivalName(alias: string): string {
	return `${alias}_arrived`;
}

/**
 * @param row with names in lower case
 * @param id of the record, for errors
 * @returns `undefined` for a table that is not read, or has no row here
 */
export function cellsOf(
	node: INode,
	row: LakeRow,
	table: LakeTable | undefined,
	key: string,
	id: string,
): Cells | undefined {
	if (table === undefined) return undefined;
	const { alias, name, deleted, columns } = table;
	const raw = (column: string) => row[`${alias}_${column}`];
	if (textOf(raw(key)) === null) return undefined;
	const wrong = (column: string, kind: string) =>
		operationError(
			node,
			say('compass_value_wrong', { table: name, id, column, kind, value: asText(raw(column)) }),
		);
	const date = (column: string) => {
		const text = textOf(raw(column));
		const time = text === null ? undefined : momentOf(text);
		if (time === 'wrong') throw wrong(column, 'a date');
		return time;
	};
	const arrival = textOf(row[arrivalName(alias)]);
	const arrivedAt = arrival === null ? undefined : momentOf(arrival);
	if (arrivedAt === 'wrong') throw wrong('arrived', 'a date');
	return {
		raw,
		number: (column) => {
			const value = raw(column);
			const number = numberOf(value);
			if (number === null && textOf(value) !== null) throw wrong(column, 'a number');
			return number;
		},
		date,
		arrivedAt,
		isDeleted: deleted !== undefined && isTrue(raw(deleted)),
		all: Object.fromEntries([...columns.keys()].map((column) => [column, raw(column) ?? null])),
	};
}

/** LN has true and false, M3 the same as texts. */
export function isTrue(value: unknown): boolean {
	return /^(true|t|yes|y|1)$/i.test(asText(value).trim());
}
