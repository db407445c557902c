/** A row of a table, by column without the table's prefix. All values are texts, without padding. */
export type M3TableRow = Record<string, string>;

/** What one company has. */
export interface M3Company {
	/** TX40 */
	name: string;
	/** OCUSMA */
	customers: M3TableRow[];
	/** MITMAS */
	items: M3TableRow[];
	/** OPRICH, the price lists. */
	priceLists: M3TableRow[];
	/** OPRBAS, their prices. */
	basePrices: M3TableRow[];
}

/** What M3 does where its documents are silent, or where tenants differ. */
export interface M3Behaviour {
	/** `wasTerminated` as a boolean, or as its text: seen in a dump of a real tenant. */
	wasTerminated: 'boolean' | 'text';
	/** HTTP status of what is refused. https://github.com/infor-cloud/m3-h5-sdk: both are met */
	errorStatus: 200 | 400;
	/** The most rows of one call, whatever is asked for. */
	mostRows: number;
	/** Options in the path, in the query, or both. */
	optionStyles: Array<'matrix' | 'query'>;
	/** The length EXPORTMI cuts rows at: 984 in one release. */
	replyLength: number;
	/** Whether the row of names counts as one of the rows asked for. */
	headerCounts: boolean;
	/** Whether EXPORTMI gives the row of names when asked to. */
	givesHeader: boolean;
	/** `count(*)` is understood. */
	counts: boolean;
	/** Programs the service account may not run. */
	refused: string[];
	/** Columns of tables that this release does not have, e.g. `OKCCUS`. */
	missingColumns: string[];
	/** The most transactions of a bulk call that are answered. */
	mostTransactions: number;
	/** The order EXPORTMI gives rows in. */
	order: 'key' | 'entry';
	/** Rows begin at the start key, or behind it; or it is passed over. */
	startKey: 'including' | 'excluding' | 'ignored';
}

/** All a tenant's M3 holds; may be changed at any time. */
export interface M3Data {
	companies: Record<string, M3Company>;
	behaviour: M3Behaviour;
}

export const M3_BEHAVIOUR: M3Behaviour = {
	wasTerminated: 'boolean',
	errorStatus: 400,
	mostRows: 10_000,
	optionStyles: ['matrix', 'query'],
	replyLength: 984,
	headerCounts: false,
	givesHeader: true,
	counts: true,
	refused: [],
	missingColumns: [],
	mostTransactions: 100,
	order: 'key',
	startKey: 'including',
};
