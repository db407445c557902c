import { asText } from '../../../shared/text';
import { textOf } from '../values';
import type { M3Row } from './answer';
import { dayAt } from '../days';
import { countRows } from './exportmi';
import { keyPages } from './keyPages';
import type { M3Call, M3Session, M3Transaction } from './session';
import type { M3Options } from './settings';

/** What the lists of items and the transaction for one have in common. */
const COLUMNS = [
	...['ITNO', 'ITDS', 'FUDS', 'STAT', 'UNMS', 'SPUN', 'ITGR', 'ITTY', 'TAXC', 'LMDT'],
];
const PRICE = ['SAPR', 'SACD', 'CUCS', 'SPUN', 'SPDT'];

const BY_ITEM = { program: 'MMS200MI', transaction: 'LstItmByItm' };
const BY_DATE = { program: 'MMS200MI', transaction: 'LstItmByChgDate' };
const PRICES = { program: 'MMS200MI', transaction: 'LstItmPrice' };

/**
 * Items of MMS200MI; a price is in a transaction of its own. Fields as in https://github.com/GaryWayneSmith/M3H5
 * (at 62f027a), made from a real M3's own description of its transactions.
 */
export class ItemRows {
	constructor(
		private readonly session: M3Session,
		private readonly options: M3Options,
	) {}

	/** All items from a key on, in M3's order of keys; without their prices. */
	pages(after?: string, most = this.options.maxRecords): AsyncIterable<M3Row[]> {
		return this.list({ ...BY_ITEM, input: {}, columns: COLUMNS, most }, after);
	}

	/**
	 * What changed on the day of a moment or later, if that fits into one call: how this list is ordered is not
	 * published, so there is no way to ask for the rest.
	 */
	async changed(since: number): Promise<M3Row[] | undefined> {
		const { zone, maxRecords } = this.options;
		const rows = await this.session.rows({
			...BY_DATE,
			input: { FLMD: dayAt(since, zone) },
			columns: COLUMNS,
			most: maxRecords,
		});
		// so many M3 gives when it is not told, or does not understand, how many are wanted
		return rows.length >= maxRecords || rows.length === 100 ? undefined : rows;
	}

	/** Items with these numbers, with their prices; one that is gone is left out. */
	async byIds(ids: readonly string[]): Promise<M3Row[]> {
		const asked = ids.flatMap((id): M3Transaction[] => [
			{ transaction: 'GetItmBasic', input: { ITNO: id }, columns: COLUMNS },
			priceOf(id),
		]);
		const results = await this.session.bulk('MMS200MI', asked);
		return ids.flatMap((_id, at) => {
			const basic = this.session.oneOf(results[at * 2], {
				what: 'MMS200MI/GetItmBasic',
				key: 'ITNO',
			});
			const price = this.session.oneOf(results[at * 2 + 1], PRICE_OF_ONE);
			return basic ? [{ ...basic, ...price }] : [];
		});
	}

	/** The rows with their prices: those known already, else asked for in bulk. */
	async priced(
		rows: readonly M3Row[],
		known: ReadonlyMap<string, M3Row> = new Map(),
	): Promise<M3Row[]> {
		// an item that was made after the list of prices was read
		const missing = rows.map(keyOf).filter((key) => !known.has(key));
		const asked = missing.length > 0 ? await this.pricesOf(missing) : known;
		return rows.map((row) => ({ ...row, ...(known.get(keyOf(row)) ?? asked.get(keyOf(row))) }));
	}

	/** Prices by item number; those behind a key when one is given. */
	async allPrices(after?: string): Promise<Map<string, M3Row>> {
		const prices = new Map<string, M3Row>();
		const columns = ['ITNO', ...PRICE];
		for await (const page of this.list({ ...PRICES, input: {}, columns }, after))
			for (const { ITNO: id, ...price } of page) prices.set(textOf(id) ?? '', price);
		return prices;
	}

	/** How many items there are, if EXPORTMI may be used. */
	async count(after?: string): Promise<number | undefined> {
		if (!this.options.compareCount) return undefined;
		// item numbers are letters, digits and few other signs; with a quote the question would need one in a text
		if (after?.includes("'")) return undefined;
		const where = after === undefined ? [] : [`MMITNO > '${after}'`];
		return await countRows(this.session, { table: 'MITMAS', prefix: 'MM', where });
	}

	private async pricesOf(keys: readonly string[]): Promise<Map<string, M3Row>> {
		const results = await this.session.bulk('MMS200MI', keys.map(priceOf));
		return new Map(
			keys.map((key, at) => [key, this.session.oneOf(results[at], PRICE_OF_ONE) ?? {}]),
		);
	}

	/** A list that needs a number to begin with: the first one is not known, so it is one no item comes before. */
	private list(call: M3Call, after?: string): AsyncIterable<M3Row[]> {
		return keyPages(
			this.session.node,
			{
				what: this.session.nameOf(call),
				most: call.most ?? this.options.maxRecords,
				keyOf,
				page: async (from) =>
					await this.session.rows({ ...call, input: { ITNO: from ?? this.options.firstItem } }),
				count: async (from) => await this.count(from),
			},
			after,
		);
	}
}

const PRICE_OF_ONE = { what: 'MMS200MI/GetItmPrice', key: 'ITNO' };

function priceOf(id: string): M3Transaction {
	return { transaction: 'GetItmPrice', input: { ITNO: id }, columns: PRICE };
}

export function keyOf({ ITNO: key }: M3Row): string {
	return textOf(key) ?? asText(key);
}
