/** Digits after the decimal point, i.e. the minor unit's power of ten. */
export type CurrencyExponent = 0 | 2 | 3 | 4;

/**
 * The currencies whose minor unit is not a hundredth, by their number of decimals, from list one of ISO 4217.
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const EXPONENTS: ReadonlyMap<string, CurrencyExponent> = new Map(
	(
		[
			[0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
			[3, 'BHD IQD JOD KWD LYD OMR TND'],
			[4, 'CLF UYW'],
		] as const
	).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, exponent] as const)),
);

/** How many decimals amounts in a currency have; two, unless ISO 4217 says otherwise. */
export function currencyExponent(code: string): CurrencyExponent {
	return EXPONENTS.get(code.trim().toUpperCase()) ?? 2;
}
