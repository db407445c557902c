import type { HistoryEntry } from '../../sandbox/shared/server';

/** A run of a workflow, and what Chargebee was asked while it went on. */
export interface Run {
	/** As audit rows name it. */
	id: string;
	calls: readonly HistoryEntry[];
}

const RESOURCES: Record<string, string> = {
	'sync-customers': 'customers',
	'reconcile-customers': 'customers',
	'retry-failed': 'customers',
	'sync-items/families': 'item_families',
	'sync-items/items': 'items',
	'sync-items/prices': 'item_prices',
};

/**
 * The records Chargebee accepted a write of, by run. A record takes one or two requests (an address goes by one of its
 * own), and is written once a run; a request that was refused, or repeated under its key, has written nothing.
 */
export function acceptedWrites(runs: readonly Run[]): string[] {
	const written = runs.flatMap(({ id, calls }) =>
		calls
			.filter(({ method, status, notes }) => method === 'POST' && status < 300 && !notes.replayed)
			.map(({ path, body }) => {
				const [, , , resource = '', inPath] = path.split('/');
				return [id, resource, inPath ?? new URLSearchParams(body).get('id')].join(' ');
			}),
	);
	return [...new Set(written)].sort();
}

/** What the audit says was written, in the same form; not made unique: a row too many is a row too many. */
export function auditedWrites(rows: ReadonlyArray<Record<string, unknown>>): string[] {
	return rows
		.filter(({ outcome }) => ['created', 'updated', 'linked'].includes(String(outcome)))
		.map(({ run_id: run, flow, chargebee_id: id }) =>
			[run, RESOURCES[String(flow)] ?? flow, id].join(' '),
		)
		.sort();
}
