import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asText } from '../text';
import { isDue } from './expiry';
import type { KeySets } from './keySets';
import { areNextInUse } from './keySets';

/**
 * - `good`: not near its end, and issued for the keys in use
 * - `ending`: the same, but time to renew it; until its end it still works
 * - `none`: there is none, it is over, or it was issued for other keys
 */
export type TokenState = 'good' | 'ending' | 'none';

/** What the stored token of a credential is worth. */
export function tokenState(
	credentials: ICredentialDataDecryptedObject,
	sets: KeySets,
	now: number,
): TokenState {
	const inUse = areNextInUse(credentials, sets) ? sets.next : sets.current;
	if (!asText(credentials.accessToken) || credentials.tokenIdentity !== inUse?.identity)
		return 'none';
	const times = {
		issuedAt: Number(credentials.tokenIssuedAt),
		expiresAt: Number(credentials.tokenExpiresAt),
	};
	if (!(times.expiresAt > now)) return 'none';
	return isDue(times, now) ? 'ending' : 'good';
}
