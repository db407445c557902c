import fc from 'fast-check';
import { pauseLength, Pauses } from '../../../nodes/shared/token/pauses';

const NOW = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

describe('the pause after failures in a row', () => {
	it.each([
		['keys', [5, 10, 20, 40, 60, 60]],
		['ration', [1, 2, 4, 8, 16, 32, 60, 60]],
		['outage', [0.5, 1, 2, 4, 5, 5]],
	] as const)('with %s lasts %j minutes', (kind, minutes) => {
		const lengths = minutes.map((_minutes, n) => pauseLength(kind, n + 1) / MINUTE);
		expect(lengths).toEqual(minutes);
	});

	it('is what the server asked for when that is longer, and never more than an hour', () => {
		expect(pauseLength('ration', 1, 2 * MINUTE)).toBe(2 * MINUTE);
		expect(pauseLength('ration', 1, 1_000)).toBe(MINUTE);
		fc.assert(
			fc.property(
				fc.constantFrom('keys' as const, 'ration' as const, 'outage' as const),
				fc.integer({ min: 1, max: 2_000 }),
				fc.nat(),
				(kind, failures, asked) => {
					expect(pauseLength(kind, failures, asked)).toBeLessThanOrEqual(60 * MINUTE);
				},
			),
		);
	});

	it('allows 27 tries with wrong keys on the first day, however often runs start', () => {
		const pauses = new Pauses<string>();
		let tries = 0;
		for (let minute = 0; minute < 24 * 60; minute += 1) {
			const now = NOW + minute * MINUTE;
			if (pauses.at('a', now)) continue;
			tries += 1;
			pauses.begin('a', { kind: 'keys', reason: 'wrong' }, now);
		}
		expect(tries).toBe(27);
	});
});

describe('a pause', () => {
	const begun = () => {
		const pauses = new Pauses<string>();
		pauses.begin('a', { kind: 'keys', reason: 'wrong' }, NOW);
		return pauses;
	};

	it('holds from its begin to its end, for its own name', () => {
		const pauses = begun();
		expect(pauses.at('a', NOW)?.reason).toBe('wrong');
		expect(pauses.at('a', NOW + 5 * MINUTE - 1)).toBeDefined();
		expect(pauses.at('a', NOW + 5 * MINUTE)).toBeUndefined();
		expect(pauses.at('b', NOW)).toBeUndefined();
	});

	it('is over when it is ended, and the row with it', () => {
		const pauses = begun();
		pauses.end('a');
		expect(pauses.at('a', NOW)).toBeUndefined();
		expect(pauses.begin('a', { kind: 'keys', reason: '' }, NOW).failures).toBe(1);
	});

	it('does not last for hours because the clock was set back', () => {
		expect(begun().at('a', NOW - 60 * MINUTE)).toBeUndefined();
	});

	it('of long ago begins no row', () => {
		const pauses = begun();
		const later = NOW + 5 * MINUTE + 121 * MINUTE;
		expect(pauses.begin('a', { kind: 'keys', reason: '' }, later).failures).toBe(1);
	});
});
