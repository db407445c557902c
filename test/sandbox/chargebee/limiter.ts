const WINDOW_MS = 60_000;

export interface Limits {
	requestsPerMinute: number;
	/** Requests under way at once, reads and writes counted apart. */
	concurrency: { get: number; post: number };
}

/** Chargebee's two limits: requests in the past 60 s, and requests under way at once. */
export class Limiter {
	private times: number[] = [];
	private readonly under = { get: 0, post: 0 };
	/** The most that were under way at once. */
	peak = { get: 0, post: 0 };

	constructor(readonly limits: Limits) {}

	/** Admits a request, or says after how many seconds there is room again. */
	admit(
		method: string,
		now: number,
	): { admitted: true } | { admitted: false; retryAfterSeconds: number } {
		this.times = this.times.filter((time) => time > now - WINDOW_MS);
		const kind = method === 'GET' ? 'get' : 'post';
		if (this.times.length >= this.limits.requestsPerMinute) {
			const oldest = this.times[0] ?? now;
			return {
				admitted: false,
				retryAfterSeconds: Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 1000)),
			};
		}
		if (this.under[kind] >= this.limits.concurrency[kind])
			return { admitted: false, retryAfterSeconds: 1 };
		this.times.push(now);
		this.under[kind] += 1;
		this.peak[kind] = Math.max(this.peak[kind], this.under[kind]);
		return { admitted: true };
	}

	leave(method: string): void {
		this.under[method === 'GET' ? 'get' : 'post'] -= 1;
	}
}
