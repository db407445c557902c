import { sleep } from 'n8n-workflow';

/** Time as the nodes see it. Policies take times as arguments; only the thin shells hold a clock. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `ms` milliseconds. Not cancellable: wait through `pause`, which slices. */
	sleep(ms: number): Promise<void>;
}

/** The machine's own time; one object, so that a test can put another time in its place. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms) => await sleep(ms),
};
