import { matchForm } from './matchForm';
import type { Found, MatchKey, ResourceSpec, Wanted } from './types';

/** One question to a list, e.g. `email[is]=ap@example.com`. */
export interface Query {
	filter: string;
	value: string;
	/** Whether a row can be an answer at all; one that can't shows that the filter was ignored. */
	matches: (row: Found) => boolean;
	/** Whether a row makes weaker questions needless. */
	settles: (row: Found) => boolean;
}

export function queryByReference(field: string, { sourceKey }: Wanted): Query {
	return {
		filter: `${field}[is]`,
		value: sourceKey,
		matches: (row) => row.values[field] === sourceKey,
		// the metadata may name another customer than the custom field does, and it counts more
		settles: (row) => row.reference === sourceKey,
	};
}

/** Questions for the match keys that have a filter, strongest first; e-mails in small letters too, as most people write them. */
export function queriesByKeys(
	spec: ResourceSpec,
	keys: readonly MatchKey[],
	wanted: Wanted,
): Query[] {
	return keys.flatMap(({ field, filter }): Query[] => {
		const wantedValue = wanted.values[field];
		if (filter === undefined || wantedValue === undefined || wantedValue === null) return [];
		const form = matchForm(spec, field, wantedValue);
		const exact = String(wantedValue);
		const spellings = field === 'email' ? [exact, exact.toLowerCase()] : [exact];
		return [...new Set(spellings)].map((value) => ({
			filter: `${filter}[is]`,
			value,
			matches: (row) => matchForm(spec, field, row.values[field]) === form,
			settles: ({ deleted }) => !deleted,
		}));
	});
}
