import { TRACE_COUNTS } from './chargebeeSeed';
import { CUSTOMER_COUNT } from './customers';

const { reference, email, vat, double } = TRACE_COUNTS;
/** The malformed e-mail address and the unknown country code. */
const INVALID = 2;

/**
 * What the first sync of `inforSeed` into `chargebeeSeed` must report, with the match keys VAT number then e-mail.
 * It follows from how the seed is made: the 12 that carry our reference have all moved since, so none is unchanged;
 * what leaves a trace is linked; the one entered twice is a conflict; the rest is new.
 */
export const expectedFirstSync = {
	created: CUSTOMER_COUNT - INVALID - (reference + email + vat + double),
	linked: email + vat,
	updated: reference,
	unchanged: 0,
	conflict: double,
	invalid: INVALID,
	rejected: 0,
	failed: 0,
} as const;
