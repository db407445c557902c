import type { ErrorClass, Said } from '../../shared/errors/types';
import { say } from '../errors/say';
import { reviewedId } from './review';
import type { Decision } from './situation';
import type { Change, Found, ResourceSpec, Wanted } from './types';
import type { Problem } from './values';

/** Why a record ended as it did, and who has to do what: an entry of the error catalogue, or nothing when all is well. */
export interface Explanation {
	code: string | null;
	class: ErrorClass | null;
	reason: string;
	actionToTake: string;
}

export const NO_REASON: Explanation = { code: null, class: null, reason: '', actionToTake: '' };

/** Why nothing was done about a record. */
export function explainConflict(
	spec: ResourceSpec,
	wanted: Wanted,
	{ situation, matchedBy, candidates }: Decision,
): Explanation {
	const [first] = candidates;
	const id = first?.id ?? wanted.id;
	const { label: name, plural: records } = spec;
	const { sourceKey } = wanted;
	const by = matchedBy ?? '';
	const howToMark = markAdvice(spec, wanted);
	switch (situation) {
		case 'ambiguous':
			return say('ambiguous', {
				count: candidates.length,
				records,
				sourceKey,
				matchedBy: by,
				ids: candidates.map((one) => one.id).join(', '),
				howToMark,
				differences: tellApart(spec, candidates),
			});
		case 'claimed':
			return say('claimed', { name, id, matchedBy: by, owner: first?.reference ?? '' });
		case 'gone':
			return first && !first.deleted
				? say('record_archived', { name, id, sourceKey })
				: say('record_deleted', { name, id, sourceKey, howToMark });
		case 'found':
			return say('link_not_wanted', { name, id, sourceKey, matchedBy: by, howToMark });
		case 'confirmed':
		case 'absent':
			return NO_REASON;
	}
}

/** Why what a person decided is not done. */
export function explainRefused(
	{ label: name }: ResourceSpec,
	wanted: Wanted,
	{ situation, candidates: [chosen, ...others] }: Decision,
): Explanation {
	const { sourceKey } = wanted;
	const facts = { sourceKey, name, id: chosen?.id ?? reviewedId(wanted) ?? '' };
	if (situation === 'absent') return say('decided_record_missing', facts);
	if (situation === 'gone') return say('decided_record_deleted', facts);
	if (situation === 'claimed')
		return say('decided_record_taken', { ...facts, owner: chosen?.reference ?? '' });
	return say('decided_other_linked', { ...facts, others: others.map(({ id }) => id).join(', ') });
}

export function explainNameTaken(
	{ label: name }: ResourceSpec,
	{ sourceKey }: Wanted,
	{ id, values }: Found,
): Explanation {
	return say('decided_name_taken', { sourceKey, name, id, value: JSON.stringify(values.name) });
}

/** Somebody decided that the record is no business of the sync. */
export function explainIgnored({ sourceKey }: Wanted): Explanation {
	return say('ignored_by_decision', { sourceKey });
}

/** It was brought back once, and deleted a second time. */
export function explainDeletedAgain(spec: ResourceSpec, wanted: Wanted): Explanation {
	const { label: name } = spec;
	const { sourceKey } = wanted;
	return say('record_deleted_again', { name, sourceKey, howToMark: markAdvice(spec, wanted) });
}

function markAdvice({ reference, label }: ResourceSpec, { sourceKey }: Wanted): string {
	return reference.metadata === undefined
		? `give the right ${label} a value of its own in the match key`
		: `write ${sourceKey} into its ${reference.metadata} as "cloudsuite"`;
}

/** Why a record was not sent at all. */
export function explainInvalid(
	{ sourceKey, index }: Wanted,
	problems: readonly Problem[],
): Explanation {
	return say('invalid_values', {
		record: sourceKey || `Item ${index}`,
		problems: problems.map(({ text }) => text).join('; '),
		fields: [...new Set(problems.map(({ field }) => field))].join(', '),
	});
}

export function explainTwin(
	{ label }: ResourceSpec,
	{ sourceKey }: Wanted,
	first: Wanted,
): Explanation {
	return first.sourceKey === sourceKey
		? say('same_record_twice', { sourceKey })
		: say('twin', { first: first.sourceKey, name: label });
}

export function explainImmutable(
	{ label }: ResourceSpec,
	{ sourceKey }: Wanted,
	{ id }: Found,
	changes: readonly Change[],
): Explanation {
	return say('immutable_field', { sourceKey, changes: fromTo(changes), name: label, id });
}

export function explainFrozen(
	{ label }: ResourceSpec,
	{ sourceKey }: Wanted,
	{ id }: Found,
	changes: readonly Change[],
): Explanation {
	return say('frozen_field', { sourceKey, changes: fromTo(changes), name: label, id });
}

export function explainInactive({ label }: ResourceSpec, { sourceKey }: Wanted): Explanation {
	return say('inactive_and_absent', { sourceKey, name: label });
}

export function explainPolicy({ label }: ResourceSpec, { sourceKey }: Wanted): Explanation {
	return say('create_not_wanted', { sourceKey, name: label });
}

/** Why a record waits whose parent is not there. */
export function explainMissingParent(
	{ label, name, deleted }: { label: string; name: string; deleted?: boolean },
	{ sourceKey }: Wanted,
): Explanation {
	const values = { sourceKey, parentName: label, parent: name };
	return deleted ? say('parent_deleted', values) : say('parent_missing', values);
}

export function explainArchivedParent(
	parentName: string,
	parent: string,
	{ sourceKey }: Wanted,
): Explanation {
	return say('parent_archived', { sourceKey, parentName, parent });
}

/** Why a record waits whose parent is in the same run and did not make it. */
export function explainFailedParent(
	{ label }: ResourceSpec,
	parent: string,
	{ sourceKey }: Wanted,
	reason: string,
): Explanation {
	return say('parent_failed', { sourceKey, parentName: label, parent, reason });
}

export function explainCircle({ label }: ResourceSpec, { sourceKey }: Wanted): Explanation {
	return say('parent_circle', { sourceKey, parentName: label });
}

/** What was said of a failure or a plan, without anything else it may carry. */
export function saying({
	code,
	class: kind,
	reason,
	actionToTake,
}: Explanation | Said): Explanation {
	return { code, class: kind, reason, actionToTake };
}

function fromTo(changes: readonly Change[]): string {
	return changes
		.map(
			({ field, from, to }) => `${field} ${JSON.stringify(to)} instead of ${JSON.stringify(from)}`,
		)
		.join(', ');
}

/** The fields in which candidates differ, side by side: what a person needs to choose. */
function tellApart(spec: ResourceSpec, candidates: readonly Found[]): string {
	const rows = candidates.map((found) => {
		const facts = spec.telling
			.filter(
				(field) =>
					new Set(candidates.map((other) => spec.normalise(field, other.values[field]))).size > 1,
			)
			.map((field) => `${field} ${JSON.stringify(found.values[field] ?? null)}`);
		return `${found.id}: ${facts.length > 0 ? facts.join(', ') : 'the same in every telling field'}`;
	});
	return `They differ in: ${rows.join('; ')}.`;
}
