import type { Found, MatchKey, Situation, Wanted } from './types';

/** Everything the lookup brought for one record; only rows whose key was compared again and equals ours. */
export interface Evidence {
	/** The record under the deterministic id. */
	byId?: Found;
	/** The record under the id an earlier run recorded. */
	byKnownId?: Found;
	/** The record under the id of a successor, see `Wanted`. */
	bySuccessorId?: Found;
	/** The record a person chose. */
	byReviewedId?: Found;
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
	/** What a person decided can not be done; the situation tells why. */
	refused?: boolean;
	/** Living records that match by a key, where a person decided that none of them is the one. */
	passedOver?: Found[];
}

export const NO_EVIDENCE: Evidence = { byReference: [], byKey: [] };

/**
 * What we face: the strongest evidence decides. A record that carries our reference, or stands under the id only we give,
 * is ours; otherwise the first weaker key that finds anything decides.
 */
export function decideSituation(wanted: Wanted, evidence: Evidence): Decision {
	const { byId, byKnownId, bySuccessorId, byKey } = evidence;
	const carriesOurs = (found: Found) => found.reference === wanted.sourceKey;
	const mayBeOurs = (found: Found) => free(found) || carriesOurs(found);
	const dead = (found: Found) => isGone(found, wanted);

	if (wanted.review?.kind === 'link') return decideReviewed(wanted, evidence);
	if (bySuccessorId && mayBeOurs(bySuccessorId) && !dead(bySuccessorId))
		return { situation: 'confirmed', matchedBy: 'id', candidates: [bySuccessorId] };

	const ours = oursIn(wanted, evidence);
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

	const living = byKey.map(({ key, candidates }) => ({
		key,
		candidates: distinct(candidates).filter(({ deleted }) => !deleted),
	}));
	if (wanted.review?.kind === 'create') {
		const passedOver = distinct(living.flatMap(({ candidates }) => candidates));
		return { situation: 'absent', matchedBy: null, candidates: [], passedOver };
	}
	for (const { key, candidates } of living) {
		const [first] = candidates;
		if (!first) continue;
		const matchedBy = key.name;
		if (candidates.length > 1) return { situation: 'ambiguous', matchedBy, candidates };
		if (!free(first)) return { situation: 'claimed', matchedBy, candidates };
		return { situation: dead(first) ? 'gone' : 'found', matchedBy, candidates };
	}
	return { situation: 'absent', matchedBy: null, candidates: [] };
}

/** A person said which one it is: that one counts, unless it is another's, or another one is ours already. */
function decideReviewed(wanted: Wanted, evidence: Evidence): Decision {
	const { byReviewedId: chosen } = evidence;
	const matchedBy = 'decision';
	const refuse = (situation: Decision['situation'], ...candidates: Found[]): Decision => ({
		...{ situation, matchedBy, candidates },
		refused: true,
	});
	if (!chosen) return refuse('absent');
	if (chosen.deleted) return refuse('gone', chosen);
	if (!free(chosen) && chosen.reference !== wanted.sourceKey) return refuse('claimed', chosen);
	const { followers } = wanted;
	// one that carries our key already was chosen among those that do
	const rivals = oursIn(wanted, evidence).filter(
		({ id, deleted }) =>
			!deleted && id !== chosen.id && (followers === undefined || !id.startsWith(followers)),
	);
	if (free(chosen) && rivals.length > 0) return refuse('ambiguous', chosen, ...rivals);
	const candidates = [chosen];
	if (isGone(chosen, wanted)) return { situation: 'gone', matchedBy, candidates };
	return { situation: free(chosen) ? 'found' : 'confirmed', matchedBy, candidates };
}

/** Records that are ours: they carry our reference, or stand under an id only we give and carry no other. */
function oursIn(
	{ sourceKey }: Wanted,
	{ byId, byKnownId, bySuccessorId, byReference }: Evidence,
): Found[] {
	const carriesOurs = (found: Found) => found.reference === sourceKey;
	const underOurId = [byId, bySuccessorId].filter((found) => found !== undefined);
	return distinct([
		...byReference,
		...underOurId.filter((found) => free(found) || carriesOurs(found)),
		...(byKnownId && carriesOurs(byKnownId) ? [byKnownId] : []),
	]);
}

function free({ reference }: Found): boolean {
	return reference === undefined;
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
