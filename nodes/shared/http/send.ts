import type { Clock } from './clock';
import type { NoAnswer } from './noAnswer';
import { networkGroup } from './noAnswer';
import { pause } from './pause';
import { backoffMs, jittered, retryAfterMs, serverTime } from './retryTiming';
import type { Answer, Verdict } from './verdict';
import type { Governor, Permit } from '../pace/governor';

export type Reply = Answer | NoAnswer;

/** What came of sending a request, retries included. */
export interface Sent {
	reply: Reply;
	/** How many times it was sent. */
	attempts: number;
}

export interface Sender {
	/** Sends the request once; never throws for a status or a network failure. */
	perform: () => Promise<Reply | 'cancelled'>;
	judge: (answer: Answer) => Verdict;
	/**
	 * Whether the request may be sent again although it may have been applied already.
	 * Reads: yes. Writes: no, the caller must look first what became of it.
	 */
	repeatable: boolean;
	governor: Governor;
	clock: Clock;
	signal?: AbortSignal;
	/** 0..1, spreads retries. */
	random: () => number;
}

/** How often a request is sent at most when the server is in trouble. */
const MOST_ATTEMPTS = 5;
/** Waiting for one's turn is not a failure: the shared stop already keeps the calls few. */
const MOST_THROTTLED_ATTEMPTS = 10;

/** A server that says "too many, come back at once" is not taken at its word: ten tries would be over in a moment. */
const LEAST_THROTTLE_MS = 1_000;
/** What to wait when a throttled answer names no time: the window is a minute, but others may have used most of it. */
const THROTTLE_WITHOUT_HINT_MS = 10_000;

/**
 * Sends one request at the site's pace and repeats it while that is safe and worth it.
 * Returns `'cancelled'` when the execution was cancelled; never turns that into a failure.
 */
export async function send(sender: Sender): Promise<Sent | 'cancelled'> {
	const { governor, clock, signal, random } = sender;
	for (let attempt = 1; ; attempt += 1) {
		const permit = await governor.acquire(signal);
		if (!permit) return 'cancelled';
		const reply = await sender.perform().finally(() => governor.done(permit, !signal?.aborted));
		if (reply === 'cancelled' || signal?.aborted) return 'cancelled';

		const verdict = reply.kind === 'answer' ? sender.judge(reply) : 'outage';
		if (verdict === 'final') {
			governor.succeeded();
			return { reply, attempts: attempt };
		}
		const wait = waitBeforeRetry(sender, reply, verdict, attempt, permit);
		const safe = sender.repeatable || wasNotApplied(reply, verdict);
		const worthIt =
			verdict === 'throttled'
				? attempt < MOST_THROTTLED_ATTEMPTS
				: mayPass(reply) && attempt < MOST_ATTEMPTS && governor.mayRetry();
		if (!safe || !worthIt) return { reply, attempts: attempt };
		// the shared stop already holds everybody back after a throttle
		if (verdict !== 'throttled' && !(await pause(wait, clock, signal))) return 'cancelled';
	}

	function waitBeforeRetry(
		{ governor: site }: Sender,
		reply: Reply,
		verdict: Verdict,
		attempt: number,
		permit: Permit,
	): number {
		const asked = reply.kind === 'answer' ? askedToWait(reply, clock.now()) : undefined;
		if (verdict === 'throttled') {
			const least = Math.max(asked ?? THROTTLE_WITHOUT_HINT_MS * attempt, LEAST_THROTTLE_MS);
			const wait = jittered(least, random());
			site.throttled(permit, wait);
			return wait;
		}
		return asked === undefined ? backoffMs(attempt, random()) : jittered(asked, random());
	}
}

function askedToWait({ headers }: Answer, now: number): number | undefined {
	return retryAfterMs(headers['retry-after'], serverTime(headers.date, now));
}

/** Silence passes; a certificate that is not accepted stays that. */
function mayPass(reply: Reply): boolean {
	return reply.kind === 'answer' || networkGroup(reply.code) !== 'tls';
}

/** Refused before it was processed, or never sent: repeating can't do anything twice. */
function wasNotApplied(reply: Reply, verdict: Verdict): boolean {
	if (verdict === 'throttled' || verdict === 'busy') return true;
	return reply.kind === 'noAnswer' && !reply.mayHaveBeenApplied;
}
