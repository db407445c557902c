/** Nothing that is kept changes within minutes: metadata with a release of LN, configurations of CSI with a project. */
const KEPT_MS = 10 * 60_000;
/** So many places of all tenants are kept at most; the metadata of a service take up to a megabyte. */
const MOST_KEPT = 50;

/** What was read, kept over polls and executions of this process; the oldest goes first. */
export class TimedStore<T> {
	private readonly kept = new Map<string, { value: T; until: number }>();

	/** @param now milliseconds */
	at(key: string, now: number): T | undefined {
		const found = this.kept.get(key);
		if (found && found.until > now) return found.value;
		this.kept.delete(key);
		return undefined;
	}

	/** @param now milliseconds */
	keep(key: string, value: T, now: number): void {
		this.kept.delete(key);
		this.kept.set(key, { value, until: now + KEPT_MS });
		for (const oldest of this.kept.keys()) {
			if (this.kept.size <= MOST_KEPT) break;
			this.kept.delete(oldest);
		}
	}

	drop(key: string): void {
		this.kept.delete(key);
	}

	clear(): void {
		this.kept.clear();
	}
}
