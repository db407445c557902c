import type { SandboxAnswer, SandboxRequest } from '../shared/server';
import { keyReused, wrongValue } from './errors';

const WINDOW_MS = 30 * 60_000;
const LONGEST_KEY = 100;

/** Remembers answers to keyed writes for 30 minutes. https://apidocs.chargebee.com/docs/api/idempotency */
export class IdempotencyMemory {
	private readonly answers = new Map<
		string,
		{ at: number; request: string; answer: SandboxAnswer }
	>();

	/** The remembered answer, a refusal of a reused key, or `undefined` when the request is new. */
	recall(request: SandboxRequest, now: number): SandboxAnswer | undefined {
		if ((keyOf(request) ?? '').length > LONGEST_KEY) {
			return wrongValue(
				'chargebee-idempotency-key',
				`cannot be more than ${LONGEST_KEY} characters`,
			);
		}
		const known = this.answers.get(keyOf(request) ?? '');
		if (!known || known.at <= now - WINDOW_MS) return undefined;
		if (known.request !== `${request.path}\n${request.body}`) return keyReused();
		return {
			...known.answer,
			headers: { ...known.answer.headers, 'chargebee-idempotency-replayed': 'true' },
		};
	}

	/** Whether Chargebee remembers refusals too is not documented. */
	remember(
		request: SandboxRequest,
		answer: SandboxAnswer,
		now: number,
		refusalsToo: boolean,
	): void {
		const key = keyOf(request);
		if (key === undefined || (answer.status >= 300 && !refusalsToo)) return;
		const frozen = { ...answer, body: structuredClone(answer.body) };
		this.answers.set(key, { at: now, request: `${request.path}\n${request.body}`, answer: frozen });
	}
}

export function keyOf(request: SandboxRequest): string | undefined {
	return request.method === 'POST' ? request.headers['chargebee-idempotency-key'] : undefined;
}
