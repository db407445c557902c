import type { Found, MatchKey, Situation, Wanted } from './types';

/** Everything the lookup brought for one record; only rows whose key was compared again and equals ours. */
export interface Evidence {
	/** The record under the deterministic id. */
	byId?: Found;
	/** The record under the id an earlier run recorded. */
	byKnownId?: Found;
	/** The record under the id of a successor, see `Wanted`. */
	bySuccessorId?: Found;
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
	const { byId, byKnownId, bySuccessorId, byReference, byKey } = evidence;
	const carriesOurs = (found: Found) => found.reference === wanted.sourceKey;
	const free = (found: Found) => found.reference === undefined;
	const mayBeOurs = (found: Found) => free(found) || carriesOurs(found);
	const dead = (found: Found) => isGone(found, wanted);

	if (bySuccessorId && mayBeOurs(bySuccessorId) && !dead(bySuccessorId))
		return { situation: 'confirmed', matchedBy: 'id', candidates: [bySuccessorId] };

	const ours = distinct([
		...byReference,
		...[byId, bySuccessorId].filter((found) => found !== undefined).filter(mayBeOurs),
		...(byKnownId && carriesOurs(byKnownId) ? [byKnownId] : []),
	]);
	const alive = withoutFollowers(
		wanted,
		ours.filter((found) => !dead(found)),
	);
	const [only] = alive;
	if (only && alive.length > 1)
		return { situation: 'ambiguous', matchedBy: 'reference', candidates: alive };
	if (only)
		return {
			situation: 'confirmed',
			matchedBy: carriesOurs(only) ? 'reference' : 'id',
			candidates: alive,
		};
	if (byId && !mayBeOurs(byId))
		return { situation: 'claimed', matchedBy: 'id', candidates: [byId] };
	if (byKnownId && !dead(byKnownId)) {
		const situation = free(byKnownId) ? 'found' : 'claimed';
		return { situation, matchedBy: 'ledger', candidates: [byKnownId] };
	}
	const lost = distinct([...ours, ...(byKnownId ? [byKnownId] : [])]);
	if (lost.length > 0)
		return { situation: 'gone', matchedBy: 'reference', candidates: archivedFirst(lost) };

	for (const { key, candidates } of byKey) {
		const present = distinct(candidates).filter(({ deleted }) => !deleted);
		const [first] = present;
		if (!first) continue;
		const matchedBy = key.name;
		if (present.length > 1) return { situation: 'ambiguous', matchedBy, candidates: present };
		if (!free(first)) return { situation: 'claimed', matchedBy, candidates: present };
		return { situation: dead(first) ? 'gone' : 'found', matchedBy, candidates: present };
	}
	return { situation: 'absent', matchedBy: null, candidates: [] };
}

/** Those that followed a used record carry its key too; they count, the newest of them, only when it is gone itself. */
function withoutFollowers({ followers }: Wanted, alive: Found[]): Found[] {
	if (followers === undefined) return alive;
	const first = alive.filter(({ id }) => !id.startsWith(followers));
	const newest = [...alive].sort((a, b) => (b.version ?? 0) - (a.version ?? 0));
	return first.length > 0 ? first : newest.slice(0, 1);
}

/** Deleted, or archived although CloudSuite has it in use. */
export function isGone({ deleted, archived }: Found, { inactive, values }: Wanted): boolean {
	return deleted || (archived === true && inactive !== true && values.status !== 'archived');
}

/** An archived record can be brought back, a deleted one can not. */
function archivedFirst(records: readonly Found[]): Found[] {
	return [...records].sort((a, b) => Number(a.deleted) - Number(b.deleted));
}

function distinct(records: readonly Found[]): Found[] {
	return [...new Map(records.map((found) => [found.id, found])).values()];
}
