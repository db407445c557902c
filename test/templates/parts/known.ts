import { item, syncLog } from '../nodes';
import type { Condition, Read } from '../storage/storage';
import type { NodeSpec } from '../workflow';
import { ACCEPTED, setting } from './words';

/** Rows of the ledger in the form records are joined with: by key, and for the log by flow and key. */
export const whatIsKnown = (): NodeSpec =>
	item(
		`{ key: $json.source_key ?? '', ledgerKey: ($json.flow ?? '') + ' ' + ($json.source_key ?? ''), known: $json }`,
	);

/** Records that are new, changed or not accepted; parked ones wait until they change. */
export const IS_DUE = `Boolean($json.key) && (!$json.known || $json.known.source_hash !== $json.sourceHash || (!${ACCEPTED}.includes($json.known.outcome) && String($json.known.parked) !== 'true'))`;

/** Rows of the flow in the settings. */
export const OF_FLOW = {
	column: 'flow',
	is: 'eq',
	value: `={{ ${setting('flow')} }}`,
} as const satisfies Condition;

/** Whether a repair passes over a row of the ledger: a person ignored it, or it was refused too often. */
export const isLeftAlone = (row: string): string =>
	`(['true', '1'].includes(String(${row}.parked)) || ${row}.outcome === 'ignored')`;

/** Rows with any other outcome than these. */
export const outcomeIsNot = (outcomes: readonly string[]): Condition[] =>
	outcomes.map((value) => ({ column: 'outcome', is: 'neq', value }));

/** The few beginnings the keys share, as items. @param keys an expression for a list */
export const keyPrefixes = (keys: string): NodeSpec =>
	syncLog(
		{ resource: 'ledger', operation: 'prefixes', ofKeys: `={{ ${keys} }}`, atMost: 12 },
		{ executeOnce: true },
	);

/** Rows by prefix: a range of texts would depend on how the database sorts them. */
export const byPrefix = (flows: Condition): Read => ({
	where: [flows, { column: 'source_key', is: 'startsWith', value: '={{ $json.prefix }}' }],
	each: true,
});
