import { DateTime } from 'luxon';
import { asText } from '../../../shared/text';
import { startOfDay } from '../days';

/**
 * A date of M3: a day, `YYYYMMDD`, of the company. An empty one is nothing, blanks, `0`, or the eight nines of a validity
 * that does not end.
 * @returns the day as M3 writes it; nothing for no date
 */
export function dayOf(value: unknown): string | undefined {
	const text = asText(value).trim();
	if (!/^\d{8}$/.test(text) || /^0+$|^9+$/.test(text)) return undefined;
	return DateTime.fromFormat(text, 'yyyyMMdd', { zone: 'utc' }).isValid ? text : undefined;
}

/** Milliseconds: the last moment of the day in the zone. */
export function endOfDay(day: string, zone: string): number {
	return DateTime.fromFormat(day, 'yyyyMMdd', { zone }).endOf('day').toMillis();
}

/**
 * Milliseconds: the moment a change counts as of. M3 knows the day alone, and with its beginning what was read on that day
 * would be forgotten early.
 */
export function changedAt(value: unknown, zone: string): number | undefined {
	const day = dayOf(value);
	return day === undefined ? undefined : endOfDay(day, zone);
}

/** ISO 8601 UTC of the beginning of the day, or `null` for no date. */
export function isoDay(value: unknown, zone: string): string | null {
	const day = dayOf(value);
	return day === undefined ? null : new Date(startOfDay(day, zone)).toISOString();
}
