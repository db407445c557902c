import { fingerprint } from '../../shared/canonicalJson';

/**
 * The key that makes a write safe to send again, at most 100 characters.
 * Chargebee answers the same key and payload from memory for 30 minutes; the record's version is part of it,
 * so that "set A, set B, set A again" within that time is applied three times.
 * https://apidocs.chargebee.com/docs/api/idempotency
 */
export function idempotencyKey(write: {
	site: string;
	path: string;
	form: unknown;
	sourceKey: string;
	/** `resource_version` of the record as it was read; absent for a create, whose id is its guard. */
	version?: number;
}): string {
	return `n8ncb-${fingerprint(write).slice(0, 40)}`;
}

/**
 * The key of the write that makes a record ours. It names the record and its version, not what is written: of two runs
 * that link one record to two customers at the same moment, Chargebee refuses the second as another use of the same key
 * (422). There is no If-Match that could do this. https://apidocs.chargebee.com/docs/api/idempotency
 */
export function stampKey(stamp: { site: string; path: string; version: number }): string {
	return `n8ncb-${fingerprint({ ...stamp, stamp: true }).slice(0, 40)}`;
}
