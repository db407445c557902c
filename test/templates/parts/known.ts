import { item } from '../nodes';
import type { NodeSpec } from '../workflow';
import { ACCEPTED } from './words';

/** Rows of the ledger in the form records are joined with: by key, and for the log by flow and key. */
export const whatIsKnown = (): NodeSpec =>
	item(
		`{ key: $json.source_key ?? '', ledgerKey: ($json.flow ?? '') + ' ' + ($json.source_key ?? ''), known: $json }`,
	);

/** Records that are new, changed or not accepted; parked ones wait until they change. */
export const IS_DUE = `Boolean($json.key) && (!$json.known || $json.known.source_hash !== $json.sourceHash || (!${ACCEPTED}.includes($json.known.outcome) && String($json.known.parked) !== 'true'))`;
