import fc from 'fast-check';
import { pause, SLICE_MS } from '../../../nodes/shared/http/pause';
import { afterThrottle, FULL_PACE, recovered } from '../../../nodes/shared/pace/adaptation';
import { concurrencyFor, MOST_AT_ONCE } from '../../../nodes/shared/pace/concurrency';
import { Governor } from '../../../nodes/shared/pace/governor';
import { Slots } from '../../../nodes/shared/pace/slots';
import {
	allowedPerWindow,
	forgetOld,
	nextStart,
	WINDOW_MS,
} from '../../../nodes/shared/pace/window';
import { ManualClock } from '../../sandbox/shared/clock';

describe('the window', () => {
	it('never holds more than 95 % of the limit, whatever the arrivals', () => {
		const gaps = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 400 });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200 }), gaps, (limit, arrivals) => {
				const allowed = allowedPerWindow(limit);
				const all: number[] = [];
				let starts: number[] = [];
				let now = 0;
				for (const gap of arrivals) {
					now += gap;
					starts = forgetOld(starts, now);
					const start = nextStart(starts, allowed, now);
					starts.push(start);
					all.push(start);
				}
				const fullest = Math.max(
					...all.map(
						(start) => all.filter((other) => other >= start && other < start + WINDOW_MS).length,
					),
				);
				expect(fullest).toBeLessThanOrEqual(allowed);
			}),
			{ numRuns: 50 },
		);
	});

	it('reaches 90 % of the limit when there is enough to do', async () => {
		const clock = new ManualClock();
		const governor = new Governor(1_000, clock);
		const start = clock.now();
		let calls = 0;
		while (clock.now() < start + 5 * WINDOW_MS) {
			const permit = await governor.acquire();
			if (permit) governor.done(permit, true);
			calls += 1;
		}
		expect(calls / 5).toBeGreaterThanOrEqual(900);
	});
});

describe('a clock that is set back', () => {
	it.each([0, 1, 5])(
		'by %d hours holds nobody up, and lets nobody pass too early',
		async (hours) => {
			const clock = new ManualClock();
			const governor = new Governor(10, clock);
			const take = async () => {
				const permit = await governor.acquire();
				if (permit) governor.done(permit, true);
			};
			for (let n = 0; n < 9; n += 1) await take();
			clock.advance(-hours * 3_600_000);
			const start = clock.now();
			await take();
			expect(clock.now() - start).toBe(WINDOW_MS);
		},
	);

	it('does not prolong a stop', async () => {
		const clock = new ManualClock();
		const governor = new Governor(100, clock);
		const permit = await governor.acquire();
		if (!permit) throw new Error('no permit');
		governor.throttled(permit, 20_000);
		governor.done(permit, true);
		clock.advance(-3_600_000);
		const start = clock.now();
		await governor.acquire();
		expect(clock.now() - start).toBe(20_000);
	});
});

describe('throttling', () => {
	const at = (time: number, waitMs = 10_000) => ({ startedAt: time, now: time, waitMs });

	it('stops the site once, without slowing it down', () => {
		expect(afterThrottle(FULL_PACE, at(1_000))).toMatchObject({
			factor: 1,
			stoppedUntil: 11_000,
			throttles: 1,
		});
	});

	it('that repeats within two minutes cuts the pace to 70 %', () => {
		const once = afterThrottle(FULL_PACE, at(1_000));
		expect(afterThrottle(once, at(30_000)).factor).toBeCloseTo(0.7);
	});

	it('of requests that were under way together counts once', () => {
		const once = afterThrottle(FULL_PACE, at(1_000));
		const same = afterThrottle(once, { startedAt: 900, now: 1_050, waitMs: 20_000 });
		expect(same).toMatchObject({ factor: 1, throttles: 1, stoppedUntil: 21_050 });
	});

	it('is forgiven step by step, a window each, never before the stop is over', () => {
		let state = afterThrottle(afterThrottle(FULL_PACE, at(0)), at(20_000));
		expect(recovered(state, 30_000).factor).toBeCloseTo(0.7);
		state = recovered(state, 30_000 + WINDOW_MS);
		expect(state.factor).toBeCloseTo(0.8);
		expect(recovered(state, 30_000 + 10 * WINDOW_MS).factor).toBe(1);
	});

	it('never brings the pace to a halt', () => {
		let state = FULL_PACE;
		for (let n = 0; n < 50; n += 1) state = afterThrottle(state, at(n * 1_000));
		expect(allowedPerWindow(150, state.factor)).toBeGreaterThan(0);
	});
});

describe('concurrency', () => {
	it.each([
		[150, 300, 2],
		[1_000, 300, 5],
		[3_500, 300, 18],
		[3_500, 5_000, MOST_AT_ONCE],
	])('for %d a minute at %d ms is %d', (rate, latency, expected) => {
		expect(concurrencyFor(rate, latency)).toBe(expected);
	});
});

describe('slots', () => {
	it('are given in order of asking', async () => {
		const slots = new Slots(() => 1);
		const order: number[] = [];
		await slots.take();
		const waiting = [1, 2, 3].map(async (n) => {
			await slots.take();
			order.push(n);
			slots.release();
		});
		slots.release();
		await Promise.all(waiting);
		expect(order).toEqual([1, 2, 3]);
	});

	it('are refused at once to a cancelled execution, and not lost by it', async () => {
		const slots = new Slots(() => 1);
		const cancel = new AbortController();
		await slots.take();
		const waiting = slots.take(cancel.signal);
		cancel.abort();
		expect(await waiting).toBe(false);
		slots.release();
		expect(await slots.take()).toBe(true);
	});
});

describe('waiting', () => {
	it('is cut into slices, so that cancelling takes effect within one', async () => {
		const clock = new ManualClock();
		const cancel = new AbortController();
		const start = clock.now();
		const slept: number[] = [];
		const sleep = (ms: number) => {
			slept.push(ms);
			if (slept.length === 3) cancel.abort();
			return clock.sleep(ms);
		};
		expect(await pause(60_000, { now: () => clock.now(), sleep }, cancel.signal)).toBe(false);
		expect(clock.now() - start).toBe(3 * SLICE_MS);
	});

	it('for a permit ends when the execution is cancelled, and gives the slot back', async () => {
		const clock = new ManualClock();
		const governor = new Governor(1, clock);
		const cancel = new AbortController();
		const first = await governor.acquire();
		if (first) governor.done(first, true);
		const waiting = governor.acquire(cancel.signal);
		cancel.abort();
		expect(await waiting).toBeUndefined();
		expect(await governor.acquire()).toBeDefined();
	});
});
