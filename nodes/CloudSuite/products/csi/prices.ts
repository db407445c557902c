import { textOf } from '../values';
import type { CsiRow } from './answer';
import { dayOf } from './dates';

/** The price of an item that is in force. */
export interface CurrentPrice {
	/** As CSI has it. */
	currency: string | null;
	/** Plain decimal text. */
	price: string;
	row: CsiRow;
	/** Whether the item has prices in further currencies. */
	isOneOfSeveral: boolean;
}

/**
 * Of the prices of one item: in each currency the newest one that is in force today, and of these the one in the currency
 * wanted, or in the first by name. One without a first day has always been in force.
 * @param today `YYYYMMDD`
 */
export function currentPrice(
	rows: readonly CsiRow[],
	today: string,
	currency: string,
): CurrentPrice | undefined {
	const newest = new Map<string, CsiRow>();
	for (const row of rows) {
		const of = textOf(row.CurrCode) ?? '';
		const before = newest.get(of);
		const isInForce = firstDay(row) <= today && decimalOf(row.UnitPrice1) !== null;
		if (isInForce && (!before || firstDay(row) > firstDay(before))) newest.set(of, row);
	}
	const [of] =
		currency === ''
			? [...newest.keys()].sort()
			: [...newest.keys()].filter((one) => one === currency);
	const row = of === undefined ? undefined : newest.get(of);
	const price = decimalOf(row?.UnitPrice1);
	if (of === undefined || !row || price === null) return undefined;
	return { currency: of || null, price, row, isOneOfSeveral: newest.size > 1 };
}

/** Rows of prices by item, as CSI has its number but for blanks around it. */
export function byItem(rows: readonly CsiRow[]): Map<string, CsiRow[]> {
	const lists = new Map<string, CsiRow[]>();
	for (const row of rows) {
		const item = textOf(row.Item) ?? '';
		const list = lists.get(item) ?? [];
		lists.set(item, list);
		list.push(row);
	}
	return lists;
}

/** A number of CSI, which comes with eight decimals, as plain decimal text; nothing for what is no number. */
export function decimalOf(value: unknown): string | null {
	const [, sign = '', whole = '', decimals = ''] =
		/^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(textOf(value) ?? '') ?? [];
	if (!/\d/.test(textOf(value) ?? '') || (whole === '' && decimals === '' && !isZero(value)))
		return null;
	const text = `${whole || '0'}${decimals === '' ? '' : `.${decimals}`}`;
	return text === '0' ? '0' : `${sign}${text}`;
}

function isZero(value: unknown): boolean {
	return /^-?[0.]+$/.test(textOf(value) ?? '');
}

function firstDay(row: CsiRow): string {
	return dayOf(row.EffectDate) ?? '';
}
