import { currencyExponent } from '../../../nodes/shared/money/currencyExponent';
import { toMajor, toMinor } from '../../../nodes/shared/money/minorUnits';

describe('the number of decimals of a currency', () => {
	it.each([
		['EUR', 2],
		['USD', 2],
		['NOK', 2],
		['HUF', 2],
		['JPY', 0],
		['KRW', 0],
		['CLP', 0],
		['ISK', 0],
		['XAF', 0],
		['VND', 0],
		['KWD', 3],
		['BHD', 3],
		['TND', 3],
		['CLF', 4],
	])('of %s is %i', (code, exponent) => {
		expect(currencyExponent(code)).toBe(exponent);
	});

	it('is that of ISO 4217, which JavaScript does not always follow, for every currency with none, three or four', () => {
		const codes = (exponent: number) =>
			Array.from({ length: 26 ** 3 }, (_, n) =>
				String.fromCharCode(
					65 + Math.floor(n / 676),
					65 + (Math.floor(n / 26) % 26),
					65 + (n % 26),
				),
			).filter((code) => currencyExponent(code) === exponent);
		expect(codes(0)).toHaveLength(17);
		expect(codes(3)).toEqual(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
		expect(codes(4)).toEqual(['CLF', 'UYW']);
	});

	it('does not depend on case or blanks around the code', () => {
		expect(currencyExponent(' jpy ')).toBe(0);
	});

	it('is two for a code nobody knows, and for names every object has', () => {
		expect(['XXQ', '', 'constructor'].map(currencyExponent)).toEqual([2, 2, 2]);
	});
});

describe('an amount in minor units as decimal text', () => {
	it.each([
		[1250, 'EUR', '12.50'],
		[5, 'EUR', '0.05'],
		[0, 'EUR', '0.00'],
		[-0, 'EUR', '0.00'],
		[-5, 'EUR', '-0.05'],
		[-123456, 'USD', '-1234.56'],
		[1250, 'JPY', '1250'],
		[0, 'JPY', '0'],
		[-1, 'JPY', '-1'],
		[1250, 'KWD', '1.250'],
		[1, 'KWD', '0.001'],
		[-1, 'KWD', '-0.001'],
		[12345, 'CLF', '1.2345'],
		[Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91'],
	])('%d %s is %s', (minor, currency, text) => {
		expect(toMajor(minor, currency)).toBe(text);
	});

	it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
		'is refused for %d, which is no whole number a computer holds exactly',
		(minor) => {
			expect(() => toMajor(minor, 'EUR')).toThrow(RangeError);
		},
	);
});

describe('decimal text as an amount in minor units', () => {
	it.each([
		['12.50', 'EUR', 1250],
		['12.5', 'EUR', 1250],
		['12', 'EUR', 1200],
		['12.', 'EUR', 1200],
		['.5', 'EUR', 50],
		['+12.50', 'EUR', 1250],
		['-0.05', 'EUR', -5],
		['0', 'EUR', 0],
		['-0.00', 'EUR', 0],
		['000012.50', 'EUR', 1250],
		[' 12.50 ', 'EUR', 1250],
		['12.5000', 'EUR', 1250],
		['1250', 'JPY', 1250],
		['1250.00', 'JPY', 1250],
		['1.25', 'KWD', 1250],
		['1.005', 'KWD', 1005],
		['1.2345', 'CLF', 12345],
		// products of floats are off for these
		['1.1', 'EUR', 110],
		['4.35', 'EUR', 435],
		['1.15', 'EUR', 115],
		['8.2', 'EUR', 820],
		['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
	])('%s %s is %d', (amount, currency, minor) => {
		const result = toMinor(amount, currency);
		expect(result).toStrictEqual({ minor });
	});

	it.each([
		['12.505', 'EUR', 'more decimals than EUR has (2)'],
		['1250.5', 'JPY', 'more decimals than JPY has (0)'],
		['1.0005', 'KWD', 'more decimals than KWD has (3)'],
		['12.500000000000000001', 'EUR', 'more decimals'],
		['90071992547409.92', 'EUR', 'too large'],
		['9'.repeat(30), 'JPY', 'too large'],
		['', 'EUR', 'empty'],
		['  ', 'EUR', 'empty'],
		['.', 'EUR', 'not an amount'],
		['-', 'EUR', 'not an amount'],
		['12,50', 'EUR', 'not an amount'],
		['1,250.00', 'EUR', 'not an amount'],
		['1.250.00', 'EUR', 'not an amount'],
		['1 250', 'EUR', 'not an amount'],
		['1e3', 'EUR', 'not an amount'],
		['0x10', 'EUR', 'not an amount'],
		['€12', 'EUR', 'not an amount'],
		['Infinity', 'EUR', 'not an amount'],
		['--1', 'EUR', 'not an amount'],
		['١٢', 'EUR', 'not an amount'],
	])('%s %s is refused', (amount, currency, problem) => {
		const result = toMinor(amount, currency);
		expect('problem' in result ? result.problem : result).toContain(problem);
	});

	it.each(['EUR', 'JPY', 'KWD', 'CLF'])('gives back every amount shown in %s', (currency) => {
		const amounts = [
			...Array.from({ length: 2500 }, (_, n) => n - 1250),
			...Array.from({ length: 50 }, (_, n) => 2 ** n + 1),
			Number.MAX_SAFE_INTEGER,
			-Number.MAX_SAFE_INTEGER,
		];
		for (const minor of amounts) {
			expect(toMinor(toMajor(minor, currency), currency)).toStrictEqual({ minor });
		}
	});
});
