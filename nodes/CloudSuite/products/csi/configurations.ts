/** Sites come and go with projects, which is no matter of minutes. */
const KEPT_MS = 10 * 60_000;
/** Of so many tenants and credentials names are kept at most. */
const MOST_KEPT = 50;

/** The names of configurations, by tenant and credential; kept over polls and executions of this process. */
export class ConfigurationStore {
	private readonly kept = new Map<string, { names: readonly string[]; until: number }>();

	/** @param now milliseconds */
	at(key: string, now: number): readonly string[] | undefined {
		const found = this.kept.get(key);
		return found && found.until > now ? found.names : undefined;
	}

	/** @param now milliseconds */
	keep(key: string, names: readonly string[], now: number): void {
		if (this.kept.size >= MOST_KEPT) this.kept.clear();
		this.kept.set(key, { names, until: now + KEPT_MS });
	}

	clear(): void {
		this.kept.clear();
	}
}

/** The one of this process. */
export const keptConfigurations = new ConfigurationStore();

/** A name as the tenant writes it; one it does not have stays as it is, for CSI to say so. */
export function spelled(name: string, names: readonly string[]): string {
	if (names.includes(name)) return name;
	return names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}
