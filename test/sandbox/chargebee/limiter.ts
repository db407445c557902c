const WINDOW_MS = 60_000;

export interface Limits {
	requestsPerMinute: number;
	/** Requests under way at once, reads and writes counted apart. */
	concurrency: { get: number; post: number };
}

export type Admission = { admitted: true } | { admitted: false; retryAfterSeconds: number };

/**
 * Chargebee's two limits: requests in the past 60 s, and requests under way at once.
 * https://www.chargebee.com/docs/2.0/site-configuration/articles-and-faq/what-are-the-chargebee-api-limits.html
 * Refused requests do not count; whether they do at Chargebee is not documented.
 */
export class Limiter {
	private times: number[] = [];
	private readonly underWay = { get: 0, post: 0 };
	/** The most that were under way at once. */
	readonly peak = { get: 0, post: 0 };

	constructor(readonly limits: Limits) {}

	/** Admits a request, to be ended with `leave`, or says after how many seconds there is room again. */
	admit(method: string, now: number): Admission {
		this.times = this.times.filter((time) => time > now - WINDOW_MS);
		const kind = kindOf(method);
		if (this.times.length >= this.limits.requestsPerMinute) {
			const oldest = this.times[0] ?? now;
			const seconds = Math.ceil((oldest + WINDOW_MS - now) / 1000);
			return { admitted: false, retryAfterSeconds: Math.max(1, seconds) };
		}
		if (this.underWay[kind] >= this.limits.concurrency[kind]) {
			return { admitted: false, retryAfterSeconds: 1 };
		}
		this.times.push(now);
		this.underWay[kind] += 1;
		this.peak[kind] = Math.max(this.peak[kind], this.underWay[kind]);
		return { admitted: true };
	}

	/** Ends an admitted request. */
	leave(method: string): void {
		this.underWay[kindOf(method)] -= 1;
	}
}

function kindOf(method: string): 'get' | 'post' {
	return method === 'GET' ? 'get' : 'post';
}
