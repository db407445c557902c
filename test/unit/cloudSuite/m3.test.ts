import fc from 'fast-check';
import { isAbsent, readAnswer } from '../../../nodes/CloudSuite/products/m3/answer';
import { dayAt, startOfDay } from '../../../nodes/CloudSuite/products/days';
import { dayOf, endOfDay, isoDay } from '../../../nodes/CloudSuite/products/m3/dates';
import { unitPrice } from '../../../nodes/CloudSuite/products/m3/prices';
import { readM3Options } from '../../../nodes/CloudSuite/products/m3/settings';
import type { World } from '../../../nodes/CloudSuite/products/product';

describe('the price of one unit', () => {
	it.each([
		['79.140000', '0', '79.14'],
		['79.140000', '1', '79.14'],
		['1.10', '1000', '0.0011'],
		['100', '3', '33.3333333333'],
		['200', '3', '66.6666666667'],
		['0.000000', '100', '0'],
		['-12.50', '0', '-12.5'],
		['99999999999999999.123456', '0', '99999999999999999.123456'],
		['.5', '', '0.5'],
		['0000123.40   ', '0', '123.4'],
	])('of %s for %s is %s', (price, quantity, expected) => {
		expect(unitPrice(price, quantity)).toBe(expected);
	});

	it.each(['', ' ', 'n/a', '1,5', '-', '.', undefined, null])('of %p is none', (price) => {
		expect(unitPrice(price, '1')).toBeNull();
	});

	it('is exact for powers of ten, which a double would not be', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 999_999_999 }),
				fc.integer({ min: 0, max: 4 }),
				(price, power) => {
					const one = unitPrice(String(price), String(10 ** power)) ?? '';
					const [whole = '', decimals = ''] = one.split('.');
					expect(BigInt(`${whole}${decimals.padEnd(power, '0')}`)).toBe(BigInt(price));
				},
			),
		);
	});
});

describe('a date', () => {
	it.each(['', '0', '00000000', '99999999', '20260230', '2026-01-31', 'x', undefined])(
		'%p is none',
		(text) => {
			expect(dayOf(text)).toBeUndefined();
			expect(isoDay(text, 'UTC')).toBeNull();
		},
	);

	it('begins and ends in its zone, also when the clock is changed', () => {
		const zone = 'Europe/Berlin';
		expect(isoDay('20261025', zone)).toBe('2026-10-24T22:00:00.000Z');
		expect(endOfDay('20261025', zone) - startOfDay('20261025', zone)).toBe(25 * 3_600_000 - 1);
		for (const time of [startOfDay('20261025', zone), endOfDay('20261025', zone)])
			expect(dayAt(time, zone)).toBe('20261025');
	});
});

describe('an answer', () => {
	it('as a real tenant gave it is read, with "false" as a text', () => {
		// shape: https://github.com/infor-cloud/m3-h5-sdk; wasTerminated as in a published dump of a tenant
		const body = {
			results: [{ transaction: 'LstPartnerMedia', records: [{ DIVI: '', DONR: '231' }] }],
			wasTerminated: 'false',
			nrOfSuccessfullTransactions: 1,
			nrOfFailedTransactions: 0,
		};
		expect(readAnswer(JSON.stringify(body))).toEqual({
			kind: 'results',
			results: [{ kind: 'rows', rows: [{ DIVI: '', DONR: '231' }] }],
		});
	});

	it('of a bulk call says of each transaction what came of it', () => {
		const answer = readAnswer(
			JSON.stringify({
				results: [
					{ records: [{ CUNO: 'A' }] },
					{
						errorMessage: 'B   does not exist',
						errorField: 'CUNO',
						errorType: 'ServerReturnedNOK',
					},
				],
				nrOfFailedTransactions: 1,
			}),
		);
		expect(answer).toMatchObject({
			kind: 'results',
			results: [{ kind: 'rows' }, { kind: 'refused', refusal: { message: 'B does not exist' } }],
		});
	});

	it('that is no object is unreadable, never empty', () => {
		for (const text of ['', '[]', 'null', '"x"', '<html>', '{"results":'])
			expect(readAnswer(text)).toEqual({ kind: 'unreadable', isVersion1: false });
	});

	it('says that a record is absent in words or by its key, which an unknown transaction does not', () => {
		const refusal = { message: '', code: '', field: '', type: 'ServerReturnedNOK' };
		expect(isAbsent({ ...refusal, message: 'Kund finns ej', field: 'CUNO' }, 'CUNO')).toBe(true);
		expect(isAbsent({ ...refusal, message: 'Customer does not exist' }, 'CUNO')).toBe(true);
		expect(isAbsent({ ...refusal, message: 'No authority' }, 'CUNO')).toBe(false);
		const unknown = { ...refusal, message: 'Transaction X not found', type: 'TransactionNotFound' };
		expect(isAbsent(unknown, 'CUNO')).toBe(false);
	});
});

describe('settings', () => {
	const read = (company: string, options: Record<string, unknown> = {}) =>
		readM3Options({
			node: { name: 'Test' },
			timezone: 'Europe/Rome',
			now: 0,
			parameter: (name: string, fallback: unknown) => ({ company, options })[name] ?? fallback,
		} as unknown as World);

	it('take 030 and 30 for the same company', () => {
		expect(read('030, 30,130').companies).toEqual(['30', '130']);
	});

	it('never ask for fewer rows than M3 gives anyway, which would look like the end of a list', () => {
		expect(read('1', { maxRecords: 5 }).maxRecords).toBe(100);
		expect(read('1').maxRecords).toBe(1000);
	});

	it('take the workflow’s time zone unless one is set, and price lists only if they are the source', () => {
		const priceLists = { priceList: [{ name: ' RETAIL ', validFrom: '2026-01-31' }] };
		expect(read('1', { priceLists })).toMatchObject({ zone: 'Europe/Rome', priceLists: [] });
		expect(read('1', { priceLists, priceSource: 'priceLists' }).priceLists).toEqual([
			{ name: 'RETAIL', currency: '', validFrom: '20260131' },
		]);
	});

	it('take names of columns with or without the letters of the table', () => {
		const options = { leftOut: 'OKCCUS, blcd', languageColumn: 'oklhcd' };
		expect(read('1', options)).toMatchObject({
			leftOut: ['CCUS', 'BLCD'],
			languageColumn: 'LHCD',
		});
	});
});
