import fc from 'fast-check';
import { placeBehind, readPlace } from '../../../nodes/CloudSuite/resources/slicePlace';

const COMPANIES = ['1300', '1400'];

describe('the place of a slice', () => {
	it('is the front of the first company when nothing is given', () => {
		expect(readPlace('', COMPANIES)).toEqual({ company: '1300' });
		expect(readPlace(' ', COMPANIES)).toEqual({ company: '1300' });
	});

	it('behind a slice is read as what it was, whatever the key holds', () => {
		fc.assert(
			fc.property(fc.constantFrom(...COMPANIES), fc.string(), (company, next) => {
				const behind = placeBehind({ company }, next, COMPANIES);
				expect(readPlace(behind ?? '', COMPANIES)).toEqual({ company, after: next });
			}),
		);
	});

	it('behind the last slice of a company is the front of the next, and none behind the last', () => {
		const behind = placeBehind({ company: '1300', after: 'C1' }, null, COMPANIES);
		expect(readPlace(behind ?? '', COMPANIES)).toEqual({ company: '1400' });
		expect(placeBehind({ company: '1400' }, null, COMPANIES)).toBeNull();
	});

	it.each(['C1', '{}', '["1500","C1"]', '[7]', '["1300",7]', '[]'])('is not %s', (text) => {
		expect(readPlace(text, COMPANIES)).toBeUndefined();
	});
});
