import { diff } from './diff';
import { matchForm } from './matchForm';
import { explainConflict } from './reasons';
import type { Decision } from './situation';
import type { Action, Change, Found, ResourceSpec, Situation, Wanted } from './types';

/** What will be done for one record, computed without writing. */
export interface Plan {
	wanted: Wanted;
	situation: Situation;
	action: Action;
	matchedBy: string | null;
	/** The record to change; absent when one is created or nothing can be done. */
	target?: Found;
	changes: Change[];
	candidates: Found[];
	reason: string;
	actionToTake: string;
}

/**
 * Turns decisions into plans, in the order of the input: the first record that wants a Chargebee record gets it,
 * any later one is its twin. That also covers two new records with the same value in a match key:
 * created one after the other, the second would find the first.
 */
export function planAll(
	spec: ResourceSpec,
	decided: ReadonlyArray<{ wanted: Wanted; decision: Decision }>,
	matchFields: readonly string[],
	referenceField: string | undefined,
): Plan[] {
	const takers = new Map<string, Wanted>();
	return decided.map(({ wanted, decision }) => {
		const claims = claimsOf(spec, wanted, decision, matchFields);
		const first = claims.checked
			.map((claim) => takers.get(claim))
			.find((taker) => taker !== undefined);
		if (first) return twin(wanted, first);
		const plan = planOne(spec, wanted, decision, referenceField);
		if (plan.action !== 'conflict') {
			for (const claim of claims.taken) if (!takers.has(claim)) takers.set(claim, wanted);
		}
		return plan;
	});
}

function planOne(
	spec: ResourceSpec,
	wanted: Wanted,
	decision: Decision,
	referenceField: string | undefined,
): Plan {
	const { situation, matchedBy, candidates } = decision;
	const base = { wanted, situation, matchedBy, candidates, reason: '', actionToTake: '' };
	const [target] = candidates;
	if (situation === 'absent') {
		const blank: Found = { id: wanted.id, deleted: false, values: {}, record: {} };
		return { ...base, action: 'create', changes: diff(spec, blank, wanted, referenceField) };
	}
	if (target && (situation === 'confirmed' || situation === 'found')) {
		const changes = diff(spec, target, wanted, referenceField);
		const action = situation === 'found' ? 'link' : changes.length > 0 ? 'update' : 'skip';
		return { ...base, action, target, changes };
	}
	return { ...base, action: 'conflict', changes: [], ...explainConflict(spec, wanted, decision) };
}

/**
 * What a record takes for itself, and which of it must still be free. A confirmed record is ours whatever values it has;
 * a found or new one must not share a match value with an earlier record of this run.
 */
function claimsOf(
	spec: ResourceSpec,
	wanted: Wanted,
	{ situation, candidates }: Decision,
	matchFields: readonly string[],
): { taken: string[]; checked: string[] } {
	const source = `source ${wanted.sourceKey}`;
	const target = `record ${situation === 'absent' ? wanted.id : (candidates[0]?.id ?? wanted.id)}`;
	const values = matchFields
		.map((field) => ({ field, form: matchForm(spec, field, wanted.values[field]) }))
		.filter(({ form }) => form !== '')
		.map(({ field, form }) => `${field} ${form}`);
	const taken = [source, target, ...values];
	if (situation === 'absent' || situation === 'found') return { taken, checked: taken };
	return { taken, checked: situation === 'confirmed' ? [source, target] : [source] };
}

function twin(wanted: Wanted, first: Wanted): Plan {
	const same = first.sourceKey === wanted.sourceKey;
	return {
		wanted,
		situation: 'twin',
		action: 'conflict',
		matchedBy: null,
		changes: [],
		candidates: [],
		reason: same
			? `${wanted.sourceKey} came twice in this run; only the first was used.`
			: `${first.sourceKey}, earlier in this run, wants the same Chargebee record (same id or match value).`,
		actionToTake: same
			? 'Remove the duplicate from the input.'
			: 'Correct the shared value in CloudSuite, or take that match key off the list if it is not unique to a customer.',
	};
}
