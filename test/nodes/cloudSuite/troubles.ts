import type { FaultEffect } from '../../sandbox/shared/faults';
import { answer } from '../../sandbox/shared/faults';

/** What a gateway does that passes by itself. @param cutAfter bytes of an answer that come all the same */
export function passingTroubles(cutAfter: number): Array<[string, FaultEffect]> {
	return [
		['429 with Retry-After', answer(429, '', { 'retry-after': '5' })],
		['503 with HTML', answer(503, '<html>Service Unavailable</html>')],
		['504', answer(504)],
		['a reset connection', { kind: 'reset' }],
		['a lost answer', { kind: 'lostAnswer' }],
		['a cut answer', { kind: 'truncate', bytes: cutAfter }],
	];
}
