/** A record of a business class. All values are texts, as FSM sends them: https://github.com/van0219/DataConversion (at 75fe302) */
export interface FsmRecord {
	/** By field; a field of a related record has a dot in its name and is no part of `_all`. */
	fields: Record<string, string>;
	/** Milliseconds. */
	addedAt: number;
	changedAt: number;
	/** A deleted record stays for those who ask what changed. */
	deletedAt?: number;
}

export interface FsmClass {
	/** Fields of the key, in its order. */
	key: string[];
	records: FsmRecord[];
}

/** What FSM does where its documents are silent, or where tenants differ. */
export interface FsmBehaviour {
	/** Whether the service account is mapped to an actor. */
	hasDataContext: boolean;
	/** HTTP status of exceptions. */
	exceptionStatus: number;
	/** What becomes of a field nobody knows: clients have met both. */
	unknownFields: 'exception' | 'omitted';
	/** Whether empty fields are part of a record. */
	blanks: 'empty' | 'omitted';
	/** `_filter` and `_lplFilter` are passed over when not. */
	filters: boolean;
	/** `_fts` and `_tts` are passed over when not. */
	timeStamps: boolean;
	/** What FSM adds to a record of what changed. Its real name and values are not published. */
	marker: { field: string; added: string; changed: string; deleted: string } | null;
	/** The answer to `_recordCountOnly`, whose shape is not published. */
	countShape: 'list' | 'object' | 'number' | 'text' | 'ignored';
	/** The shape of the list of classes is not published either. */
	classesShape: 'links' | 'records' | 'names';
	/** How the address of the last page's next one is given. */
	end: 'blank' | 'missing';
	/** What becomes of the position a link to a next page has: it holds, is refused, or nothing is behind it. */
	positions: 'hold' | 'refused' | 'forgotten';
	/** The most rows of a page, whatever is asked for. */
	mostRows: number;
}

/** All a tenant's FSM holds; may be changed at any time. */
export interface FsmData {
	classes: Record<string, FsmClass>;
	/** Lists beside `_generic`, which every class has. */
	lists: string[];
	behaviour: FsmBehaviour;
}

export const FSM_BEHAVIOUR: FsmBehaviour = {
	hasDataContext: true,
	exceptionStatus: 200,
	unknownFields: 'exception',
	blanks: 'empty',
	filters: true,
	timeStamps: true,
	marker: { field: 'SandboxReplicationAction', added: 'A', changed: 'C', deleted: 'D' },
	countShape: 'list',
	classesShape: 'links',
	end: 'blank',
	positions: 'hold',
	mostRows: 10_000,
};
