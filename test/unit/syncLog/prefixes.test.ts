import fc from 'fast-check';
import { keyPrefixes } from '../../../nodes/SyncLog/ledger/prefixes';

const keys = (from: number, to: number) =>
	Array.from(
		{ length: to - from + 1 },
		(_, at) => `ln:T:1300:C${String(from + at).padStart(6, '0')}`,
	);

/** How many rows of a table they find. */
const found = (prefixes: readonly string[], table: readonly string[]) =>
	table.filter((key) => prefixes.some((prefix) => key.startsWith(prefix))).length;

describe('prefixes of keys', () => {
	it('are few, and find hardly more than the keys', () => {
		const prefixes = keyPrefixes(keys(750, 1249), 12);
		expect(prefixes.length).toBeLessThanOrEqual(12);
		expect(found(prefixes, keys(0, 5_000))).toBeLessThanOrEqual(550);
	});

	it('find hardly more where keys of several kinds come together, as in the last slice of a company', () => {
		const others = ["D'1-63", "D'2-63", 'P1000', 'P2001', 'P3002', 'P4003', 'P5004', 'P6005'].map(
			(number) => `ln:T:1300:${number}`,
		);
		const prefixes = keyPrefixes([...keys(96_000, 99_999), ...others], 12);
		expect(prefixes.length).toBeLessThanOrEqual(12);
		expect(found(prefixes, [...keys(0, 99_999), ...others])).toBeLessThanOrEqual(4_100);
	});

	it('of one key is the key, and of none nothing', () => {
		expect(keyPrefixes(['a:1', 'a:1', ''], 12)).toEqual(['a:1']);
		expect(keyPrefixes([], 12)).toEqual([]);
	});

	it('of keys that share nothing, and are too many, is everything', () => {
		expect(keyPrefixes(['a', 'b', 'c'], 2)).toEqual(['']);
	});

	it('of keys that begin with one another are those that begin the others', () => {
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
