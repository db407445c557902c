import { textOf } from '../values';

/** Prices are kept with six decimals at most; so many more are more than any division by a quantity needs. */
const DECIMALS = 10;

/**
 * The price of one unit: M3 keeps a price for so many units (its sales price quantity; 0 is 1). Exact: no double in between,
 * which would add noise to a price.
 * @returns plain decimal text; nothing for what is no number
 */
export function unitPrice(price: unknown, quantity: unknown): string | null {
	const [, sign = '', whole = '', decimals = ''] =
		/^(-?)(\d*)(?:\.(\d*))?$/.exec(textOf(price) ?? '') ?? [];
	if (whole === '' && decimals === '') return null;
	const scaled = BigInt(`${whole}${decimals.padEnd(DECIMALS, '0').slice(0, DECIMALS)}`);
	const units = BigInt(/^\d+/.exec(textOf(quantity) ?? '')?.[0] ?? '0');
	const one = units > 1n ? (scaled + units / 2n) / units : scaled;
	const digits = String(one).padStart(DECIMALS + 1, '0');
	const text = `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/\.?0+$/, '');
	return one === 0n ? '0' : `${sign}${text}`;
}
