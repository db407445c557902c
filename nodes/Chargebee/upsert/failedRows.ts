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
	const { message, description } = error as { message?: unknown; description?: unknown };
	const reason =
		typeof message === 'string' ? message : 'The run ended before this record was looked at.';
	const actionToTake = typeof description === 'string' ? description : 'Run again.';
	return inputs.map(({ wanted }) =>
		toRow(
			{
				wanted,
				situation: null,
				action: 'skip',
				matchedBy: null,
				changes: [],
				candidates: [],
				code: 'run_failed',
				reason,
				actionToTake,
			},
			{
				...NOTHING_WRITTEN,
				changes: [],
				outcome: 'failed',
				code: 'run_failed',
				reason,
				actionToTake,
			},
			{ ...facts, telling: [] },
		),
	);
}
