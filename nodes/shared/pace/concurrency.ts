/** Chargebee's published ceilings were 50 reads and 50 writes at once on test sites; a fifth of it is plenty for 3,500/min. */
export const MOST_AT_ONCE = 20;
const FIRST_GUESS_LATENCY_MS = 300;
const SMOOTHING = 0.2;

/**
 * How many requests must be under way to reach a rate (Little's law): rate x latency, at least 2.
 * n8n opens a new connection per request, so latency includes the handshakes.
 */
export function concurrencyFor(
	requestsPerMinute: number,
	latencyMs = FIRST_GUESS_LATENCY_MS,
): number {
	const needed = Math.ceil((requestsPerMinute / 60_000) * latencyMs);
	return Math.min(MOST_AT_ONCE, Math.max(2, needed));
}

/** Exponentially smoothed latency in milliseconds. */
export function smoothLatency(previous: number | undefined, measured: number): number {
	return previous === undefined ? measured : previous + SMOOTHING * (measured - previous);
}
