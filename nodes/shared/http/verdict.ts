/** An answer of any status, read as text: numbers beyond 2^53 and HTML error pages survive that. */
export interface Answer {
	kind: 'answer';
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	text: string;
}

/**
 * What to do about an answer:
 * - `final`: hand it to the caller
 * - `throttled`: the whole site must slow down, then repeat
 * - `busy`: only this record is locked, repeat it a little later
 * - `outage`: the server is in trouble; repeat if that is safe
 */
export type Verdict = 'final' | 'throttled' | 'busy' | 'outage';

/** The part of the decision every HTTP service shares. */
export function judgeByStatus({ status }: Answer): Verdict {
	if (status === 429) return 'throttled';
	if (status === 500 || status === 502 || status === 503 || status === 504) return 'outage';
	return 'final';
}
