import { TimedStore } from '../timedStore';

/** The names of configurations, by tenant and credential. */
export const keptConfigurations = new TimedStore<readonly string[]>();

/** A name as the tenant writes it; one it does not have stays as it is, for CSI to say so. */
export function spelled(name: string, names: readonly string[]): string {
	if (names.includes(name)) return name;
	return names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}
