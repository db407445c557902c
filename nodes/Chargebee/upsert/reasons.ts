import type { Decision } from './situation';
import type { Found, ResourceSpec, Wanted } from './types';

export interface Explanation {
	reason: string;
	actionToTake: string;
}

/** Why nothing was done about a record, and who has to do what. */
export function explainConflict(
	spec: ResourceSpec,
	wanted: Wanted,
	decision: Decision,
): Explanation {
	const { situation, matchedBy, candidates } = decision;
	const [first] = candidates;
	switch (situation) {
		case 'ambiguous':
			return {
				reason: `${candidates.length} Chargebee ${spec.plural} match ${wanted.sourceKey} by ${matchedBy}: ${candidates.map(({ id }) => id).join(', ')}.`,
				actionToTake: `Decide which one is right: write ${wanted.sourceKey} into its meta_data as "cloudsuite", or merge the others into it in Chargebee. ${tellApart(spec, candidates)}`,
			};
		case 'claimed':
			return {
				reason: `Chargebee ${spec.name} ${first?.id} matches by ${matchedBy}, but belongs to ${first?.reference}.`,
				actionToTake: `Two CloudSuite records share this ${matchedBy}. Correct it in CloudSuite, or take it off the match keys if it is not unique to a ${spec.name}.`,
			};
		case 'gone':
			return {
				reason: `Chargebee ${spec.name} ${first?.id}, linked to ${wanted.sourceKey}, was deleted in Chargebee.`,
				actionToTake: `If that was meant, take the record out of the sync. If not, create a ${spec.name} in Chargebee with ${wanted.sourceKey} in its meta_data as "cloudsuite".`,
			};
		case 'confirmed':
		case 'found':
		case 'absent':
			return { reason: '', actionToTake: '' };
	}
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
