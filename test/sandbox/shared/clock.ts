/** Time for a sandbox: real for people, manual for tests, so that no test waits or depends on the machine's speed. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `ms` of this clock's time. */
	sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
	now: () => Date.now(),
	sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A clock that only moves when told to; sleeping moves it at once. */
export class ManualClock implements Clock {
	constructor(private time = Date.UTC(2026, 0, 5, 8, 0, 0)) {}

	now(): number {
		return this.time;
	}

	advance(ms: number): void {
		this.time += ms;
	}

	/** Several that sleep at once sleep side by side: the clock moves to when each wakes, not by the sum. */
	async sleep(ms: number): Promise<void> {
		const until = this.time + ms;
		await new Promise((resolve) => setImmediate(resolve));
		this.time = Math.max(this.time, until);
	}
}

/** The machine's clock, put forward by hours or days at once: for a story that is lived through beside a real n8n. */
export class LaterClock implements Clock {
	/** Milliseconds. */
	ahead = 0;

	now(): number {
		return Date.now() + this.ahead;
	}

	advance(ms: number): void {
		this.ahead += ms;
	}

	async sleep(ms: number): Promise<void> {
		await realClock.sleep(ms);
	}
}
