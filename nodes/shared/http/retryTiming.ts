/** Longest wait taken from a `Retry-After` header, in milliseconds: beyond it a failed record and a later run serve people better. */
export const RETRY_AFTER_CAP_MS = 120_000;
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 60_000;

/**
 * The wait a `Retry-After` header asks for, in milliseconds, capped; `undefined` for a header that is absent or not understood.
 * Both forms count: seconds and an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	const text = header?.trim();
	if (!text) return undefined;
	const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : dateDistance(text, now);
	return asked === undefined ? undefined : Math.min(Math.max(asked, 0), RETRY_AFTER_CAP_MS);
}

/**
 * The server's own time, from the `Date` of its answer; ours if it says none. Dates it names are to be seen from there,
 * however wrong one of the two clocks is. https://www.rfc-editor.org/rfc/rfc9110#name-date
 */
export function serverTime(date: string | undefined, now: number): number {
	const time = Date.parse(date ?? '');
	return Number.isNaN(time) ? now : time;
}

function dateDistance(text: string, now: number): number | undefined {
	// Date.parse also reads things like "-5" or "2": an HTTP date always names its month
	const time = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time - now;
}

/**
 * Milliseconds to wait before retry number `retry` (1-based): doubling from one second to a minute,
 * then cut to 50-100 % by `random` (0..1), so that callers that failed together don't come back together.
 */
export function backoffMs(retry: number, random: number): number {
	const full = Math.min(BACKOFF_BASE_MS * 2 ** (retry - 1), BACKOFF_CAP_MS);
	return Math.round(full * (0.5 + random / 2));
}

/** A wait the server named, lengthened by up to 10 %: never shorter than asked. */
export function jittered(ms: number, random: number): number {
	return Math.round(ms * (1 + random / 10));
}
