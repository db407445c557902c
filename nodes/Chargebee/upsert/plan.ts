import { canCarryReference, diff } from './diff';
import { matchForm } from './matchForm';
import type { ReadyParent } from './parents';
import type { Explanation } from './reasons';
import {
	explainArchivedParent,
	explainConflict,
	explainDeletedAgain,
	explainFrozen,
	explainImmutable,
	explainInactive,
	explainInvalid,
	explainNameTaken,
	explainPolicy,
	explainRefused,
	explainTwin,
	NO_REASON,
} from './reasons';
import type { Decision } from './situation';
import type { Action, Change, Found, Policies, ResourceSpec, Situation, Wanted } from './types';

/** What will be done for one record, computed without writing. */
export interface Plan extends Explanation {
	wanted: Wanted;
	/** `null` when the record was not looked up. */
	situation: Situation | null;
	action: Action;
	matchedBy: string | null;
	/** The record to change; absent when one is created or nothing can be done. */
	target?: Found;
	changes: Change[];
	candidates: Found[];
	/** Index of the input that is its parent, written first. */
	after?: number;
}

/** A record and what was found of it. */
export interface Decided {
	wanted: Wanted;
	decision: Decision;
	/** The record it hangs on, if it does. */
	parent?: ReadyParent;
}

export interface Planning {
	spec: ResourceSpec;
	policies: Policies;
	/** Fields of the match keys. */
	matchFields: readonly string[];
}

/**
 * Turns decisions into plans, in the order of the input: the first record that wants a Chargebee record gets it,
 * any later one is its twin. That also covers two new records with the same value in a match key:
 * created one after the other, the second would find the first.
 */
export function planAll(planning: Planning, decided: readonly Decided[]): Plan[] {
	const takers = reservedByDecision(decided);
	return decided.map((one) => {
		const claims = claimsOf(planning, one);
		const first = claims.checked
			.map((claim) => takers.get(claim))
			.find((taker) => taker !== undefined && taker !== one.wanted);
		const plan = first ? twin(planning.spec, one.wanted, first) : planOne(planning, one);
		if (!first && plan.action !== 'conflict' && plan.action !== 'wait') {
			for (const claim of claims.taken) if (!takers.has(claim)) takers.set(claim, one.wanted);
		}
		return plan;
	});
}

/** What is to be done about one record, whatever the others want. */
export function planOne(planning: Pick<Planning, 'spec' | 'policies'>, decided: Decided): Plan {
	const { wanted, decision, parent } = decided;
	const { spec } = planning;
	const policies = reviewedPolicies(planning.policies, wanted);
	const { situation, matchedBy, candidates } = decision;
	const [target] = candidates;
	const base = { wanted, situation, matchedBy, candidates, changes: [], ...NO_REASON };
	const skip = (why: Explanation): Plan => ({ ...base, action: 'skip', ...why });
	const conflict = (why: Explanation): Plan => ({ ...base, action: 'conflict', ...why });
	const after = parent?.inputIndex === undefined ? {} : { after: parent.inputIndex };

	const create = (id: string): Plan => {
		if (parent?.archived !== undefined)
			return {
				...base,
				action: 'wait',
				...explainArchivedParent(parent.archived, parent.id, wanted),
			};
		const named = as(wanted, id);
		const fresh = { ...named, id, values: { ...named.defaults, ...named.values } };
		const taken = decision.passedOver?.find(({ values }) => values.name === fresh.values.name);
		if (spec.uniqueNames && taken)
			return { ...conflict(explainNameTaken(spec, wanted, taken)), candidates: [taken] };
		const missing = spec.missing(fresh.values);
		if (missing.length > 0)
			return { ...base, action: 'invalid', ...explainInvalid(fresh, missing) };
		return {
			...base,
			...after,
			wanted: fresh,
			action: 'create',
			changes: diff(spec, blank(id), fresh, policies),
		};
	};
	const change = (found: Found, link: boolean): Plan => {
		const mine = as(wanted, found.id);
		const changes = diff(spec, found, mine, policies);
		const fixed = changes.filter(({ field }) => spec.fields.get(field)?.immutable);
		if (fixed.length > 0) return conflict(explainImmutable(spec, wanted, found, fixed));
		const frozen = changes.filter(({ field }) => spec.fields.get(field)?.frozen);
		if (frozen.length > 0 && policies.whenFrozen !== 'try') {
			const successor = policies.whenFrozen === 'successor' ? wanted.successorId : undefined;
			return successor !== undefined && successor !== found.id
				? create(successor)
				: conflict(explainFrozen(spec, wanted, found, frozen));
		}
		const action = link ? 'link' : changes.length > 0 ? 'update' : 'skip';
		return { ...base, ...after, wanted: mine, action, target: found, changes };
	};

	if (decision.refused) return conflict(explainRefused(spec, wanted, decision));
	switch (situation) {
		case 'absent':
			if (wanted.inactive) return skip(explainInactive(spec, wanted));
			if (policies.whenAbsent === 'skip') return skip(explainPolicy(spec, wanted));
			return create(wanted.id);
		case 'confirmed':
			if (!target) break;
			if (policies.whenConfirmed === 'leave') return { ...base, action: 'skip', target };
			if (target.archived && wanted.values.status === 'archived')
				return { ...base, action: 'skip', target };
			return change(target, false);
		case 'found':
			if (!target || policies.whenFound === 'conflict') break;
			return change(target, canCarryReference(spec, wanted));
		case 'gone':
			if (!target || policies.whenGone === 'conflict') break;
			if (!target.deleted) {
				const active: Wanted = { ...wanted, values: { ...wanted.values, status: 'active' } };
				const plan = planOne(planning, {
					...decided,
					wanted: active,
					decision: alive(decision),
				});
				return { ...plan, situation };
			}
			if (wanted.successorId === undefined) break;
			return candidates.some(({ id }) => id === wanted.successorId)
				? conflict(explainDeletedAgain(spec, wanted))
				: create(wanted.successorId);
		case 'claimed':
		case 'ambiguous':
			break;
	}
	return conflict(explainConflict(spec, wanted, decision));
}

/** What a person decided about one record outweighs what is set for all of them. */
function reviewedPolicies(policies: Policies, { review }: Wanted): Policies {
	if (review?.kind === 'link') return { ...policies, whenFound: 'link' };
	return review?.kind === 'create' ? { ...policies, whenAbsent: 'create' } : policies;
}

/** A record a person gave to one input is no other one's, not even of an earlier one that matches it by a key. */
function reservedByDecision(decided: readonly Decided[]): Map<string, Wanted> {
	const reserved = new Map<string, Wanted>();
	for (const { wanted, decision } of decided) {
		const [chosen] = decision.candidates;
		if (wanted.review?.kind !== 'link' || decision.refused || !chosen) continue;
		const claim = recordClaim(chosen.id);
		if (!reserved.has(claim)) reserved.set(claim, wanted);
	}
	return reserved;
}

function recordClaim(id: string): string {
	return `record ${id}`;
}

/** A successor has a name of its own. */
function as(wanted: Wanted, id: string): Wanted {
	const { successorId, successorName, values } = wanted;
	return successorName !== undefined && id === successorId
		? { ...wanted, values: { ...values, name: successorName } }
		: wanted;
}

/** An archived record is handled like one that is in use, once it has been brought back. */
function alive({ matchedBy, candidates }: Decision): Decision {
	const [first] = candidates;
	const ours = matchedBy === 'reference' || first?.reference !== undefined;
	return { situation: ours ? 'confirmed' : 'found', matchedBy, candidates: candidates.slice(0, 1) };
}

/** A record that is still to be made. */
export function blank(id: string): Found {
	return { id, deleted: false, values: {}, record: {} };
}

/**
 * What a record takes for itself, and which of it must still be free. A confirmed record is ours whatever values it has;
 * a found or new one must not share a match value with an earlier record of this run, unless a person decided about it.
 */
function claimsOf(
	{ spec, matchFields }: Planning,
	{ wanted, decision: { situation, candidates } }: Decided,
): { taken: string[]; checked: string[] } {
	const source = `source ${wanted.sourceKey}`;
	const target = recordClaim(situation === 'absent' ? wanted.id : (candidates[0]?.id ?? wanted.id));
	const values = matchFields
		.map((field) => ({ field, form: matchForm(spec, field, wanted.values[field], wanted.id) }))
		.filter(({ form }) => form !== '')
		.map(({ field, form }) => `${field} ${form}`);
	const taken = [source, target, ...values];
	if (wanted.review) return { taken, checked: [source, target] };
	if (situation === 'absent' || situation === 'found') return { taken, checked: taken };
	return { taken, checked: situation === 'confirmed' ? [source, target] : [source] };
}

function twin(spec: ResourceSpec, wanted: Wanted, first: Wanted): Plan {
	return {
		...notMatched(wanted),
		situation: 'twin',
		action: 'conflict',
		...explainTwin(spec, wanted, first),
	};
}

/** The part of a plan that tells of a match, where there is none. */
export function notMatched(wanted: Wanted) {
	return { wanted, matchedBy: null, changes: [], candidates: [] };
}
