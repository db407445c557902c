import type { IDataObject, INode } from 'n8n-workflow';
import type { ChargebeeClient } from '../transport/client';
import { lookUp } from './lookup';
import { holdBackChildren } from './holdBack';
import { ownPart } from './matchForm';
import type { MissingParent, ParentState, ReadyParent } from './parents';
import { parentName, readParents } from './parents';
import type { Decided, Plan, Planning } from './plan';
import { notMatched, planAll, planOne } from './plan';
import { explainIgnored, explainInactive, explainInvalid, explainMissingParent } from './reasons';
import { reviewedId } from './review';
import type { Found, MatchKey, Policies, ResourceSpec, Wanted } from './types';
import type { Problem } from './values';

/** One input record: checked values, or what is wrong with it. */
export interface Input {
	wanted: Wanted;
	problems: readonly Problem[];
}

export interface Preparation {
	client: ChargebeeClient;
	node: INode;
	spec: ResourceSpec;
	/** Of the records these hang on, e.g. items for prices; customers hang on customers. */
	parentSpec?: ResourceSpec;
	/** What only the parent tells, e.g. whether a price needs a period. */
	withParent?: (wanted: Wanted, parent: ReadyParent) => Input;
	keys: readonly MatchKey[];
	/** The custom field lists can be asked for. */
	referenceFilter?: string;
	parentReferenceFilter?: string;
	complete: boolean;
	policies: Policies;
	/** All of Chargebee, where it was read before: the records, and those they hang on. Then nothing is asked. */
	site?: { own: readonly Found[]; parents: readonly Found[] };
}

export interface Prepared {
	/** By index of the input. */
	plans: Map<number, Plan>;
	warnings: string[];
}

/** Looks up and decides: what is to be done for every input. Writes nothing. */
export async function prepare(run: Preparation, inputs: readonly Input[]): Promise<Prepared> {
	const plans = new Map<number, Plan>();
	const valid: Wanted[] = [];
	for (const { wanted, problems } of inputs) {
		if (problems.length > 0) plans.set(wanted.index, invalidPlan(wanted, problems));
		else if (wanted.review?.kind === 'ignore') plans.set(wanted.index, ignoredPlan(wanted));
		else valid.push(wanted);
	}
	const inRun = inputsByKey(run, inputs);
	const outside = await readOutsideParents(run, valid, inRun);
	const ready: Array<{ wanted: Wanted; parent?: ReadyParent }> = [];
	for (const wanted of valid) {
		const state = wanted.parent ? outside.states.get(parentName(wanted.parent)) : undefined;
		if (state?.kind === 'missing') plans.set(wanted.index, orphanPlan(run.spec, wanted, state));
		else if (state?.kind === 'ready') {
			const hung = hang(run, wanted, state);
			if (hung.problems.length > 0)
				plans.set(wanted.index, invalidPlan(hung.wanted, hung.problems));
			else ready.push({ wanted: hung.wanted, parent: state });
		} else ready.push({ wanted });
	}
	const { decided, warnings } =
		ready.length > 0
			? await lookUp(
					{
						...run,
						...(run.site ? { all: run.site.own } : {}),
						parents: ready.flatMap(({ parent }) => recordOf(parent)),
					},
					ready.map(({ wanted }) => wanted),
				)
			: { decided: [], warnings: [] };
	const known = decided.map((one, position): Decided => {
		const parent = ready[position]?.parent;
		return parent ? { ...one, parent } : one;
	});
	const planning: Planning = {
		spec: run.spec,
		policies: run.policies,
		matchFields: run.keys.map(({ field }) => field),
	};
	for (const plan of planAll(planning, withInnerParents(run, planning, known, inRun)))
		plans.set(plan.wanted.index, plan);
	holdBackChildren(run.spec, plans, inRun);
	return { plans, warnings: [...outside.warnings, ...warnings] };
}

function recordOf(parent: ReadyParent | undefined): IDataObject[] {
	return parent?.found ? [parent.found.record] : [];
}

/** Records of this run that can be another one's parent. One that is left out can be one only as it stands in Chargebee. */
function inputsByKey(run: Preparation, inputs: readonly Input[]): Map<string, Wanted> {
	if (run.parentSpec?.name !== run.spec.name) return new Map();
	const byKey = new Map<string, Wanted>();
	for (const { wanted } of inputs)
		if (wanted.sourceKey !== '' && !byKey.has(wanted.sourceKey) && wanted.review?.kind !== 'ignore')
			byKey.set(wanted.sourceKey, wanted);
	return byKey;
}

async function readOutsideParents(
	run: Preparation,
	valid: readonly Wanted[],
	inRun: ReadonlyMap<string, Wanted>,
) {
	const outside = valid.flatMap(({ parent }) =>
		parent && !inRun.has(parent.sourceKey ?? '') ? [parent] : [],
	);
	if (!run.parentSpec || outside.length === 0)
		return { states: new Map<string, ParentState>(), warnings: [] };
	const { client, node, complete, parentSpec: spec, parentReferenceFilter, site } = run;
	return await readParents(
		{
			client,
			node,
			spec,
			complete,
			...(parentReferenceFilter ? { referenceFilter: parentReferenceFilter } : {}),
			...(site ? { all: site.parents } : {}),
		},
		outside,
	);
}

/** The record with its parent's id in it. */
function hang(run: Preparation, wanted: Wanted, parent: ReadyParent): Input {
	const { parentField, inside } = run.spec;
	const inParent = (id: string) => (inside ? `${parent.id}/${id}` : id);
	// an earlier run reported the id with the parent's before it
	const knownId = inside && wanted.knownId ? ownPart(wanted.knownId) : wanted.knownId;
	const reviewed = reviewedId(wanted);
	const hung: Wanted = {
		...wanted,
		...(inside && reviewed !== undefined
			? { review: { kind: 'link', id: inParent(ownPart(reviewed)) } }
			: {}),
		id: inParent(wanted.id),
		...(knownId === undefined ? {} : { knownId: inParent(knownId) }),
		...(parentField ? { values: { ...wanted.values, [parentField]: parent.id } } : {}),
	};
	return run.withParent?.(hung, parent) ?? { wanted: hung, problems: [] };
}

/** Children of records of this run get the id their parent has, or will have. */
function withInnerParents(
	run: Preparation,
	planning: Planning,
	decided: readonly Decided[],
	inRun: ReadonlyMap<string, Wanted>,
): Decided[] {
	if (inRun.size === 0) return [...decided];
	const parents = new Set(decided.map(({ wanted }) => wanted.parent?.sourceKey));
	const ids = new Map(
		decided
			.filter(({ wanted }) => parents.has(wanted.sourceKey))
			.map((one) => {
				// one that is created anew gets another id than it had
				const { target, wanted } = planOne(planning, one);
				return [wanted.sourceKey, target?.id ?? wanted.id];
			}),
	);
	return decided.map((one) => {
		const key = one.wanted.parent?.sourceKey;
		const parent = key === undefined ? undefined : inRun.get(key);
		if (key === undefined || !parent || one.parent) return one;
		const state: ReadyParent = {
			kind: 'ready',
			id: ids.get(key) ?? parent.id,
			inputIndex: parent.index,
		};
		return { ...one, wanted: hang(run, one.wanted, state).wanted, parent: state };
	});
}

/** What has no parent waits for it; what is inactive as well has nothing to wait for. */
function orphanPlan(spec: ResourceSpec, wanted: Wanted, parent: MissingParent): Plan {
	const why = wanted.inactive
		? explainInactive(spec, wanted)
		: explainMissingParent(parent, wanted);
	return {
		...notMatched(wanted),
		situation: null,
		action: wanted.inactive ? 'skip' : 'wait',
		...why,
	};
}

/** It is not even looked for. */
function ignoredPlan(wanted: Wanted): Plan {
	return { ...notMatched(wanted), situation: null, action: 'skip', ...explainIgnored(wanted) };
}

function invalidPlan(wanted: Wanted, problems: readonly Problem[]): Plan {
	return {
		...notMatched(wanted),
		situation: 'invalid',
		action: 'invalid',
		...explainInvalid(wanted, problems),
	};
}
