import type { Clock } from '../http/clock';

/**
 * Time that never goes back: where the machine's clock was set back, it goes on from where it was. Otherwise everything
 * planned before would lie hours ahead, and all requests would wait for it.
 */
export class SteadyTime {
	private offset = 0;
	private latest = Number.NEGATIVE_INFINITY;

	constructor(private readonly clock: Clock) {}

	/** Milliseconds; only differences mean something. */
	now(): number {
		const now = this.clock.now();
		if (now < this.latest) this.offset += this.latest - now;
		this.latest = now;
		return now + this.offset;
	}
}
