import type { Clock } from '../http/clock';
import { pause } from '../http/pause';
import type { Adaptation } from './adaptation';
import { afterThrottle, FULL_PACE, recovered } from './adaptation';
import { concurrencyFor, smoothLatency } from './concurrency';
import { BUDGET_CAPACITY, refundSuccess, spendRetry } from './retryBudget';
import { Slots } from './slots';
import { SteadyTime } from './steadyTime';
import { allowedPerWindow, forgetOld, nextStart } from './window';

/** A permission to send one request; give it back with `done`. */
export interface Permit {
	/** Milliseconds, in the governor's own time. */
	startedAt: number;
}

export interface GovernorCounts {
	/** Requests sent, retries included. */
	calls: number;
	/** How often the site said "too many requests" (requests that failed together count once). */
	throttles: number;
}

/**
 * Paces all requests of one site (or Infor tenant) in this process, for all executions together:
 * a sliding window under the stated limit, bounded concurrency, one shared stop on 429, a retry budget.
 * The decisions are pure functions beside this file; this class only holds their state.
 */
export class Governor {
	private starts: number[] = [];
	private adaptation: Adaptation = FULL_PACE;
	private latency: number | undefined;
	private budget = BUDGET_CAPACITY;
	private calls = 0;
	private readonly time: SteadyTime;
	private readonly slots = new Slots(() => concurrencyFor(this.requestsPerMinute, this.latency));

	constructor(
		private requestsPerMinute: number,
		private readonly clock: Clock,
	) {
		this.time = new SteadyTime(clock);
	}

	/** The limit may change between executions, when the user edits the credential. */
	setLimit(requestsPerMinute: number): void {
		this.requestsPerMinute = requestsPerMinute;
	}

	counts(): GovernorCounts {
		return { calls: this.calls, throttles: this.adaptation.throttles };
	}

	/** Waits for this request's turn; `undefined` when the execution was cancelled meanwhile. */
	async acquire(signal?: AbortSignal): Promise<Permit | undefined> {
		if (!(await this.slots.take(signal))) return undefined;
		const startedAt = this.reserve();
		// a stop may be imposed while we wait: look again until there is nothing left to wait for
		for (;;) {
			const wait = Math.max(startedAt, this.adaptation.stoppedUntil) - this.time.now();
			if (wait <= 0) break;
			if (!(await pause(wait, this.clock, signal))) {
				this.slots.release();
				return undefined;
			}
		}
		this.calls += 1;
		return { startedAt: this.time.now() };
	}

	/** Ends a permit; an answer of any kind tells the latency. */
	done(permit: Permit, answered: boolean): void {
		if (answered) {
			this.latency = smoothLatency(this.latency, this.time.now() - permit.startedAt);
		}
		this.slots.release();
	}

	/** The site refused this request because of its rate: everybody waits `waitMs`. */
	throttled(permit: Permit, waitMs: number): void {
		this.adaptation = afterThrottle(this.adaptation, {
			startedAt: permit.startedAt,
			now: this.time.now(),
			waitMs,
		});
	}

	succeeded(): void {
		this.budget = refundSuccess(this.budget);
	}

	/** Whether one more retry fits the budget; takes its price if so. */
	mayRetry(): boolean {
		const left = spendRetry(this.budget);
		if (left === undefined) return false;
		this.budget = left;
		return true;
	}

	private reserve(): number {
		const now = this.time.now();
		this.adaptation = recovered(this.adaptation, now);
		this.starts = forgetOld(this.starts, now);
		const allowed = allowedPerWindow(this.requestsPerMinute, this.adaptation.factor);
		const start = Math.max(nextStart(this.starts, allowed, now), this.adaptation.stoppedUntil);
		this.starts.push(start);
		return start;
	}
}
