import type { IDataObject } from 'n8n-workflow';
import type { Input, Preparation } from '../upsert/prepare';
import { prepare } from '../upsert/prepare';
import type { Found } from '../upsert/types';
import type { Finding } from './finding';
import { findingOf } from './finding';
import { readSite } from './readSite';
import type { Compared } from './strangers';
import { countKeyed, findStrangers } from './strangers';

export interface Reconciled {
	/** Of the input records, in their order; then of what only Chargebee has. */
	findings: Array<{ finding: Finding; item?: number }>;
	/** Of the records that carry no key and match nothing. */
	unkeyed: Finding[];
	inChargebee: number;
	warnings: string[];
}

/** Both sides whole: what is in the input, planned as Create or Update would, and what only Chargebee has. Writes nothing. */
export async function reconcile(
	run: Preparation & Pick<Compared, 'followersOf'>,
	inputs: readonly Input[],
	jsons: readonly IDataObject[],
	/** Throws when comparing makes no sense. */
	guard: (keyedInChargebee: number) => void,
): Promise<Reconciled> {
	const { client, node, spec, parentSpec } = run;
	const own = await readSite(client, node, spec);
	guard(countKeyed(own));
	const parents =
		parentSpec && parentSpec.name !== spec.name && inputs.some(({ wanted }) => wanted.parent)
			? await readSite(client, node, parentSpec)
			: own;
	const { plans, warnings } = await prepare({ ...run, site: { own, parents } }, inputs);
	const ordered = inputs
		.map(({ wanted }) => plans.get(wanted.index))
		.filter((plan) => plan !== undefined);
	const strangers = findStrangers({
		spec,
		plans: ordered,
		rows: own,
		followersOf: run.followersOf,
	});
	return {
		findings: [
			...ordered.map((plan) => ({
				finding: findingOf(spec, plan, jsons[plan.wanted.index] ?? {}),
				item: plan.wanted.index,
			})),
			...strangers.keyed.map((finding) => ({ finding })),
		],
		unkeyed: strangers.unkeyed,
		inChargebee: living(own).length,
		warnings,
	};
}

function living(rows: readonly Found[]): Found[] {
	return rows.filter(({ deleted }) => !deleted);
}
