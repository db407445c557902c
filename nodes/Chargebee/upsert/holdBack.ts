import type { Plan } from './plan';
import { explainCircle, explainFailedParent } from './reasons';
import type { ResourceSpec, Wanted } from './types';

/**
 * A child waits when its parent is not going to be written: on its own account, or because it waits itself.
 * Records that are, over their parents, their own parent are in conflict. Every plan is looked at once.
 */
export function holdBackChildren(
	spec: ResourceSpec,
	plans: Map<number, Plan>,
	inRun: ReadonlyMap<string, Wanted>,
): void {
	const parentOf = ({ wanted: { parent } }: Plan): Plan | undefined =>
		plans.get(inRun.get(parent?.sourceKey ?? '')?.index ?? -1);
	const settled = new Set<number>();
	const settle = (plan: Plan) => {
		settled.add(plan.wanted.index);
		plans.set(plan.wanted.index, plan);
	};
	for (const start of [...plans.values()]) {
		const line = new Map<number, Plan>();
		let above: Plan | undefined = start;
		while (above && !settled.has(above.wanted.index) && !line.has(above.wanted.index)) {
			line.set(above.wanted.index, above);
			above = parentOf(above);
		}
		const upwards = [...line.values()];
		const circle = above
			? upwards.findIndex(({ wanted }) => wanted.index === above.wanted.index)
			: -1;
		const outside = circle < 0 ? upwards : upwards.slice(0, circle);
		if (circle >= 0) for (const plan of upwards.slice(circle)) settle(inCircle(spec, plan));
		for (const plan of outside.reverse()) settle(below(spec, plan, parentOf(plan)));
	}
}

function below(spec: ResourceSpec, plan: Plan, parent: Plan | undefined): Plan {
	if (!parent || isRefused(plan) || stands(parent)) return plan;
	const why = parent.reason || 'Nothing stands in Chargebee for it.';
	return {
		...plan,
		action: 'wait',
		changes: [],
		...explainFailedParent(spec, parent.wanted.sourceKey, plan.wanted, why),
	};
}

function inCircle(spec: ResourceSpec, plan: Plan): Plan {
	return plan.action === 'invalid'
		? plan
		: { ...plan, action: 'conflict', changes: [], ...explainCircle(spec, plan.wanted) };
}

function isRefused({ action }: Plan): boolean {
	return action === 'invalid' || action === 'conflict';
}

/** Whether the record will stand in Chargebee once its plan is carried out. */
function stands(plan: Plan): boolean {
	return plan.action === 'skip'
		? plan.target !== undefined
		: plan.action !== 'wait' && !isRefused(plan);
}
