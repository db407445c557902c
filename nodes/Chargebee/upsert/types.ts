import type { IDataObject } from 'n8n-workflow';
import type { FieldSet } from '../fields/field';
import type { FormObject } from '../transport/form';
import type { Problem, Value, Values } from './values';

/** What the lookup found for an input record. */
export type Situation =
	'confirmed' | 'found' | 'claimed' | 'ambiguous' | 'absent' | 'gone' | 'twin' | 'invalid';

/** What is to be done about it. */
export type Action = 'create' | 'update' | 'link' | 'skip' | 'wait' | 'conflict' | 'invalid';

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
	'skipped',
	'conflict',
	'invalid',
	'rejected',
	'failed',
]);

/** Outcomes that somebody wants so: such records need nobody, although nothing was written. */
export const LEFT_OUT: ReadonlySet<string | null> = new Set([
	'create_not_wanted',
	'ignored_by_decision',
]);

/** What a person decided about a record after a review. */
export type Review = { kind: 'link'; id: string } | { kind: 'create' } | { kind: 'ignore' };

/** The record another one hangs on, e.g. the item of a price. */
export interface Parent {
	/** Its CloudSuite key, or else its Chargebee id. */
	sourceKey?: string;
	id?: string;
}

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
	/** The id it gets instead, when a used record has to be followed by a new one. */
	successorId?: string;
	/** How the ids of all that ever followed it begin: they carry the same key, and are no rivals. */
	followers?: string;
	/** The name it has then, where names are unique. */
	successorName?: string;
	values: Values;
	/** Values of a new record where none was mapped; an existing one is left as it is. */
	defaults?: Values;
	parent?: Parent;
	/** Inactive in CloudSuite: nothing is created only to be put aside. */
	inactive?: boolean;
	/** What a person decided about it; it stands for the match keys. */
	review?: Review;
}

/** A Chargebee record as the engine sees it. */
export interface Found {
	id: string;
	deleted: boolean;
	archived?: boolean;
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

/** Where the CloudSuite key is kept on a resource. */
export interface ReferencePlace {
	/** `meta_data` of customers, `metadata` of items and prices; families and contacts have none. */
	metadata?: 'meta_data' | 'metadata';
	/** The custom field for records with these values, if the site has one. */
	customField: (values: Values) => string | undefined;
}

/** All the engine has to know about a Chargebee resource. */
export interface ResourceSpec {
	/** e.g. `item_price`: also the member Chargebee wraps a record in. */
	name: string;
	/** e.g. `item price` */
	label: string;
	/** e.g. `item prices` */
	plural: string;
	/** e.g. `/item_prices` */
	path: string;
	fields: FieldSet;
	reference: ReferencePlace;
	/** Ids of deleted records may be used again, so a deleted one is as good as none. */
	reusesIds: boolean;
	/** Chargebee takes each name once. */
	uniqueNames: boolean;
	/** Parameters of every list, and those that make the whole list come in an order in which nothing is missed. */
	listQuery: FormObject;
	sweepQuery: FormObject;
	/** The field that holds the parent's id. */
	parentField?: string;
	read: (record: IDataObject) => Found;
	/** The comparable form of a value: equal forms are the same value, whatever the spelling. */
	normalise: (field: string, value: unknown) => string;
	/** What has to be there before Chargebee takes a new record. */
	missing: (values: Values) => Problem[];
	create: (wanted: Wanted) => WriteCall;
	/** The calls that bring `found` to the wanted state, fewest first; only for fields in `changes`. */
	update: (found: Found, wanted: Wanted, changes: readonly Change[]) => WriteCall[];
	/** The fields that tell candidates apart, for conflict messages. */
	telling: readonly string[];
	/** Set for records that live inside another one, e.g. contacts of a customer. */
	inside?: InsideParent;
}

/** A record inside its parent: its engine id is `{parent id}/{own id}`, and reading the parent reads it. */
export interface InsideParent {
	/** The member of an answer that holds the parent, e.g. `customer`. */
	wrapper: string;
	/** The records in a parent, as the API shows them, each with the engine's id. */
	recordsIn: (parent: IDataObject) => IDataObject[];
}

/** What the user wants done in each situation. */
export interface Policies {
	whenAbsent: 'create' | 'skip';
	whenFound: 'link' | 'conflict';
	whenConfirmed: 'update' | 'leave';
	whenGone: 'conflict' | 'restore';
	/** Fields Chargebee no longer lets change on a record in use. */
	whenFrozen: 'conflict' | 'successor' | 'try';
	/** Fields that are written only while they are empty in Chargebee. */
	onlyIfEmpty: ReadonlySet<string>;
}

export const DEFAULT_POLICIES: Policies = {
	whenAbsent: 'create',
	whenFound: 'link',
	whenConfirmed: 'update',
	whenGone: 'conflict',
	whenFrozen: 'conflict',
	onlyIfEmpty: new Set(),
};

export type { Value, Values };
