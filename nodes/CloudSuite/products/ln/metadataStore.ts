import type { ServiceColumns } from './metadata';

/** Metadata change with a release or an extension of LN, which is no matter of minutes. */
const KEPT_MS = 10 * 60_000;
/** So many services of all tenants are kept at most; a service takes up to a megabyte. */
const MOST_KEPT = 50;

/** What services offer, kept over polls and executions of this process; the oldest goes first. */
export class MetadataStore {
	private readonly kept = new Map<string, { columns: ServiceColumns; until: number }>();

	/** @param now milliseconds */
	at(key: string, now: number): ServiceColumns | undefined {
		const found = this.kept.get(key);
		if (found && found.until > now) return found.columns;
		this.kept.delete(key);
		return undefined;
	}

	/** @param now milliseconds */
	keep(key: string, columns: ServiceColumns, now: number): void {
		this.kept.delete(key);
		this.kept.set(key, { columns, until: now + KEPT_MS });
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

/** The one of this process. */
export const keptMetadata = new MetadataStore();
