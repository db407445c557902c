import fc from 'fast-check';
import { keyPrefixes } from '../../../nodes/SyncLog/ledger/prefixes';

const keys = (from: number, to: number) =>
	Array.from(
		{ length: to - from + 1 },
		(_, at) => `ln:T:1300:C${String(from + at).padStart(6, '0')}`,
	);

describe('prefixes of keys', () => {
	it('are few, and find hardly more than the keys', () => {
		expect(keyPrefixes(keys(750, 1249), 12)).toEqual(
			[7, 8, 9, 10, 11, 12].map((hundred) => `ln:T:1300:C${String(hundred).padStart(4, '0')}`),
		);
	});

	it('of one key is the key, and of none nothing', () => {
		expect(keyPrefixes(['a:1', 'a:1', ''], 12)).toEqual(['a:1']);
		expect(keyPrefixes([], 12)).toEqual([]);
	});

	it('of keys that share nothing, and are too many, is everything', () => {
		expect(keyPrefixes(['a', 'b', 'c'], 2)).toEqual(['']);
	});

	it('that lie within another one are left out', () => {
		expect(keyPrefixes(['a', 'ab', 'b'], 3)).toEqual(['a', 'b']);
	});

	it('never end within a character', () => {
		for (const prefix of keyPrefixes(['😀1', '😁1', '😂1'], 2))
			expect(Buffer.from(prefix).toString()).toBe(prefix);
	});

	it('are no more than asked for, and cover every key once', () => {
		const list = fc.array(
			fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', ':', '😀') }),
			{
				minLength: 1,
			},
		);
		fc.assert(
			fc.property(list, fc.integer({ min: 1, max: 15 }), (given, atMost) => {
				const prefixes = keyPrefixes(given, atMost);
				expect(prefixes.length).toBeLessThanOrEqual(atMost);
				for (const key of given)
					expect(prefixes.filter((prefix) => key.startsWith(prefix))).toHaveLength(1);
			}),
		);
	});
});
