import type { INode } from 'n8n-workflow';
import type { ChargebeeClient } from '../transport/client';
import { lookUp } from './lookup';
import type { Explanation } from './reasons';
import { Rows } from './readRows';
import type { Found, Parent, ResourceSpec, Wanted } from './types';

/** How things are with the record another one hangs on. */
export type ParentState =
	| { kind: 'missing'; why: Explanation }
	| {
			kind: 'ready';
			id: string;
			/** The parent as Chargebee has it. */
			found?: Found;
			/** Set when nothing new can be hung on it. */
			archived?: Explanation;
			/** Set when it is itself written in this run: its input comes first. */
			inputIndex?: number;
	  };

export interface ParentLookup {
	client: ChargebeeClient;
	node: INode;
	/** Of the parents, e.g. items for prices. */
	spec: ResourceSpec;
	referenceFilter?: string;
	complete: boolean;
}

/** How a parent is named in maps and messages. */
export function parentName({ sourceKey, id }: Parent): string {
	return sourceKey ?? id ?? '';
}

/**
 * Reads the parents that are not part of this run: by id, or by CloudSuite key the way the upsert finds its records.
 * @returns by `parentName`; a parent that is missing is `missing`, never left out
 */
export async function readParents(
	setup: ParentLookup,
	parents: readonly Parent[],
): Promise<{ states: Map<string, ParentState>; warnings: string[] }> {
	const states = new Map<string, ParentState>();
	const distinct = [...new Map(parents.map((one) => [parentName(one), one])).values()];
	const ids = distinct.flatMap(({ sourceKey, id }) => (sourceKey === undefined && id ? [id] : []));
	const found = new Map<string, Found>();
	const rows = new Rows(setup.client, setup.node, setup.spec);
	const ignored = await rows.byIds(ids, (row) => found.set(row.id, row));
	if (ignored !== undefined) {
		for await (const { entries } of rows.pages())
			for (const row of entries.flatMap((entry) => rows.records(entry))) found.set(row.id, row);
	}
	for (const id of ids) states.set(id, stateOf(setup.spec, id, found.get(id)));

	const wanted = distinct
		.filter(({ sourceKey }) => sourceKey !== undefined)
		.map(({ sourceKey = '', id }, index): Wanted => ({
			index,
			sourceKey,
			id: id ?? '',
			values: {},
		}));
	const { decided, warnings } =
		wanted.length > 0
			? await lookUp({ ...setup, keys: [] }, wanted)
			: { decided: [], warnings: [] };
	for (const { wanted: one, decision } of decided) {
		const [only] = decision.candidates;
		const usable = decision.situation === 'confirmed' || decision.situation === 'gone';
		states.set(one.sourceKey, stateOf(setup.spec, one.sourceKey, usable ? only : undefined));
	}
	return { states, warnings };
}

function stateOf(spec: ResourceSpec, name: string, found: Found | undefined): ParentState {
	if (!found) return { kind: 'missing', why: explainMissing(spec, name) };
	if (found.deleted) return { kind: 'missing', why: explainDeleted(spec, name) };
	return {
		kind: 'ready',
		id: found.id,
		found,
		...(found.archived ? { archived: explainArchived(spec, found) } : {}),
	};
}

function explainMissing({ label, reference }: ResourceSpec, name: string): Explanation {
	// a record entered by hand keeps its id, and without a place for the key nothing says that it is the one
	const unlinked =
		reference.metadata === undefined
			? ` If it stands in Chargebee under another ID, give that ID here, or add a custom field for the CloudSuite key to each ${label}.`
			: '';
	return {
		code: 'parent_missing',
		reason: `Its ${label} ${name} is not in Chargebee: it was not written yet, or its own write failed.`,
		actionToTake: `Write the ${label} ${name} first (its own outcome says what is wrong, if something is), then run again.${unlinked}`,
	};
}

function explainDeleted({ label }: ResourceSpec, name: string): Explanation {
	return {
		code: 'parent_missing',
		reason: `Its ${label} ${name} was deleted in Chargebee.`,
		actionToTake: `Take this record out of the sync, or have the ${label} ${name} created anew ("When Deleted or Archived": "Bring Back"), then run again.`,
	};
}

function explainArchived({ label }: ResourceSpec, { id }: Found): Explanation {
	return {
		code: 'parent_archived',
		reason: `Its ${label} ${id} is archived in Chargebee, which takes nothing new for it.`,
		actionToTake: `Make the ${label} ${id} active again, or take this record out of the sync.`,
	};
}

/** Why a record waits whose parent is in the same run and did not make it. */
export function explainFailedParent(
	{ label }: ResourceSpec,
	{ sourceKey }: Wanted,
	reason: string,
): Explanation {
	return {
		code: 'parent_failed',
		reason: `Its parent ${label} ${sourceKey} was not written: ${reason}`,
		actionToTake: `Put ${sourceKey} right first; this record is written in a later run.`,
	};
}

export function explainCircle({ label }: ResourceSpec, wanted: Wanted): Explanation {
	return {
		code: 'parent_circle',
		reason: `${wanted.sourceKey} is, over its parents, its own parent ${label}.`,
		actionToTake: 'Correct the parents in CloudSuite.',
	};
}
