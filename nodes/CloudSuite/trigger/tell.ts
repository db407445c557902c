import type { IPollFunctions } from 'n8n-workflow';

/** What was told already, by node: a poll finds the same again as long as it is within the overlap. */
export const told = new Set<string>();

/** So many are remembered, that a trigger that runs for months does not fill the memory. */
const MOST_REMEMBERED = 1_000;

/** A poll has no place for a hint: it goes to the log of n8n, each once while n8n runs. */
export function tell(context: IPollFunctions, hints: readonly string[]): void {
	const { id, name } = context.getNode();
	for (const hint of new Set(hints)) {
		const known = JSON.stringify([context.getWorkflow().id, id, hint]);
		if (told.has(known)) continue;
		if (told.size >= MOST_REMEMBERED) told.clear();
		told.add(known);
		context.logger.warn(`${name}: ${hint}`);
	}
}
