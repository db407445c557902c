/** A value as the Data Lake holds it. Whole numbers beyond 2^53 are bigints. */
export type LakeValue = string | number | bigint | boolean | null;

export type LakeRow = Record<string, LakeValue>;

export type Ration = 'jobs' | 'status' | 'result' | 'cancel';

/** What Compass does where its documents are silent, or where tenants differ. */
export interface CompassBehaviour {
	/** Milliseconds a query runs. */
	runMs: number;
	/** Milliseconds between the arrival of a row and the moment it can be queried. */
	lagMs: number;
	/** Whether a question for the status waits for news as long as it may. */
	longPoll: boolean;
	/** What a result comes as; `accepted`: what is asked for. */
	format: 'accepted' | 'json' | 'ndjson' | 'csv';
	/** Which pages of CSV name the columns. */
	csvHead: 'everyPage' | 'firstPage' | 'none';
	/** Whether JSON has columns that are null. */
	nulls: boolean;
	/** Whether the status tells how many rows there are, and by how many it is wrong. */
	rowCount: boolean;
	rowCountError: number;
	/** Names of columns in results; queries take them in any case. */
	columnNames: 'asPublished' | 'lower' | 'upper';
	/** Where a failed query says why; `none`: in its result only, an error table. */
	errorShape:
		'message' | 'errorMessage' | 'error' | 'statusMessage' | 'reason' | 'messages' | 'none';
	/** The answer to a statement that is not sent as text/plain. */
	wrongTypeStatus: 400 | 415;
	/** Bytes after which a page ends. */
	pageBytes: number;
	/** Whether `offset` is heeded. */
	offset: boolean;
	/** Requests per minute; what comes beyond is refused. */
	rations: Record<Ration, number>;
	/** Tables that are not published, or may not be read. */
	unpublished: string[];
}

/** Rations and sizes as https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/bca1622476381846.html has them. */
export const COMPASS_BEHAVIOUR: CompassBehaviour = {
	runMs: 2_000,
	lagMs: 0,
	longPoll: true,
	format: 'accepted',
	csvHead: 'everyPage',
	nulls: true,
	rowCount: true,
	rowCountError: 0,
	columnNames: 'asPublished',
	errorShape: 'message',
	wrongTypeStatus: 415,
	pageBytes: 10_000_000,
	offset: true,
	rations: { jobs: 100, status: 1_000, result: 10_000, cancel: 1_000 },
	unpublished: [],
};

/** The most rows of a page. */
export const MOST_ROWS = 100_000;
