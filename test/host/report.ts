import type { Execution } from './n8nClient';

/** Counts of a run by outcome, from the audit's rows of it. */
export function countOutcomes(
	rows: ReadonlyArray<Record<string, unknown>>,
): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { outcome } of rows) {
		const name = typeof outcome === 'string' ? outcome : 'unknown';
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

/** What the nodes said about their run. */
export function hintsOf(execution: Execution): string[] {
	return Object.values(execution.data?.resultData.runData ?? {})
		.flat()
		.flatMap(({ hints }) => hints ?? [])
		.map(({ message }) => message);
}

/** @throws Error with what went wrong, when the execution did not succeed */
export function requireSuccess(execution: Execution): void {
	if (execution.status === 'success') return;
	const said = execution.data?.resultData.error?.message ?? 'see the execution in n8n';
	throw new Error(`Execution ${execution.id} ended as "${execution.status}": ${said}`);
}
