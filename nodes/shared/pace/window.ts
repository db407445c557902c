/** Chargebee counts "requests in the past 60 s". https://www.chargebee.com/docs/2.0/site-configuration/articles-and-faq/what-are-the-chargebee-api-limits.html */
export const WINDOW_MS = 60_000;
/** The rest is left to clock drift, network jitter and other users of the same key. */
export const SHARE_OF_LIMIT = 0.95;

/** How many requests may start in any 60 s, for a stated limit and an adaptation factor (0..1). */
export function allowedPerWindow(requestsPerMinute: number, factor = 1): number {
	return Math.max(1, Math.floor(requestsPerMinute * SHARE_OF_LIMIT * factor));
}

/**
 * The earliest time the next request may start, given the (ascending) start times so far.
 * Holds for fixed and for sliding windows on the server's side: no 60 s ever hold more than `allowed` starts.
 */
export function nextStart(starts: readonly number[], allowed: number, now: number): number {
	const last = starts.at(-1) ?? now;
	const blocking = starts[starts.length - allowed];
	return Math.max(now, last, blocking === undefined ? now : blocking + WINDOW_MS);
}

/** Start times that can still matter: without them the list would grow for ever. */
export function forgetOld(starts: readonly number[], now: number): number[] {
	return starts.filter((start) => start > now - WINDOW_MS);
}
