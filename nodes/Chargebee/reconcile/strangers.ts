import { idsBeginning, parseSourceKey } from '../../shared/source/sourceKey';
import { say } from '../errors/say';
import type { Plan } from '../upsert/plan';
import { saying } from '../upsert/reasons';
import { candidateFacts } from '../upsert/row';
import type { Found, ResourceSpec } from '../upsert/types';
import type { Finding } from './finding';
import { strangerFinding } from './finding';

/** What was compared: the plan of every input record, and all records of Chargebee. */
export interface Compared {
	spec: ResourceSpec;
	plans: readonly Plan[];
	rows: readonly Found[];
	/** How the ids of records begin that followed a used one, by its key; they carry the same key and are no rivals. */
	followersOf: (sourceKey: string) => string | undefined;
}

export interface Strangers {
	/** Records with a CloudSuite key, or an id of ours, of a company in the input, but of no record of it. */
	keyed: Finding[];
	/** Records that nothing of the input matches, and that carry no key. */
	unkeyed: Finding[];
}

/**
 * What only Chargebee has. Records of companies that are not in the input are none of this run; those that were archived
 * are out of use already.
 */
export function findStrangers(compared: Compared): Strangers {
	const { spec, plans, rows } = compared;
	const inputs = readInputs(plans);
	const byKey = new Map<string, Found[]>();
	const keyed: Finding[] = [];
	const unkeyed: Finding[] = [];
	for (const row of rows.filter(({ deleted, archived }) => !deleted && !archived)) {
		const { id, reference } = row;
		const scope = reference === undefined ? undefined : scopeOf(reference);
		if (reference !== undefined && scope !== undefined) {
			const isStranger = inputs.scopes.has(scope) && !inputs.keys.has(reference);
			// of several with one key a person chose one; the others still carry it
			if (isStranger || inputs.decided.has(reference))
				byKey.set(reference, [...(byKey.get(reference) ?? []), row]);
		} else if (!inputs.knows(row)) {
			const name = spec.label;
			if (inputs.gives(id))
				keyed.push(strangerFinding(spec, row, say('only_in_chargebee_by_id', { name, id })));
			else unkeyed.push(strangerFinding(spec, row, say('only_in_chargebee_unkeyed', { name, id })));
		}
	}
	const ofKeys = [...byKey].flatMap(([key, found]) =>
		ofOneKey(compared, key, found, inputs.keys.has(key)),
	);
	return { keyed: [...ofKeys, ...keyed], unkeyed };
}

/** How many records carry a key of CloudSuite, whichever company it is of. */
export function countKeyed(rows: readonly Found[]): number {
	return rows.filter(({ deleted, reference }) => !deleted && scopeOf(reference ?? '') !== undefined)
		.length;
}

/** Several that carry one key are a duplicate, unless all but one followed a used one. */
function ofOneKey(
	{ spec, followersOf }: Compared,
	sourceKey: string,
	rows: readonly Found[],
	inInput: boolean,
): Finding[] {
	const { label: name, plural: records } = spec;
	const followers = followersOf(sourceKey);
	const first = rows.filter(({ id }) => followers === undefined || !id.startsWith(followers));
	const [one] = first;
	if (one && first.length > 1) {
		const ids = first.map(({ id }) => id).join(', ');
		return [
			strangerFinding(spec, one, {
				...saying(say('key_carried_twice', { count: first.length, records, sourceKey, ids })),
				finding: 'duplicate',
				chargebeeId: null,
				candidates: first.map((found) => candidateFacts(found, spec.telling)),
			}),
		];
	}
	if (inInput) return [];
	return rows.map((row) =>
		strangerFinding(spec, row, say('only_in_chargebee', { name, id: row.id, sourceKey })),
	);
}

function readInputs(plans: readonly Plan[]) {
	const keys = new Set(plans.map(({ wanted }) => wanted.sourceKey));
	const parts = [...keys].map(parseSourceKey).filter((one) => one !== undefined);
	const ids = new Set(
		plans.flatMap(({ wanted, target, candidates }) => [
			wanted.id,
			wanted.successorId,
			target?.id,
			...candidates.map(({ id }) => id),
		]),
	);
	const isDecided = ({ wanted, target }: Plan) => wanted.review?.kind === 'link' && target;
	const followers = plans.map(({ wanted }) => wanted.followers);
	const beginnings = [...new Set(parts.map(idsBeginning))];
	const gives = (id: string) => beginnings.some((beginning) => id.startsWith(beginning));
	return {
		keys,
		decided: new Set(plans.filter(isDecided).map(({ wanted }) => wanted.sourceKey)),
		scopes: new Set([...keys].map(scopeOf)),
		/** Whether the sync gives such ids to records of these companies. */
		gives,
		/** Whether it is a record of the input, or one that matches it. */
		knows: ({ id }: Found) =>
			ids.has(id) ||
			(gives(id) && followers.some((start) => start !== undefined && id.startsWith(start))),
	};
}

/** The company a key is of, in its product and tenant; `undefined` when it is no key. */
function scopeOf(sourceKey: string): string | undefined {
	const parts = parseSourceKey(sourceKey);
	return parts && JSON.stringify([parts.product, parts.tenant, parts.company]);
}
