import { textOf } from '../values';
import type { CsiRow } from './answer';
import { isDate } from './dates';
import { decimalOf } from './prices';

/** A value that is there and says nothing to us. */
export interface Unreadable {
	property: string;
	value: string;
	expected: 'date' | 'number';
}

/** An error shows so much of it at most. */
const SHOWN = 40;

/**
 * The first value of a row that should be a date or a number and is neither. Taken for "none", a change would never be
 * found, a credit limit be emptied, and a price be passed over for an older one.
 */
export function unreadableIn(row: CsiRow): Unreadable | undefined {
	for (const [property, value] of Object.entries(row)) {
		const text = textOf(value);
		const expected = expectedOf(property);
		if (text === null || expected === undefined) continue;
		const isRead = expected === 'date' ? isDate(value) : decimalOf(value) !== null;
		if (!isRead) return { property, value: text.slice(0, SHOWN), expected };
	}
	return undefined;
}

function expectedOf(property: string): 'date' | 'number' | undefined {
	if (/Date$/.test(property)) return 'date';
	return /^(CreditLimit|UnitPrice1|Brk(Qty|Price)_\d)$/.test(property) ? 'number' : undefined;
}
