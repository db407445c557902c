import { currencyExponent } from './currencyExponent';

export type Minor = { minor: number } | { problem: string };

/**
 * An amount in minor units as decimal text, with the decimals its currency has: 1250 is `12.50` in EUR, `1250` in JPY,
 * `1.250` in KWD. Only whole numbers are amounts in minor units; a fraction is a mistake of the caller.
 */
export function toMajor(minor: number, currency: string): string {
	if (!Number.isSafeInteger(minor)) {
		throw new RangeError(`${minor} is not a whole number of minor units of ${currency}`);
	}
	const exponent = currencyExponent(currency);
	const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
	const sign = minor < 0 ? '-' : '';
	if (exponent === 0) return `${sign}${digits}`;
	return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * Decimal text as an amount in minor units, exactly: digits are moved, never multiplied, because 1.005 * 1000 is not 1005
 * for a computer. More decimals than the currency has are refused unless they are zeros: rounding is not ours to decide.
 */
export function toMinor(amount: string, currency: string): Minor {
	const text = amount.trim();
	const [, sign, whole = '', fraction = ''] =
		/^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
	if (sign === undefined) {
		return {
			problem: text
				? `"${text}" is not an amount: digits with at most one decimal point, no separators for thousands`
				: 'The amount is empty',
		};
	}
	const exponent = currencyExponent(currency);
	if (/[1-9]/.test(fraction.slice(exponent))) {
		return { problem: `"${text}" has more decimals than ${currency} has (${exponent})` };
	}
	const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
	if (!Number.isSafeInteger(minor)) return { problem: `"${text}" is too large an amount` };
	return { minor: sign === '-' && minor !== 0 ? -minor : minor };
}
