import type { Decision } from './situation';
import type { Change, Found, ResourceSpec, Wanted } from './types';
import type { Problem } from './values';

/** Why a record ended as it did, and who has to do what. */
export interface Explanation {
	/** An entry of the error catalogue; `null` when all is well. */
	code: string | null;
	reason: string;
	actionToTake: string;
}

/** Why nothing was done about a record, and who has to do what. */
export function explainConflict(
	spec: ResourceSpec,
	wanted: Wanted,
	{ situation, matchedBy, candidates }: Decision,
): Explanation {
	const [first] = candidates;
	const id = first?.id ?? wanted.id;
	switch (situation) {
		case 'ambiguous':
			return {
				code: 'ambiguous_match',
				reason: `${candidates.length} Chargebee ${spec.plural} match ${wanted.sourceKey} by ${matchedBy}: ${candidates.map(({ id }) => id).join(', ')}.`,
				actionToTake: `Decide which one is right: ${stampAdvice(spec, wanted)}, or remove the others in Chargebee. ${tellApart(spec, candidates)}`,
			};
		case 'claimed':
			return {
				code: 'claimed_record',
				reason: `Chargebee ${spec.label} ${id} matches by ${matchedBy}, but belongs to ${first?.reference}.`,
				actionToTake: `Two CloudSuite records share this ${matchedBy}. Correct it in CloudSuite, or take it off the match keys if it is not unique to a ${spec.label}.`,
			};
		case 'gone':
			return first && !first.deleted
				? {
						code: 'record_archived',
						reason: `Chargebee ${spec.label} ${id}, linked to ${wanted.sourceKey}, was archived in Chargebee.`,
						actionToTake: `If that was meant, take the record out of the sync. If not, make it active again in Chargebee, or set "When Deleted or Archived" to "Bring Back".`,
					}
				: {
						code: 'record_deleted',
						reason: `Chargebee ${spec.label} ${id}, linked to ${wanted.sourceKey}, was deleted in Chargebee.`,
						actionToTake: `If that was meant, take the record out of the sync. If not, create a ${spec.label} in Chargebee with ${wanted.sourceKey} in its ${spec.reference.metadata ?? 'reference field'} as "cloudsuite", or set "When Deleted or Archived" to "Bring Back".`,
					};
		case 'found':
			return {
				code: 'link_not_wanted',
				reason: `Chargebee ${spec.label} ${id} matches ${wanted.sourceKey} by ${matchedBy}, and is not linked yet.`,
				actionToTake: `If it is the same, ${stampAdvice(spec, wanted)}, or set "When Found by a Match Key" to "Link".`,
			};
		case 'confirmed':
		case 'absent':
			return { code: null, reason: '', actionToTake: '' };
	}
}

function stampAdvice({ reference, label }: ResourceSpec, { sourceKey }: Wanted): string {
	return reference.metadata === undefined
		? `give the right ${label} a value of its own in the match key`
		: `write ${sourceKey} into its ${reference.metadata} as "cloudsuite"`;
}

/** Why a record was not sent at all. */
export function explainInvalid(
	{ sourceKey, index }: Wanted,
	problems: readonly Problem[],
): Explanation {
	const fields = [...new Set(problems.map(({ field }) => field))];
	return {
		code: 'invalid_value',
		reason: `${sourceKey || `Item ${index}`}: ${problems.map(({ field, problem }) => `${field} ${problem}`).join('; ')}.`,
		actionToTake: `Correct ${fields.join(', ')} in CloudSuite or in the mapping; the record was not sent.`,
	};
}

export function explainTwin(spec: ResourceSpec, wanted: Wanted, first: Wanted): Explanation {
	return first.sourceKey === wanted.sourceKey
		? {
				code: 'twin_input',
				reason: `${wanted.sourceKey} came twice in this run; only the first was used.`,
				actionToTake: 'Remove the duplicate from the input.',
			}
		: {
				code: 'twin_record',
				reason: `${first.sourceKey}, earlier in this run, wants the same Chargebee record (same id or match value).`,
				actionToTake: `Correct the shared value in CloudSuite, or take that match key off the list if it is not unique to a ${spec.label}.`,
			};
}

export function explainImmutable(
	spec: ResourceSpec,
	wanted: Wanted,
	found: Found,
	changes: readonly Change[],
): Explanation {
	return {
		code: 'immutable_field',
		reason: `${wanted.sourceKey} wants ${fromTo(changes)}, which Chargebee never changes on an existing ${spec.label} (${found.id}).`,
		actionToTake: `Correct it in CloudSuite or in the mapping. If it is meant, archive ${found.id} in Chargebee and give the new ${spec.label} a CloudSuite key of its own.`,
	};
}

export function explainFrozen(
	spec: ResourceSpec,
	wanted: Wanted,
	found: Found,
	changes: readonly Change[],
): Explanation {
	return {
		code: 'frozen_field',
		reason: `${wanted.sourceKey} wants ${fromTo(changes)}, which Chargebee does not change once subscriptions or invoices use the ${spec.label} (${found.id}).`,
		actionToTake: `Correct it in CloudSuite or in the mapping, or say under "When a Used Price Would Change" that a new ${spec.label} shall be created.`,
	};
}

export function explainInactive(spec: ResourceSpec, { sourceKey }: Wanted): Explanation {
	return {
		code: 'inactive_and_absent',
		reason: `${sourceKey} is inactive in CloudSuite and Chargebee has no ${spec.label} of it: nothing to do.`,
		actionToTake: '',
	};
}

export function explainPolicy(spec: ResourceSpec, { sourceKey }: Wanted): Explanation {
	return {
		code: 'create_not_wanted',
		reason: `Chargebee has no ${spec.label} of ${sourceKey}, and none shall be created.`,
		actionToTake: `To have it created, set "When Missing in Chargebee" to "Create".`,
	};
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
