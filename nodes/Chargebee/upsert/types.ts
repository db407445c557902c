import type { IDataObject } from 'n8n-workflow';
import type { FormObject } from '../transport/form';
import type { Values } from './values';

/** What the lookup found for an input record. */
export type Situation =
	'confirmed' | 'found' | 'claimed' | 'ambiguous' | 'absent' | 'gone' | 'twin' | 'invalid';

/** What is to be done about it. */
export type Action = 'create' | 'update' | 'link' | 'skip' | 'conflict' | 'invalid';

/** What happened. `invalid`: we refused to send it; `rejected`: Chargebee refused it; `failed`: neither's fault. */
export type Outcome =
	| 'created'
	| 'updated'
	| 'linked'
	| 'unchanged'
	| 'skipped'
	| 'conflict'
	| 'invalid'
	| 'rejected'
	| 'failed';

export const OUTCOMES: readonly Outcome[] = [
	'created',
	'updated',
	'linked',
	'unchanged',
	'skipped',
	'conflict',
	'invalid',
	'rejected',
	'failed',
];

/** Outcomes that need a person or another run; they go to the error output. */
export const PROBLEM_OUTCOMES: ReadonlySet<Outcome> = new Set([
	'conflict',
	'invalid',
	'rejected',
	'failed',
]);

/** One input record, checked and ready to be looked up. */
export interface Wanted {
	/** Index of the input item. */
	index: number;
	sourceKey: string;
	/** The id it gets when we create it. */
	id: string;
	/** The source record's hash, if the caller has one: passed on to the row, so that it can be logged. */
	sourceHash?: string;
	/** The Chargebee id an earlier run recorded, if the caller knows one. */
	knownId?: string;
	values: Values;
}

/** A Chargebee record as the engine sees it. */
export interface Found {
	id: string;
	deleted: boolean;
	/** The source key it carries. */
	reference?: string;
	/** `resource_version`, milliseconds. */
	version?: number;
	values: Values;
	record: IDataObject;
}

/** How a resource is found by something other than its id. */
export interface MatchKey {
	/** As shown to people and in `matchedBy`. */
	name: string;
	/** The field compared, of the record and of the mapped values. */
	field: string;
	/** The list filter that finds it, where Chargebee has one; else only a sweep of the whole list does. */
	filter?: string;
}

export interface Change {
	field: string;
	from: unknown;
	to: unknown;
}

export interface WriteCall {
	path: string;
	form: FormObject;
	/** What it does, for messages, e.g. `billing address and VAT number`. */
	what: string;
	/** It sends more than what changed, because the rest would be lost: the record must be read right before. */
	replaces?: boolean;
	/** It makes a record ours. */
	stamps?: boolean;
}

/** All the engine has to know about a Chargebee resource. */
export interface ResourceSpec {
	/** e.g. `customer`: also the member Chargebee wraps a record in. */
	name: string;
	/** e.g. `customers` */
	plural: string;
	/** e.g. `/customers` */
	path: string;
	read: (record: IDataObject, referenceField: string | undefined) => Found;
	/** The comparable form of a value: equal forms are the same value, whatever the spelling. */
	normalise: (field: string, value: unknown) => string;
	create: (wanted: Wanted, referenceField: string | undefined) => WriteCall;
	/** The calls that bring `found` to the wanted state, fewest first; only for fields in `changes`. */
	update: (found: Found, wanted: Wanted, changes: readonly Change[]) => WriteCall[];
	/** The fields that tell candidates apart, for conflict messages. */
	telling: readonly string[];
}
