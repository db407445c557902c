import type { Row } from './tables';
import { columnText } from './tables';

/** Three system columns of a Data Table row, and what a database keeps beside the values. */
const OVERHEAD = 100;

/** About how many bytes a row takes in its table. */
export function sizeOf(row: Row): number {
	return Buffer.byteLength(Object.values(row).map(columnText).join('')) + OVERHEAD;
}

/** n8n hands on one empty item when a table has no rows. */
export function isEmptyRow(row: Row): boolean {
	return Object.keys(row).length === 0;
}
