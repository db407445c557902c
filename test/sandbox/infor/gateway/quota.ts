const MINUTE = 60_000;

/** The gateway's quota policy: so many requests in any 60 seconds. */
export class Quota {
	private readonly admitted: number[] = [];

	/** Whether a request may pass at `now`, else in how many seconds one may. */
	admit(
		now: number,
		perMinute: number | null,
	): { admitted: true } | { admitted: false; retryAfterSeconds: number } {
		while ((this.admitted[0] ?? Infinity) <= now - MINUTE) this.admitted.shift();
		const oldest = this.admitted[0];
		if (perMinute !== null && oldest !== undefined && this.admitted.length >= perMinute) {
			return { admitted: false, retryAfterSeconds: Math.ceil((oldest + MINUTE - now) / 1000) };
		}
		this.admitted.push(now);
		return { admitted: true };
	}
}
