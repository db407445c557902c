import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { MatchKey, ResourceSpec, Review, Wanted } from './types';
import type { Problem } from './values';
import { problem } from './values';

const FIELD = 'Decision';
const WORDS = ['link', 'create', 'ignore'];

/**
 * What a person entered about a record after a review. A word that is none of ours, or one that contradicts the ID beside
 * it, is a problem of the record: a guess could link it to a stranger.
 */
export function readReview(
	decision: unknown,
	decisionId: unknown,
): { review?: Review; problems: Problem[] } {
	const entered = asText(decision).trim();
	const word = entered.toLowerCase();
	const id = asText(decisionId).trim();
	const refuse = (said: ReturnType<typeof say>) => ({ problems: [problem(FIELD, said)] });
	if (word === 'ignore') return { review: { kind: 'ignore' }, problems: [] };
	if (word === 'link' && id !== '') return { review: { kind: 'link', id }, problems: [] };
	if (word === 'link') return refuse(say('decision_without_id', { field: FIELD }));
	if (word !== '' && word !== 'create')
		return refuse(
			say('decision_unknown', { field: FIELD, value: entered, words: WORDS.join(', ') }),
		);
	if (id !== '') return refuse(say('decision_id_unexpected', { field: FIELD, id }));
	return word === 'create' ? { review: { kind: 'create' }, problems: [] } : { problems: [] };
}

/** The match keys by which a record is still looked for: a decision stands for them, but a name must be free for it. */
export function keysToAsk(
	{ uniqueNames }: ResourceSpec,
	keys: readonly MatchKey[],
	{ review }: Wanted,
): readonly MatchKey[] {
	if (!review) return keys;
	return uniqueNames && review.kind === 'create'
		? keys.filter(({ field }) => field === 'name')
		: [];
}

/** The Chargebee record a person chose. */
export function reviewedId({ review }: Wanted): string | undefined {
	return review?.kind === 'link' ? review.id : undefined;
}
