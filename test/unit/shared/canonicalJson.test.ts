import fc from 'fast-check';
import { canonicalJson, fingerprint } from '../../../nodes/shared/canonicalJson';

function shuffled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shuffled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, member]) => [key, shuffled(member)]),
	);
}

describe('canonical JSON', () => {
	it('does not depend on the order of keys', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
			}),
		);
	});

	it('is JSON of the same value', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});

	it('leaves undefined members out, so that absent and undefined are the same', () => {
		expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
	});

	it('tells null from absent', () => {
		expect(fingerprint({ a: null })).not.toBe(fingerprint({}));
	});
});
