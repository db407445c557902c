import type { Fault } from '../shared/faults';
import type { SandboxAnswer } from '../shared/server';
import { errorAnswer, lockTimeout, notAllowed, tooManyRequests, wrongKey } from './errors';

type Where = Pick<Fault, 'method' | 'path' | 'after' | 'times'>;

/** Ready-made faults of a Chargebee site, for `sandbox.faults.add(...)`. */
export const chargebeeFaults = {
	/** The site says it got too many requests. */
	tooManyRequests: ({ retryAfter = 5, ...where }: Where & { retryAfter?: number } = {}): Fault =>
		answering(where, tooManyRequests(retryAfter)),
	/** Another write holds the record. It is a 429 too, but says nothing about the rate. */
	lockTimeout: (where: Where = {}): Fault => answering({ method: 'POST', ...where }, lockTimeout()),
	/** The key was withdrawn. */
	wrongKey: (where: Where = {}): Fault => answering(where, wrongKey()),
	/** The key lost a permission. */
	notAllowed: (where: Where = {}): Fault => answering(where, notAllowed()),
	/** Reads may still work; writes are refused. */
	readOnlyMode: (where: Where = {}): Fault =>
		answering(
			{ method: 'POST', ...where },
			errorAnswer(503, 'site_read_only_mode', 'The site is in read only mode.', {
				type: 'operation_failed',
			}),
		),
	/** Chargebee's own 500, or a proxy's page for the others, where JSON is expected. */
	serverError: ({ status = 500, ...where }: Where & { status?: number } = {}): Fault =>
		answering(
			where,
			status === 500
				? errorAnswer(500, 'internal_error', 'Sorry, something went wrong.', { type: 'untyped' })
				: { status, body: `<html><body><h1>${status} Server Error</h1></body></html>` },
		),
};

function answering(where: Where, { status, headers, body }: SandboxAnswer): Fault {
	return {
		...where,
		effect: { kind: 'answer', status, ...(headers ? { headers } : {}), body },
	};
}
