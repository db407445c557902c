import type { IDataObject } from 'n8n-workflow';
import type { ErrorClass } from '../../shared/errors/types';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { Plan } from '../upsert/plan';
import type { Explanation } from '../upsert/reasons';
import { saying } from '../upsert/reasons';
import { candidateFacts } from '../upsert/row';
import type { Change, Found, ResourceSpec, Situation } from '../upsert/types';

export const FINDINGS = [
	'onlyInCloudSuite',
	'onlyInChargebee',
	'differs',
	'duplicate',
	'conflict',
	'invalid',
	'agrees',
] as const;

export type FindingKind = (typeof FINDINGS)[number];

/** What Reconcile says about one record of either side. */
export interface Finding {
	finding: FindingKind;
	/** `null` of a Chargebee record that carries none. */
	sourceKey: string | null;
	chargebeeId: string | null;
	/** What people call it: the first telling field that has a value. */
	name: string | null;
	/** What Create or Update would change. */
	changes: Change[];
	situation: Situation | null;
	matchedBy: string | null;
	/** The Chargebee records in question, of duplicates and conflicts. */
	candidates: IDataObject[];
	code: string | null;
	class: ErrorClass | null;
	reason: string;
	actionToTake: string;
	/** The input item, of what Create or Update can repair; else `null`. */
	record: IDataObject | null;
}

const REPAIRED: ReadonlySet<FindingKind> = new Set(['onlyInCloudSuite', 'differs']);

/** What the plan of an input record says about both sides. `json` is the record's input item. */
export function findingOf(spec: ResourceSpec, plan: Plan, json: IDataObject): Finding {
	const { wanted, situation, matchedBy, target, changes, candidates } = plan;
	const finding = kindOf(plan);
	const shown = finding === 'duplicate' || finding === 'conflict' ? candidates : [];
	const [first] = candidates;
	return {
		finding,
		sourceKey: wanted.sourceKey,
		chargebeeId: target?.id ?? (candidates.length === 1 ? first?.id : undefined) ?? null,
		name: nameOf(spec, wanted.values) ?? nameOf(spec, target?.values ?? {}),
		changes,
		situation,
		matchedBy,
		candidates: shown.map((one) => candidateFacts(one, spec.telling)),
		...explain(spec, plan, finding),
		record: REPAIRED.has(finding) ? json : null,
	};
}

function kindOf({ action, situation, matchedBy }: Plan): FindingKind {
	switch (action) {
		case 'create':
			return 'onlyInCloudSuite';
		case 'update':
		case 'link':
			return 'differs';
		case 'skip':
			return 'agrees';
		case 'invalid':
			return 'invalid';
		case 'wait':
			return 'conflict';
		case 'conflict':
			return situation === 'ambiguous' && matchedBy === 'reference' ? 'duplicate' : 'conflict';
	}
}

/** Plans that are carried out need no reason; a finding does. */
function explain(spec: ResourceSpec, plan: Plan, finding: FindingKind): Explanation {
	if (!REPAIRED.has(finding)) return saying(plan);
	const { label: name } = spec;
	const { sourceKey } = plan.wanted;
	const id = plan.target?.id;
	if (id === undefined) return say('only_in_cloudsuite', { name, sourceKey });
	if (plan.situation === 'found')
		return say('not_linked_yet', { name, id, sourceKey, matchedBy: plan.matchedBy ?? '' });
	const fields = plan.changes.map(({ field }) => field).join(', ');
	return say('differs', { name, id, sourceKey, fields });
}

/** A record of Chargebee that is not in the input. */
export function strangerFinding(
	spec: ResourceSpec,
	found: Found,
	rest: Explanation & Partial<Finding>,
): Finding {
	return {
		finding: 'onlyInChargebee',
		sourceKey: found.reference ?? null,
		chargebeeId: found.id,
		name: nameOf(spec, found.values),
		changes: [],
		situation: null,
		matchedBy: null,
		candidates: [],
		record: null,
		...rest,
	};
}

function nameOf({ telling }: ResourceSpec, values: Found['values']): string | null {
	const texts = telling.map((field) => asText(values[field])).filter((text) => text !== '');
	return texts[0] ?? null;
}
