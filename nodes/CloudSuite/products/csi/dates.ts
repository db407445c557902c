import { DateTime, IANAZone } from 'luxon';
import { asText } from '../../../shared/text';
import { startOfDay } from '../days';
import { isoOf } from '../values';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Dates up to it stand for none: the first ones SQL Server knows are of 1753 and 1900. */
const NO_YEAR = 1900;

/** `20250109 16:45:30.517`, or with hyphens, as some clients report it; the time may be missing. */
const DATE = /^(\d{4})-?(\d\d)-?(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?$/;

/**
 * Milliseconds of a date of CSI, which is a time on the clock of its server. An hour that comes twice when summer time ends
 * is taken for the second one: with the first, what was read in it would be forgotten early.
 * @returns nothing for no date, e.g. the first day SQL Server knows
 */
export function timeOf(value: unknown, zone: string): number | undefined {
	const clock = clockIn(value);
	if (!clock || clock.year <= NO_YEAR) return undefined;
	const [, fraction = '0'] = /\.(\d+)$/.exec(asText(value).trim()) ?? [];
	const local = clock.time.plus({ milliseconds: Math.floor(Number(`0.${fraction}`) * 1000) });
	return local.isValid ? latestAt(local.toMillis(), zone) : undefined;
}

/** Whether a value is a date, or stands for none as the first days SQL Server knows do. */
export function isDate(value: unknown): boolean {
	const clock = clockIn(value);
	return clock !== undefined && (clock.year <= NO_YEAR || clock.time.isValid);
}

/** What the clock shows to the second, whatever its zone; nothing for what is not written as a date. */
function clockIn(value: unknown): { year: number; time: DateTime } | undefined {
	const parts = DATE.exec(asText(value).trim())?.slice(1, 7);
	if (!parts) return undefined;
	const [year = 0, ...rest] = parts.map((part) => Number(part ?? 0));
	const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest;
	return { year, time: DateTime.utc(year, month, day, hour, minute, second) };
}

/** ISO 8601 UTC, or `null` for no date. */
export function isoTime(value: unknown, zone: string): string | null {
	return isoOf(timeOf(value, zone));
}

/** The day of a date, `YYYYMMDD`, whatever its time; nothing for no date. */
export function dayOf(value: unknown): string | undefined {
	const [, year = '', month = '', day = ''] = DATE.exec(asText(value).trim()) ?? [];
	return Number(year) > NO_YEAR ? `${year}${month}${day}` : undefined;
}

/** ISO 8601 UTC of the beginning of the day, or `null` for no date. */
export function isoDay(value: unknown, zone: string): string | null {
	const day = dayOf(value);
	return day === undefined ? null : isoOf(startOfDay(day, zone));
}

/**
 * A moment for "at or after this": as the clock of the server shows it, or an hour earlier where that clock is about to be
 * set back, because what changes then shows earlier times. What comes along too much is left out by its own date.
 * @returns e.g. `20261025 01:40:00.000`
 */
export function serverTime(moment: number, zone: string): string {
	const offset = Math.min(offsetAt(moment, zone), offsetAt(moment + HOUR_MS, zone));
	return DateTime.fromMillis(moment + offset, { zone: 'utc' }).toFormat('yyyyMMdd HH:mm:ss.SSS');
}

/** The last moment at which the clock of the zone shows this. */
function latestAt(local: number, zone: string): number {
	const moments = [local - DAY_MS, local + DAY_MS].map((near) => local - offsetAt(near, zone));
	const fitting = moments.filter((moment) => moment + offsetAt(moment, zone) === local);
	// an hour that is passed over when summer time begins fits neither
	return Math.max(...(fitting.length > 0 ? fitting : moments));
}

/** Milliseconds by which the clock of the zone is ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
	return IANAZone.create(zone).offset(moment) * 60_000;
}
