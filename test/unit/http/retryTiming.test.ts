import fc from 'fast-check';
import {
	backoffMs,
	jittered,
	RETRY_AFTER_CAP_MS,
	retryAfterMs,
} from '../../../nodes/shared/http/retryTiming';

const NOW = Date.UTC(2026, 0, 5, 8, 0, 0);

describe('Retry-After', () => {
	it.each([
		['30', 30_000],
		['0', 0],
		['1.5', 1_500],
		['Mon, 05 Jan 2026 08:00:20 GMT', 20_000],
		['Monday, 05-Jan-26 08:00:20 GMT', 20_000],
		['Mon, 05 Jan 2026 07:59:00 GMT', 0],
		['3600', RETRY_AFTER_CAP_MS],
		['Tue, 06 Jan 2026 08:00:00 GMT', RETRY_AFTER_CAP_MS],
	])('%j asks for %d ms', (header, expected) => {
		expect(retryAfterMs(header, NOW)).toBe(expected);
	});

	it.each([undefined, '', '  ', 'soon', '-5', 'NaN', '1e3'])('%j is not understood', (header) => {
		expect(retryAfterMs(header, NOW)).toBeUndefined();
	});
});

describe('backoff', () => {
	it('doubles from one second to a minute', () => {
		expect([1, 2, 3, 4, 5, 6, 7, 8].map((retry) => backoffMs(retry, 1))).toEqual([
			1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
		]);
	});

	it('is between half and all of that', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 100 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(retry, random) => {
					const full = backoffMs(retry, 1);
					expect(backoffMs(retry, random)).toBeGreaterThanOrEqual(full / 2);
					expect(backoffMs(retry, random)).toBeLessThanOrEqual(full);
				},
			),
		);
	});
});

it('a wait the server named is never shortened, and lengthened by a tenth at most', () => {
	fc.assert(
		fc.property(fc.nat(120_000), fc.double({ min: 0, max: 1, noNaN: true }), (ms, random) => {
			expect(jittered(ms, random)).toBeGreaterThanOrEqual(ms);
			expect(jittered(ms, random)).toBeLessThanOrEqual(Math.ceil(ms * 1.1));
		}),
	);
});
