import type { SandboxAnswer } from '../../shared/server';
import type { FsmBehaviour } from './data';

/** A question FSM refuses; becomes an answer at the edge. */
export class FsmException extends Error {}

/** The one text seen in public: a service account that is mapped to no actor. https://github.com/clipham/infor-cloudsuite-mcp */
export const NO_DATA_CONTEXT = 'No data context available';

/**
 * An object where a list is expected, often with HTTP 200. Members as published clients read them; the text of `class` was
 * not recorded anywhere.
 */
export function exceptionAnswer(message: string, { exceptionStatus }: FsmBehaviour): SandboxAnswer {
	return {
		status: exceptionStatus,
		body: { exception: { message, class: 'sandbox.LandmarkException' } },
	};
}
