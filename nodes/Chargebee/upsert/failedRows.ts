import { toRow } from './row';
import type { OutcomeRow } from './row';
import { NOTHING_WRITTEN } from './result';
import type { Input } from './runUpsert';

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
	return inputs.map(({ wanted }) => ({
		...toRow(
			{
				wanted,
				situation: 'absent',
				action: 'skip',
				matchedBy: null,
				changes: [],
				candidates: [],
				reason,
				actionToTake,
			},
			{ ...NOTHING_WRITTEN, changes: [], outcome: 'failed', reason, actionToTake },
			{ ...facts, telling: [] },
		),
		situation: null,
	}));
}
