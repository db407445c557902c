import { asText } from '../../shared/text';

/** A text column, trimmed; `null` for blank, missing or null: the products' form of "no value" is not documented. */
export function textOf(value: unknown): string | null {
	// NUL and other control characters come from old imports and are refused by Chargebee
	const text = asText(value)
		.replace(/\p{Cc}/gu, ' ')
		.trim();
	return text === '' ? null : text;
}

export function numberOf(value: unknown): number | null {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Yes/No columns are enums; a missing column says nothing. */
export function isNo(value: unknown): boolean {
	return value === 'No';
}

/** Milliseconds of a date column; `undefined` for empty, which may come as null, blank, `0`, or the first day of some era. */
export function timeOf(value: unknown): number | undefined {
	const text = asText(value);
	// Date.parse reads a bare "0" as the year 2000
	const time = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) || time <= 0 ? undefined : time;
}

/** ISO 8601 UTC, or `null` for no date. */
export function isoOf(time: number | undefined): string | null {
	return time === undefined ? null : new Date(time).toISOString();
}

/** A number as plain decimal text, at most ten decimals: prices are kept with fewer, and a double adds noise behind them. */
export function decimalText(value: number): string {
	const text = value.toFixed(10);
	return text.replace(/\.?0+$/, '');
}
