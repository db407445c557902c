import { asText } from '../../../shared/text';
import type { MasterQuery } from '../product';
import { textOf } from '../values';
import type { M3Row } from './answer';
import { dayAt } from '../days';
import type { Select } from './exportmi';
import { countRows, literal, selectMany, selectRows } from './exportmi';
import { keyPages } from './keyPages';
import type { M3Session, M3Transaction } from './session';
import type { M3Options } from './settings';
import { isPlain, isSince } from './wanted';

/** How the rows of customers are read; in both ways with the same names of columns. */
export interface CustomerRows {
	/** In M3's order of keys. */
	pages(query: MasterQuery, after?: string): AsyncIterable<M3Row[]>;
	byIds(ids: readonly string[]): Promise<M3Row[]>;
	/** Without a filter but the date; nothing when M3 does not count. */
	count(query: MasterQuery): Promise<number | undefined>;
}

/** The table behind the customers, with VAT number and date of change in one row: no transaction for customers has both. */
const COLUMNS = [
	...['CUNO', 'CUNM', 'ALCU', 'STAT', 'BLCD', 'CUA1', 'CUA2', 'CUA3', 'CUA4', 'TOWN', 'PONO'],
	...['ECAR', 'CSCD', 'MAIL', 'PHNO', 'PHN2', 'VRNO', 'CORG', 'CUCD', 'TEPY', 'CCUS'],
];

/**
 * Customers by EXPORTMI. Columns of a table are the fields of its transactions with two letters before them:
 * https://docs.infor.com/m3udi/16.x/en-us/m3beud/appfoundhs/uof1644857333894.html
 */
export function exportedCustomers(session: M3Session, options: M3Options): CustomerRows {
	const wanted = [...COLUMNS, options.languageColumn, options.creditLimitField, 'RGDT', 'LMDT'];
	const columns = wanted.filter((name) => name !== '' && !options.leftOut.includes(name));
	const table = { table: 'OCUSMA', prefix: 'OK', columns };
	const since = ({ modifiedSince: time }: MasterQuery) =>
		time === undefined ? [] : [`OKLMDT >= ${dayAt(time, options.zone)}`];
	const behind = (sign: '>' | '>=', key: string | undefined) =>
		key === undefined ? [] : [`OKCUNO ${sign} ${literal(key)}`];
	return {
		pages: (query, after) => {
			const page = async (from: string | undefined) =>
				await selectRows(
					session,
					{ ...table, where: [...since(query), ...behind('>=', from)] },
					mostFor(query, from, options),
				);
			return keyPages(
				session.node,
				{
					what: `EXPORTMI/Select of table OCUSMA, company ${session.company}`,
					most: mostFor(query, after, options),
					page,
					keyOf,
					canAsk: (key) => !key.includes("'"),
					count: async (from) =>
						await countRows(session, { ...table, where: [...since(query), ...behind('>', from)] }),
				},
				after,
			);
		},
		byIds: async (ids) => {
			const selects = ids.map((id): Select => ({ ...table, where: [`OKCUNO = ${literal(id)}`] }));
			const [only] = selects;
			if (selects.length === 1 && only) return await selectRows(session, only);
			return (await selectMany(session, selects)).flat();
		},
		count: async (query) => await countRows(session, { ...table, where: since(query) }),
	};
}

/** Of `GetBasicData`, `GetFinancial` and `GetOrderInfo`: together, what the table has. */
const BASIC = [
	...['CUNO', 'CUNM', 'ALCU', 'STAT', 'LNCD', 'CUA1', 'CUA2', 'CUA3', 'CUA4', 'TOWN', 'PONO'],
	...['ECAR', 'CSCD', 'MAIL', 'PHNO', 'PHN2', 'CUCD', 'RGDT', 'LMDT'],
];
const FINANCIAL = ['VRNO', 'CORG', 'CRLM', 'CRL2', 'CRL3', 'BLCD', 'CCUS'];
const ORDER = ['TEPY'];

/**
 * Customers by CRS610MI, for tenants that do not grant EXPORTMI: a list of keys, and three transactions for each. Fields
 * as in https://github.com/GaryWayneSmith/M3H5 (at 62f027a), made from a real M3's own description of its transactions.
 */
export function listedCustomers(session: M3Session, options: M3Options): CustomerRows {
	const details = async (ids: readonly string[]): Promise<M3Row[]> => {
		const asked = ids.flatMap((id): M3Transaction[] => {
			const input = { CUNO: id };
			return [
				{ transaction: 'GetBasicData', input, columns: BASIC },
				{ transaction: 'GetFinancial', input, columns: FINANCIAL },
				{ transaction: 'GetOrderInfo', input, columns: ORDER },
			];
		});
		const results = await session.bulk('CRS610MI', asked);
		const one = (at: number) =>
			session.oneOf(results[at], { what: `CRS610MI/${asked[at]?.transaction ?? ''}`, key: 'CUNO' });
		return ids.flatMap((_id, at) => {
			const basic = one(at * PER_CUSTOMER);
			// one that was deleted meanwhile
			const [money, order] = [one(at * PER_CUSTOMER + 1), one(at * PER_CUSTOMER + 2)];
			return basic ? [{ ...money, ...order, ...basic }] : [];
		});
	};
	async function* pages(query: MasterQuery, after?: string): AsyncGenerator<M3Row[]> {
		const most = (from: string | undefined) =>
			query.modifiedSince === undefined ? mostFor(query, from, options) : options.maxRecords;
		const list = {
			what: session.nameOf(LIST),
			keyOf,
			most: most(after),
			page: async (from: string | undefined) =>
				await session.rows({
					...LIST,
					input: { CUNO: from ?? '' },
					columns: ['CUNO'],
					most: most(from),
				}),
		};
		// of how many keys the records wanted are, is not known beforehand: a call at a time
		const isKnown = mostRows(query) === query.limit;
		const size = isKnown ? query.limit : Math.max(1, Math.floor(options.bulkSize / PER_CUSTOMER));
		for await (const page of keyPages(session.node, list, after)) {
			const keys = page.map(keyOf).slice(0, mostRows(query));
			for (let start = 0; start < keys.length; start += size) {
				const rows = await details(keys.slice(start, start + size));
				yield rows.filter((row) => isSince(row, query.modifiedSince, options.zone));
			}
		}
	}
	return { pages, byIds: details, count: async () => await Promise.resolve(undefined) };
}

/** Transactions that make one customer. */
const PER_CUSTOMER = 3;

const LIST = { program: 'CRS610MI', transaction: 'LstByNumber' };

function keyOf({ CUNO: key }: M3Row): string {
	return textOf(key) ?? asText(key);
}

/** The most rows to ask for: beside the few that are wanted the row of names, and that of the key the list begins with. */
function mostFor(query: MasterQuery, from: string | undefined, { maxRecords }: M3Options): number {
	const others = from === undefined ? 1 : 2;
	return isPlain(query) ? Math.min(maxRecords, query.limit + others) : maxRecords;
}

function mostRows(query: MasterQuery): number {
	return isPlain(query) && query.modifiedSince === undefined
		? query.limit
		: Number.POSITIVE_INFINITY;
}
