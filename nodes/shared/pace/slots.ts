/** Holds callers back until one of `capacity()` slots is free, first come, first served. */
export class Slots {
	private taken = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly capacity: () => number) {}

	get inUse(): number {
		return this.taken;
	}

	/** Resolves with `true` when the caller has a slot, with `false` when the signal was aborted before. */
	async take(signal?: AbortSignal): Promise<boolean> {
		if (signal?.aborted) return false;
		if (this.taken < this.capacity() && this.waiting.length === 0) {
			this.taken += 1;
			return true;
		}
		return await new Promise<boolean>((resolve) => {
			const onAbort = () => {
				this.waiting.splice(this.waiting.indexOf(grant), 1);
				resolve(false);
			};
			const grant = () => {
				signal?.removeEventListener('abort', onAbort);
				this.taken += 1;
				resolve(true);
			};
			this.waiting.push(grant);
			signal?.addEventListener('abort', onAbort, { once: true });
		});
	}

	release(): void {
		this.taken -= 1;
		while (this.taken < this.capacity()) {
			const next = this.waiting.shift();
			if (!next) return;
			next();
		}
	}
}
