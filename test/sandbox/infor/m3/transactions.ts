import type { M3Company, M3TableRow } from './data';

/** A transaction refuses; becomes an answer at the edge. */
export class M3Refused extends Error {
	constructor(
		message: string,
		readonly type: string,
		readonly field = '',
		readonly code = '',
	) {
		super(message);
	}
}

/** A transaction that reads rows of a table. */
export interface Transaction {
	rows: (company: M3Company) => M3TableRow[];
	/** Columns it tells, with their lengths. */
	outputs: Record<string, number>;
	/** Input fields that must be given. */
	needs: string[];
	/** One row by its key, or a list from a start key on. */
	kind: 'get' | 'list';
	/** The input field with the key. */
	key: string;
	/** Input fields that have to be equal. */
	filters?: string[];
	/** A list of what changed since the day in this field. */
	since?: string;
}

/** Of columns, in characters. */
export const LENGTHS = {
	...{ CONO: 3, DIVI: 3, CUNO: 10, CUNM: 36, ALCU: 10, STAT: 2, CUTP: 1, BLCD: 1, CUA1: 36 },
	...{ CUA2: 36, CUA3: 36, CUA4: 36, TOWN: 20, PONO: 10, ECAR: 2, CSCD: 3, MAIL: 50, PHNO: 16 },
	...{ PHN2: 16, YREF: 30, VRNO: 16, CORG: 11, CUCD: 3, LNCD: 2, TEPY: 3, CRLM: 15, CRL2: 15 },
	...{ CRL3: 15, CCUS: 10, RGDT: 10, LMDT: 10, ITNO: 15, ITDS: 30, FUDS: 60, UNMS: 3, SPUN: 3 },
	...{ ITGR: 8, ITTY: 3, TAXC: 3, SAPR: 18, SACD: 5, CUCS: 3, SPDT: 10, ITNE: 40, PRRF: 10 },
	...{ FVDT: 10, LVDT: 10, TX15: 15, TX40: 40, OBV1: 15, OBV2: 15, OBV3: 15 },
};

function outputs(text: string): Record<string, number> {
	return Object.fromEntries(
		text.split(' ').map((name) => [name, LENGTHS[name as keyof typeof LENGTHS]]),
	);
}

const customers = ({ customers: rows }: M3Company) =>
	rows.map((row) => ({ ...row, LNCD: row.LHCD ?? '' }));
const items = ({ items: rows }: M3Company) => rows;

const ADDRESS = 'CUA1 CUA2 CUA3 CUA4 PONO PHNO PHN2 CUTP ALCU YREF MAIL CSCD ECAR';
const ITEM = 'STAT ITNO ITDS FUDS UNMS ITGR ITTY TAXC LMDT SPUN ITNE';
const ITEM_PRICE = 'SAPR SACD CUCS SPUN LMDT SPDT';

/**
 * By program and transaction, with the output fields this project knows of. Which fields a transaction has, and which not
 * (no date of change in the list of customers, no VAT number in their basic data), is as in
 * https://github.com/GaryWayneSmith/M3H5 (at 62f027a)
 */
export const TRANSACTIONS: Record<string, Transaction> = {
	'CRS610MI/LstByNumber': {
		rows: customers,
		outputs: outputs(
			`CONO DIVI LNCD CUNO CUNM ${ADDRESS} CORG CUCD VRNO CRLM CRL2 CRL3 TEPY STAT TOWN`,
		),
		needs: [],
		kind: 'list',
		key: 'CUNO',
	},
	'CRS610MI/GetBasicData': {
		rows: customers,
		outputs: outputs(`CONO DIVI LNCD CUNO CUNM ${ADDRESS} STAT LMDT TOWN CUCD RGDT`),
		needs: ['CUNO'],
		kind: 'get',
		key: 'CUNO',
	},
	'CRS610MI/GetFinancial': {
		rows: customers,
		outputs: outputs('CONO DIVI LNCD CUNO CUNM CORG CUCD VRNO CRLM CRL2 CRL3 LMDT BLCD CCUS'),
		needs: ['CUNO'],
		kind: 'get',
		key: 'CUNO',
	},
	'CRS610MI/GetOrderInfo': {
		rows: customers,
		outputs: outputs('CONO DIVI LNCD CUNO CUNM TEPY LMDT'),
		needs: ['CUNO'],
		kind: 'get',
		key: 'CUNO',
	},
	'MMS200MI/LstItmByItm': {
		rows: items,
		outputs: outputs(ITEM),
		needs: ['ITNO'],
		kind: 'list',
		key: 'ITNO',
	},
	'MMS200MI/LstItmByChgDate': {
		rows: items,
		outputs: outputs(ITEM),
		needs: [],
		kind: 'list',
		key: 'ITNO',
		since: 'FLMD',
	},
	'MMS200MI/GetItmBasic': {
		rows: items,
		outputs: outputs(`${ITEM} RGDT`),
		needs: ['ITNO'],
		kind: 'get',
		key: 'ITNO',
	},
	'MMS200MI/LstItmPrice': {
		rows: items,
		outputs: outputs(`ITNO ITDS ${ITEM_PRICE} ITNE`),
		needs: ['ITNO'],
		kind: 'list',
		key: 'ITNO',
	},
	'MMS200MI/GetItmPrice': {
		rows: items,
		outputs: outputs(ITEM_PRICE),
		needs: ['ITNO'],
		kind: 'get',
		key: 'ITNO',
	},
	'OIS017MI/LstPriceList': {
		rows: ({ priceLists }) => priceLists,
		outputs: outputs('CONO PRRF CUCD CUNO FVDT LVDT TX15'),
		needs: [],
		kind: 'list',
		key: 'PRRF',
	},
	'OIS017MI/LstBasePrice': {
		rows: ({ basePrices }) => basePrices,
		outputs: outputs('CONO PRRF CUCD CUNO FVDT LVDT TX15 ITNO SAPR SACD SPUN OBV1 OBV2 OBV3'),
		needs: ['PRRF', 'CUCD', 'FVDT'],
		kind: 'list',
		key: 'ITNO',
		filters: ['PRRF', 'CUCD', 'FVDT'],
	},
};
