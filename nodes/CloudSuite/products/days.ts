import { DateTime } from 'luxon';

/** Milliseconds: when a day (`YYYYMMDD`) begins in the zone. */
export function startOfDay(day: string, zone: string): number {
	return DateTime.fromFormat(day, 'yyyyMMdd', { zone }).startOf('day').toMillis();
}

/** The day of a moment, `YYYYMMDD`. */
export function dayAt(time: number, zone: string): string {
	return DateTime.fromMillis(time, { zone }).toFormat('yyyyMMdd');
}
