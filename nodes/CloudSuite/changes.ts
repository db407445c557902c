import { unlessText } from '../shared/json';
import { asText } from '../shared/text';

/** A master record, as far as change detection looks at it. */
export interface Hashed {
	key: string;
	sourceHash: string;
}

/** What an earlier run recorded of a record. */
export interface Known {
	sourceHash: string;
	chargebeeId: string | null;
	outcome: string;
}

/** Outcomes with which Chargebee has the values; after any other the record must be sent again. */
const ACCEPTED: ReadonlySet<string> = new Set(['created', 'updated', 'linked', 'unchanged']);

/**
 * Reads known records, as the ledger's rows or a JSON text of them.
 * @returns by source key; `undefined` when it is no list of rows
 */
export function readKnown(source: unknown): Map<string, Known> | undefined {
	const isBlank = typeof source === 'string' && source.trim() === '';
	const rows = isBlank ? [] : unlessText(source);
	if (!Array.isArray(rows)) return undefined;
	const known = new Map<string, Known>();
	for (const row of rows as unknown[]) {
		const {
			source_key: key,
			source_hash: hash,
			chargebee_id: id,
			outcome,
		} = (row ?? {}) as Record<string, unknown>;
		if (asText(key) === '') continue;
		const before = known.get(asText(key));
		// two writers at once can leave two rows of a record: when they disagree, nothing is known of its hash
		const contradicted = before !== undefined && before.sourceHash !== asText(hash);
		known.set(asText(key), {
			sourceHash: contradicted ? '' : asText(hash),
			chargebeeId: asText(id) || null,
			outcome: asText(outcome),
		});
	}
	return known;
}

/** Whether a record has to be passed on: new, changed, or not yet accepted by Chargebee. */
export function isChanged({ key, sourceHash }: Hashed, known: ReadonlyMap<string, Known>): boolean {
	const before = known.get(key);
	return !before || before.sourceHash !== sourceHash || !ACCEPTED.has(before.outcome);
}
