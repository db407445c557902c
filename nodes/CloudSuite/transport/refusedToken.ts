import { fingerprint } from '../../shared/canonicalJson';
import { systemClock } from '../../shared/http/clock';
import { Pauses } from '../../shared/token/pauses';
import type { Asked } from './token';

/**
 * Credentials whose tokens the gateway refuses although they are new, by mark, with the token it refused: one more would
 * be refused as well, and Infor issues 100 to a client per day.
 */
export const refusedTokens = new Pauses<string>();

/** Whether a new token may help after the gateway has refused this one. */
export function mayRenewalHelp({ credential, token }: Asked): boolean {
	return refusedTokens.at(credential, systemClock.now())?.reason !== nameOf(token);
}

/** Remembers what came of a renewal: the gateway took the new token, or refused it too. */
export function noteRenewal(asked: Asked, isRefused: boolean): void {
	if (!isRefused) refusedTokens.end(asked.credential);
	// requests that were under way together tell the same thing
	else if (mayRenewalHelp(asked)) {
		const reason = nameOf(asked.token);
		refusedTokens.begin(asked.credential, { kind: 'keys', reason }, systemClock.now());
	}
}

function nameOf(token: string): string {
	return fingerprint(token).slice(0, 16);
}
