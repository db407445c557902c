import { homeOf } from '../../../nodes/Chargebee/resources/customer/fields';
import { asText } from '../../../nodes/shared/text';
import type { HistoryEntry } from '../../sandbox/shared/server';
import type { Run } from './office';

type Row = Readonly<Record<string, unknown>>;

/** One accepted write: in which run, of which record, and by which of its calls. */
const write = (runId: string, id: unknown, call: string) => `${runId} ${String(id)} ${call}`;

/** Audit rows that say that something was written. */
export const saysWritten = ({ outcome, changes }: Row): boolean =>
	['created', 'updated', 'linked'].includes(String(outcome)) || changesOf(changes).length > 0;

/**
 * The writes the audit tells of. A row that says "created" stands for one call. One that tells changes stands for one call
 * for each part of the record they are in, because Chargebee takes customers in two: address and VAT number go to
 * `update_billing_info`, all else to the update. That is so for a record of which only one half was written, too: it says
 * "failed", and its changes are those that were made.
 */
export function toldWrites(audit: readonly Row[]): string[] {
	return audit.filter(saysWritten).flatMap((row) => {
		const { run_id: runId, chargebee_id: id, outcome } = row;
		return callsOf(row).map((call) =>
			write(String(runId), id, outcome === 'created' ? 'create' : call),
		);
	});
}

/**
 * The writes the sandbox took, by the run in whose time they came: runs were started one after the other. A request counts
 * when it was applied, also when its answer was lost on the way; one that was repeated and answered from memory does not.
 */
export function takenWrites(history: readonly HistoryEntry[], runs: readonly Run[]): string[] {
	return runs.flatMap(({ runId, calls: [from, until] }) =>
		history
			.slice(from, until)
			.filter(({ notes }) => idOf(notes) !== undefined && notes.replayed !== true)
			.map(({ path, notes }) => write(runId, idOf(notes), callAt(path))),
	);
}

/** Whether each write came in the time of a run. */
export function outsideOfRuns(history: readonly HistoryEntry[], runs: readonly Run[]): number {
	const within = (at: number) => runs.some(({ calls: [from, until] }) => at >= from && at < until);
	return history.filter(({ notes }, at) => idOf(notes) !== undefined && !within(at)).length;
}

function callsOf({ flow, outcome, changes }: Row): string[] {
	if (outcome === 'created' || String(flow).startsWith('sync-items')) return ['update'];
	const homes = changesOf(changes).map(({ field }) => homeOf(field));
	return [...new Set(homes)].map((home) => (home === 'billing' ? 'billing' : 'update'));
}

function callAt(path: string): string {
	// /api/v2/customers/{id}/update_billing_info
	const [, , , , id, operation] = path.split('/');
	if (id === undefined) return 'create';
	return operation === 'update_billing_info' ? 'billing' : 'update';
}

/** What a handler of the sandbox notes of a write it has applied. */
function idOf(notes: HistoryEntry['notes']): unknown {
	return notes.customerId ?? notes.recordId;
}

function changesOf(changes: unknown): Array<{ field: string }> {
	return JSON.parse(asText(changes) || '[]') as Array<{ field: string }>;
}
