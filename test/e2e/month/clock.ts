import type { Clock } from '../../sandbox/shared/clock';
import { realClock } from '../../sandbox/shared/clock';

/** The machine's time, and ahead of it by as much as was skipped: a month of the systems in minutes of n8n. */
export class SkippingClock implements Clock {
	private skipped = 0;

	now(): number {
		return realClock.now() + this.skipped;
	}

	async sleep(ms: number): Promise<void> {
		await realClock.sleep(ms);
	}

	skip(ms: number): void {
		this.skipped += ms;
	}
}
