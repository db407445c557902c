import { WINDOW_MS } from './window';

/** How the pace answers throttling; times in milliseconds since the epoch. */
export interface Adaptation {
	/** Share of the stated limit in use, 0..1. */
	factor: number;
	/** Nothing starts before this time. */
	stoppedUntil: number;
	/** When throttling was last felt. */
	throttledAt: number;
	/** When the factor last changed: recovery is counted from here. */
	steppedAt: number;
	/** How many times throttling was felt (requests that failed together count once). */
	throttles: number;
}

export const FULL_PACE: Adaptation = {
	factor: 1,
	stoppedUntil: 0,
	throttledAt: Number.NEGATIVE_INFINITY,
	steppedAt: Number.NEGATIVE_INFINITY,
	throttles: 0,
};

const CUT = 0.7;
const RECOVERY_STEP = 0.1;
const LOWEST_FACTOR = 0.1;
/** A second 429 within this time means the stated limit is not ours alone: go slower. */
const REPEAT_WITHIN_MS = 2 * WINDOW_MS;

/**
 * After a 429 on a request that started at `startedAt`: everybody stops for `waitMs`.
 * A request that was already under way when the last stop began says nothing new, so it only can prolong the stop.
 */
export function afterThrottle(
	state: Adaptation,
	{ startedAt, now, waitMs }: { startedAt: number; now: number; waitMs: number },
): Adaptation {
	const stoppedUntil = Math.max(state.stoppedUntil, now + waitMs);
	if (startedAt <= state.throttledAt) return { ...state, stoppedUntil };
	const repeated = now - state.throttledAt <= REPEAT_WITHIN_MS;
	return {
		factor: repeated ? Math.max(LOWEST_FACTOR, state.factor * CUT) : state.factor,
		stoppedUntil,
		throttledAt: now,
		steppedAt: now,
		throttles: state.throttles + 1,
	};
}

/** Gives a step of pace back for every window without throttling. */
export function recovered(state: Adaptation, now: number): Adaptation {
	if (state.factor >= 1 || now < state.stoppedUntil) return state;
	const steps = Math.floor((now - Math.max(state.steppedAt, state.stoppedUntil)) / WINDOW_MS);
	if (steps < 1) return state;
	return { ...state, factor: Math.min(1, state.factor + steps * RECOVERY_STEP), steppedAt: now };
}
