/** A moment as FSM's `_fts` and `_tts` take it: UTC, `YYYYMMDDhhmmss` and hundredths. */
export function stampOf(time: number): string {
	return new Date(time).toISOString().replace(/\D/g, '').slice(0, 16);
}

/**
 * The stamp before a moment. FSM gives what changed after `_fts`; who asks for changes since eight o'clock wants those of
 * eight o'clock, too.
 */
export function stampBefore(time: number): string {
	return stampOf(time - 1);
}

/**
 * Milliseconds of a date field: `YYYYMMDD`, the same with a time behind it, or ISO 8601; UTC, as FSM's own stamps are.
 * @returns `undefined` for an empty date, which FSM writes as nothing or as zeros; `'wrong'` for what is no date
 */
export function dateOf(text: string): number | undefined | 'wrong' {
	if (/^0*$/.test(text)) return undefined;
	const [, day, clock, fraction] = /^(\d{8})(?:(\d{6})(\d{0,3}))?$/.exec(text) ?? [];
	const iso =
		day === undefined ? text : `${dashed(day)}T${timed(clock)}.${(fraction ?? '').padEnd(3, '0')}Z`;
	const time = /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(iso) : Number.NaN;
	// a 31st of a month that has none counts on into the next one
	const isReal = !Number.isNaN(time) && (day === undefined || stampOf(time).startsWith(day));
	return isReal ? time : 'wrong';
}

function dashed(day: string): string {
	return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

function timed(clock = '000000'): string {
	return `${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}`;
}
