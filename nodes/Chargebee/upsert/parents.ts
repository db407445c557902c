import type { INode } from 'n8n-workflow';
import type { ChargebeeClient } from '../transport/client';
import { lookUp } from './lookup';
import { Rows } from './readRows';
import type { Found, Parent, ResourceSpec, Wanted } from './types';

export interface MissingParent {
	kind: 'missing';
	label: string;
	name: string;
	deleted?: boolean;
}

export interface ReadyParent {
	kind: 'ready';
	id: string;
	/** The parent as Chargebee has it. */
	found?: Found;
	/** What it is called, set when nothing new can be hung on it. */
	archived?: string;
	/** Set when it is itself written in this run: its input comes first. */
	inputIndex?: number;
}

/** How things are with the record another one hangs on. */
export type ParentState = MissingParent | ReadyParent;

export interface ParentLookup {
	client: ChargebeeClient;
	node: INode;
	/** Of the parents, e.g. items for prices. */
	spec: ResourceSpec;
	referenceFilter?: string;
	complete: boolean;
	/** All records of the list, where they were read already: then nothing is asked. */
	all?: readonly Found[];
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
	const take = (row: Found) => found.set(row.id, row);
	if (setup.all) setup.all.forEach(take);
	else {
		const rows = new Rows(setup.client, setup.node, setup.spec);
		const ignored = await rows.byIds(ids, take);
		if (ignored !== undefined) await rows.all(take);
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
	if (!found || found.deleted)
		return { kind: 'missing', label: spec.label, name, ...(found ? { deleted: true } : {}) };
	return {
		kind: 'ready',
		id: found.id,
		found,
		...(found.archived ? { archived: spec.label } : {}),
	};
}
