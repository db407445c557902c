import type { Reply, Sent } from '../../shared/http/send';

/** After this many lost answers the record is left to a later run, which will look first. */
export const MOST_LOST_ANSWERS = 3;

export const LOST: Reply = {
	kind: 'noAnswer',
	code: 'ANSWER_LOST',
	message: `the answer was lost ${MOST_LOST_ANSWERS} times`,
	mayHaveBeenApplied: true,
};

/** Whether the write may have been applied although we have no good answer: an outage or an unreadable "OK". */
export function isInDoubt(reply: Reply): boolean {
	if (reply.kind === 'noAnswer') return reply.mayHaveBeenApplied;
	return reply.status >= 500 || reply.status === 200;
}

/** Answered from memory: the record may have changed since. https://apidocs.chargebee.com/docs/api/idempotency */
export function wasReplayed({ reply }: Sent): boolean {
	return reply.kind === 'answer' && reply.headers['chargebee-idempotency-replayed'] === 'true';
}

export function requestIdOf(reply: Reply): string | null {
	return reply.kind === 'answer'
		? (reply.headers['x-request-id'] ?? reply.headers['chargebee-request-id'] ?? null)
		: null;
}

/** What to report of a write that stayed in doubt: the server's own last words, if it had any. */
export function lastWords(reply: Reply): Reply {
	return reply.kind === 'answer' && reply.status >= 500 ? reply : LOST;
}
