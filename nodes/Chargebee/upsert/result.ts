import { say } from '../errors/say';
import type { Failure } from '../transport/failure';
import type { Plan } from './plan';
import type { Explanation } from './reasons';
import { saying } from './reasons';
import type { Change, Found, Outcome } from './types';

/** What came of carrying out one plan. */
export interface Result extends Explanation {
	outcome: Outcome;
	/** The record as it now stands; absent when nothing is known of it. */
	found?: Found;
	/** What was really written. */
	changes: Change[];
	/** Requests that were sent to write it, retries and re-reads included. */
	attempts: number;
	idempotencyKey: string | null;
	/** Chargebee's own number of the request, for its support. */
	requestId: string | null;
	/** The plan after a second look, when the first one was overtaken by another writer. */
	replanned?: Plan;
	/** Set when another run made the record its own at the same moment. */
	refusedStamp?: boolean;
	/** Set when nothing else will work either. */
	stop?: boolean;
}

/** The rest of a result when nothing was written. */
export const NOTHING_WRITTEN: Pick<
	Result,
	'changes' | 'attempts' | 'idempotencyKey' | 'requestId'
> = { changes: [], attempts: 0, idempotencyKey: null, requestId: null };

/** A failed write as a result; `done` names what had been written before. */
export function failedResult(
	failure: Failure,
	rest: Pick<Result, 'attempts' | 'idempotencyKey'> & {
		found?: Found;
		changes?: Change[];
		done?: string;
		missing?: string;
	},
): Result {
	const { done, missing = 'rest', changes = [], ...others } = rest;
	const { reason, actionToTake: action } = failure;
	return {
		...others,
		changes,
		outcome: outcomeOf(failure),
		...saying(failure),
		...(done ? { reason: say('half_written', { reason, done, missing, action }).reason } : {}),
		requestId: null,
		...(failure.kind === 'stop' ? { stop: true } : {}),
	};
}

/** A name or id that another record has is no bad value: two records want the same, and a person has to say which gets it. */
function outcomeOf({ kind, code }: Failure): Outcome {
	if (code === 'duplicate_entry') return 'conflict';
	return kind === 'rejected' ? 'rejected' : 'failed';
}
