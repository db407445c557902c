import type { Found, MatchKey, Situation, Wanted } from './types';

/** Everything the lookup brought for one record; only rows whose key was compared again and equals ours. */
export interface Evidence {
	/** The record under the deterministic id. */
	byId?: Found;
	/** The record under the id an earlier run recorded. */
	byKnownId?: Found;
	/** Records that carry our reference. */
	byReference: Found[];
	/** Per weaker key, in the user's order: the records that have the same value. */
	byKey: Array<{ key: MatchKey; candidates: Found[] }>;
}

export interface Decision {
	situation: Exclude<Situation, 'twin' | 'invalid'>;
	/** By what it was matched, in words; `null` when nothing was found. */
	matchedBy: string | null;
	candidates: Found[];
}

export const NO_EVIDENCE: Evidence = { byReference: [], byKey: [] };

/**
 * What we face: the strongest evidence decides. A record that carries our reference, or stands under the id only we give,
 * is ours; otherwise the first weaker key that finds anything decides.
 */
export function decideSituation(wanted: Wanted, evidence: Evidence): Decision {
	const { byId, byKnownId, byReference, byKey } = evidence;
	const carriesOurs = (found: Found) => found.reference === wanted.sourceKey;
	const free = (found: Found) => found.reference === undefined;

	const candidatesOfOurs = [
		...byReference,
		...(byId && (free(byId) || carriesOurs(byId)) ? [byId] : []),
		...(byKnownId && carriesOurs(byKnownId) ? [byKnownId] : []),
	];
	const ours = distinct(candidatesOfOurs);
	const alive = ours.filter(({ deleted }) => !deleted);
	if (alive.length > 1)
		return { situation: 'ambiguous', matchedBy: 'reference', candidates: alive };
	if (alive.length === 1) {
		const byReferenceAlone = alive.some(carriesOurs);
		return {
			situation: 'confirmed',
			matchedBy: byReferenceAlone ? 'reference' : 'id',
			candidates: alive,
		};
	}
	if (byId && !free(byId) && !carriesOurs(byId)) {
		return { situation: 'claimed', matchedBy: 'id', candidates: [byId] };
	}
	if (byKnownId && !byKnownId.deleted) {
		const situation = free(byKnownId) ? 'found' : 'claimed';
		return { situation, matchedBy: 'ledger', candidates: [byKnownId] };
	}
	const dead = distinct([...ours, ...(byKnownId ? [byKnownId] : [])]);
	if (dead.length > 0) return { situation: 'gone', matchedBy: 'reference', candidates: dead };

	for (const { key, candidates } of byKey) {
		const living = distinct(candidates).filter(({ deleted }) => !deleted);
		const [only] = living;
		if (!only) continue;
		if (living.length > 1)
			return { situation: 'ambiguous', matchedBy: key.name, candidates: living };
		return { situation: free(only) ? 'found' : 'claimed', matchedBy: key.name, candidates: living };
	}
	return { situation: 'absent', matchedBy: null, candidates: [] };
}

function distinct(records: readonly Found[]): Found[] {
	return [...new Map(records.map((found) => [found.id, found])).values()];
}
