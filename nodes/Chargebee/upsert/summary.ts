import type { Outcome } from './types';
import { OUTCOMES } from './types';

export interface RunTotals {
	outcomes: readonly Outcome[];
	calls: number;
	throttles: number;
	durationMs: number;
	preview: boolean;
}

/** Shown even when zero: these are what people look for. */
const ALWAYS: ReadonlySet<Outcome> = new Set([
	'created',
	'updated',
	'unchanged',
	'conflict',
	'failed',
]);

/** One sentence about a run, e.g. `142 created, 12 updated, 3,846 unchanged, 3 conflicts, 0 failed; 197 calls, 0 throttled, 78 s`. */
export function summarise({ outcomes, calls, throttles, durationMs, preview }: RunTotals): string {
	const counts = OUTCOMES.map((outcome) => ({
		outcome,
		count: outcomes.filter((one) => one === outcome).length,
	})).filter(({ outcome, count }) => count > 0 || ALWAYS.has(outcome));
	const parts = counts.map(({ outcome, count }) => `${inNumbers(count)} ${word(outcome, count)}`);
	const prefix = preview ? 'Preview, nothing written: ' : '';
	const seconds = inNumbers(Math.round(durationMs / 1000));
	return `${prefix}${parts.join(', ')}; ${inNumbers(calls)} calls, ${inNumbers(throttles)} throttled, ${seconds} s`;
}

function word(outcome: Outcome, count: number): string {
	return outcome === 'conflict' && count !== 1 ? 'conflicts' : outcome;
}

/** E.g. `3,846`. */
export function inNumbers(value: number): string {
	return value.toLocaleString('en-US');
}
