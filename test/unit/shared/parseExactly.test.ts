import fc from 'fast-check';
import { parseExactly } from '../../../nodes/shared/json';

describe('JSON read exactly', () => {
	it.each([
		['{"id":9007199254740993}', { id: '9007199254740993' }],
		['[-9007199254740993]', ['-9007199254740993']],
		['{"id":9007199254740991}', { id: 9007199254740991 }],
		[
			'{"text":"9007199254740993, \\"9007199254740993\\""}',
			{ text: '9007199254740993, "9007199254740993"' },
		],
		['{"price":0.1234567890123456789}', { price: '0.1234567890123456789' }],
		['{"price":123456789012345.67}', { price: 123456789012345.67 }],
		['{"price":42.07000000000001}', { price: 42.07000000000001 }],
		['{"price":123456789012345678.9}', { price: '123456789012345678.9' }],
		['{"id":12345678.100000000000}', { id: 12345678.1 }],
		['{"cut":9007199254740993', undefined],
	])('%s', (text, value) => {
		expect(parseExactly(text)).toEqual(value);
	});

	it('is what JSON.parse gives where a double holds every number', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value, (_key, member: unknown) =>
					typeof member === 'number' && !Number.isSafeInteger(member) ? 0.5 : member,
				);
				expect(parseExactly(text)).toEqual(JSON.parse(text));
			}),
		);
	});
});
