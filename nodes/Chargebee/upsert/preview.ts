import type { Plan } from './plan';
import { saying } from './reasons';
import type { Result } from './result';
import { NOTHING_WRITTEN } from './result';
import type { Action, Outcome } from './types';
import { LEFT_OUT } from './types';

const PLANNED: Record<Action, Outcome> = {
	create: 'created',
	update: 'updated',
	link: 'linked',
	skip: 'unchanged',
	wait: 'skipped',
	conflict: 'conflict',
	invalid: 'invalid',
};

/** The result a plan would have if everything goes well; nothing is sent. */
export function previewOf(plan: Plan): Result {
	const { action, changes, code, target } = plan;
	return {
		...NOTHING_WRITTEN,
		...saying(plan),
		outcome: LEFT_OUT.has(code) ? 'skipped' : PLANNED[action],
		changes,
		...(target ? { found: target } : {}),
	};
}
