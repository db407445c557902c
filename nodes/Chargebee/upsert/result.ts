import type { Failure } from '../transport/failure';
import type { Plan } from './plan';
import type { Change, Found, Outcome } from './types';

/** What came of carrying out one plan. */
export interface Result {
	outcome: Outcome;
	/** The record as it now stands; absent when nothing is known of it. */
	found?: Found;
	/** What was really written. */
	changes: Change[];
	/** An entry of the error catalogue; `null` when all is well. */
	code: string | null;
	reason: string;
	actionToTake: string;
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

export const NOTHING_WRITTEN = {
	changes: [],
	attempts: 0,
	idempotencyKey: null,
	requestId: null,
} as const;

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
	const { done, missing, changes = [], ...others } = rest;
	const half = done
		? ` The ${done} was written, the ${missing ?? 'rest'} was not; the next run repairs it.`
		: '';
	return {
		...others,
		changes,
		outcome: outcomeOf(failure),
		code: failure.code,
		reason: failure.reason + half,
		actionToTake: failure.actionToTake,
		requestId: null,
		...(failure.kind === 'stop' ? { stop: true } : {}),
	};
}

/** A name or id that another record has is no bad value: two records want the same, and a person has to say which gets it. */
function outcomeOf({ kind, code }: Failure): Outcome {
	if (kind !== 'rejected') return 'failed';
	return code === 'duplicate_entry' ? 'conflict' : 'rejected';
}
