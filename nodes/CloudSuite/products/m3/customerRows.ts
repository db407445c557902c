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
					mostFor(query, options),
				);
			return keyPages(
				session.node,
				{
					what: `EXPORTMI/Select of table OCUSMA, company ${session.company}`,
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
			const basic = one(at * 3);
			// one that was deleted meanwhile
			return basic ? [{ ...one(at * 3 + 1), ...one(at * 3 + 2), ...basic }] : [];
		});
	};
	async function* pages(query: MasterQuery, after?: string): AsyncGenerator<M3Row[]> {
		const list = {
			what: session.nameOf(LIST),
			keyOf,
			page: async (from: string | undefined) =>
				await session.rows({
					...LIST,
					input: { CUNO: from ?? '' },
					columns: ['CUNO'],
					...(query.modifiedSince === undefined ? { most: mostFor(query, options) } : {}),
				}),
		};
		for await (const page of keyPages(session.node, list, after)) {
			const rows = await details(page.map(keyOf).slice(0, mostRows(query)));
			yield rows.filter((row) => isSince(row, query.modifiedSince, options.zone));
		}
	}
	return { pages, byIds: details, count: async () => await Promise.resolve(undefined) };
}

const LIST = { program: 'CRS610MI', transaction: 'LstByNumber' };

function keyOf({ CUNO: key }: M3Row): string {
	return textOf(key) ?? asText(key);
}

/** The most rows to ask for: of a few that are wanted one more, which is the row of names. */
function mostFor(query: MasterQuery, { maxRecords }: M3Options): number {
	return isPlain(query) ? Math.min(maxRecords, query.limit + 1) : maxRecords;
}

function mostRows(query: MasterQuery): number {
	return isPlain(query) && query.modifiedSince === undefined
		? query.limit
		: Number.POSITIVE_INFINITY;
}
