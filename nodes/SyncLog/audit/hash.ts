import { fingerprint } from '../../shared/canonicalJson';
import type { Row } from '../tables';
import { auditValues, columnText } from '../tables';

/** The hash before the first row of a chain. */
export const GENESIS = '';

/**
 * Lower-case hex sha-256 over the canonical JSON of all columns of an audit row but its own hash. Empty columns are
 * left out, so a column that a later version adds does not change the hash of older rows.
 */
export function rowHash(row: Row, previousHash: string): string {
	const filled = Object.entries(auditValues(row)).filter(([, value]) => value !== null);
	return fingerprint({ ...Object.fromEntries(filled), previous_hash: previousHash });
}

/** A hash as a table gives it back. */
export function hashText(value: unknown): string {
	return columnText(value).trim();
}
