import { asText } from '../../../shared/text';
import type { CsiRow } from './answer';
import type { CheckedEntity } from './entities';

/**
 * Rows with the blanks of their keys. Numbers of digits alone stand right-justified, and CSI orders and compares them with
 * the blanks before them: where an IDO gives them without, what is "behind" one would begin behind all of them. Beside a key
 * that has its blanks, one without them was entered so.
 */
export function withBlanks(
	rows: readonly CsiRow[],
	{ key, justified: length }: Pick<CheckedEntity, 'key' | 'justified'>,
): CsiRow[] {
	if (length === undefined || rows.some((row) => /^\s/.test(asText(row[key])))) return [...rows];
	return rows.map((row) => {
		const own = asText(row[key]).trimEnd();
		return /^\d+$/.test(own) ? { ...row, [key]: own.padStart(length) } : row;
	});
}
