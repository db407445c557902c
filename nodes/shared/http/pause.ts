import type { Clock } from './clock';

/** n8n's own sleep can't be cancelled, so a wait is cut into slices: a cancelled execution stops within one. */
export const SLICE_MS = 250;

/** Waits `ms` on the clock; ends early, with `false`, as soon as the execution is cancelled. */
export async function pause(ms: number, clock: Clock, signal?: AbortSignal): Promise<boolean> {
	let left = ms;
	while (left > 0) {
		if (signal?.aborted) return false;
		const slice = Math.min(left, SLICE_MS);
		await clock.sleep(slice);
		left -= slice;
	}
	return !signal?.aborted;
}
