import fc from 'fast-check';
import {
	itemIdOf,
	itemKeyOf,
	standardItemKey,
} from '../../../nodes/CloudSuite/products/ln/itemKey';

describe('an LN item key', () => {
	it.each([
		['         AX-2040', 'AX-2040'],
		['PRJ000007AX-2040', 'PRJ000007/AX-2040'],
		['PRJ      AX', 'PRJ/AX'],
		['AX-2040', 'AX-2040'],
		['         AX 20 ', 'AX 20'],
	])('%j is written %j', (key, id) => {
		expect(itemIdOf(key)).toBe(id);
	});

	it.each(['ABCDEFGHIJKL/12', 'M10 /50', '/12', 'A/'])(
		'of a standard item keeps the code %j as it is',
		(code) => {
			expect(itemIdOf(standardItemKey(code))).toBe(code);
		},
	);

	it('is found again by what it is written as: project and code never mix', () => {
		const code = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);
		const project = fc.stringMatching(/^[A-Z0-9]{0,9}$/);
		fc.assert(
			fc.property(project, code, (of, item) => {
				const key = `${of.padEnd(9)}${item}`;
				expect(itemKeyOf(itemIdOf(key))).toBe(key);
			}),
		);
	});
});
