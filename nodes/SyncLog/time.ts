import { DateTime } from 'luxon';

/** A moment people read, with its zone: `2026-11-27 06:43 UTC`. */
export function plainTime(time: number, zone = 'UTC'): string {
	const moment = DateTime.fromMillis(time, { zone });
	const name = moment.offsetNameShort ?? moment.toFormat('ZZ');
	return `${moment.toFormat('yyyy-MM-dd HH:mm')} ${name}`;
}
