/** Numbers that look random and are the same on every machine and run (the public-domain mulberry32 recurrence). */
export class Random {
	constructor(private state: number) {}

	/** At least 0, below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}

	digits(count: number): string {
		return Array.from({ length: count }, () => String(this.between(0, 9))).join('');
	}

	text(alphabet: string, count: number): string {
		return Array.from({ length: count }, () => this.pick([...alphabet])).join('');
	}
}
