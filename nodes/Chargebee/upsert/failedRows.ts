import { say } from '../errors/say';
import type { Explanation } from './reasons';
import { notMatched } from './plan';
import { saying } from './reasons';
import { toRow } from './row';
import type { OutcomeRow } from './row';
import { NOTHING_WRITTEN } from './result';
import type { Input } from './prepare';

/** One `failed` row per input, for a run that ended before anything was decided. Nothing was written. */
export function failedRows(
	inputs: readonly Input[],
	error: unknown,
	facts: { runId: string; startedAt: number; endedAt: number; preview: boolean },
): OutcomeRow[] {
	const said = whyOf(error);
	return inputs.map(({ wanted }) =>
		toRow(
			{
				...said,
				...notMatched(wanted),
				situation: null,
				action: 'skip',
			},
			{ ...NOTHING_WRITTEN, ...said, outcome: 'failed' },
			{ ...facts, telling: [] },
		),
	);
}

/** The words of the error that ended the run, where it has some. */
function whyOf(error: unknown): Explanation {
	const { message, description } = error as { message?: unknown; description?: unknown };
	const said = saying(say('run_ended_early'));
	return {
		...said,
		...(typeof message === 'string' ? { reason: message } : {}),
		...(typeof description === 'string' ? { actionToTake: description } : {}),
	};
}
