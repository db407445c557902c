import type { Clock } from '../http/clock';
import { Governor } from './governor';

/**
 * One governor per site and process, because the limit belongs to the site and not to an execution:
 * two workflows that run at once share it. Workers in queue mode are separate processes; state a part of the limit there.
 */
const governors = new Map<string, Governor>();

export function governorFor(site: string, requestsPerMinute: number, clock: Clock): Governor {
	const known = governors.get(site);
	if (known) {
		known.setLimit(requestsPerMinute);
		return known;
	}
	const governor = new Governor(requestsPerMinute, clock);
	governors.set(site, governor);
	return governor;
}

/** Forgets all pacing, as a restart of the process would. */
export function forgetGovernors(): void {
	governors.clear();
}
