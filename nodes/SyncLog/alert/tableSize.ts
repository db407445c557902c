import { asText } from '../../shared/text';
import type { Row } from '../tables';
import { isBlank, sizeOf } from '../tables';

/** What is known of a table without reading all of it. */
export interface TableSample {
	/** Its newest rows, with their numbers in `id`. */
	rows: readonly Row[];
	/** What it took when all of it was read, and the number of its newest row then; 0 when it never was. */
	bytes: number;
	lastId: number;
}

/** About how many bytes the tables take: what was measured, and since then as many rows as there are numbers. */
export function estimateBytes(samples: readonly TableSample[]): number {
	return samples.reduce((sum, sample) => sum + estimate(sample), 0);
}

function estimate({ rows, bytes, lastId }: TableSample): number {
	const present = rows.filter((row) => !isBlank(row));
	if (present.length === 0) return bytes;
	const average = present.reduce((sum, row) => sum + sizeOf(row), 0) / present.length;
	const newest = Math.max(...present.map((row) => Number(asText(row.id)) || 0));
	// a table that was made anew counts from 1 again
	if (newest < lastId) return Math.round(newest * average);
	return Math.round(bytes + (newest - lastId) * average);
}
