import { dateOf } from '../fsm/stamps';

/**
 * A row is stamped when it arrives in the Data Lake and can be queried some minutes later (about ten, say users): what
 * arrived before the newest row seen may turn up after it. Three times that is read again.
 */
export const LATE_MS = 30 * 60_000;

/**
 * Milliseconds of a date column. Dates of the Data Lake are UTC, with a blank or a `T` before the time and mostly without a
 * zone; M3 writes `YYYYMMDD`. An empty date is 1970-01-01 for LN and nothing or zero for others.
 * @returns `undefined` for an empty date; `'wrong'` for what is none
 */
export function momentOf(text: string): number | undefined | 'wrong' {
	const [, day, clock, zone] =
		/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s?(Z|[+-]\d\d:?\d\d|UTC)?$/i.exec(
			text.trim(),
		) ?? [];
	if (day === undefined) return /-/.test(text) ? 'wrong' : dateOf(text.trim());
	const offset = zone === undefined || /^(z|utc)$/i.test(zone) ? 'Z' : zone;
	const time = Date.parse(`${day}T${clock ?? '00:00'}${offset}`);
	if (Number.isNaN(time)) return 'wrong';
	return time <= 0 ? undefined : time;
}
