import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asText } from '../text';
import { isDue } from './expiry';

/** Whether the stored token can still be used: not near its end, and issued for this very file and user. */
export function needsRenewal(
	credentials: ICredentialDataDecryptedObject,
	identity: string,
	now: number,
): boolean {
	if (!asText(credentials.accessToken)) return true;
	if (credentials.tokenIdentity !== identity) return true;
	const times = {
		issuedAt: Number(credentials.tokenIssuedAt),
		expiresAt: Number(credentials.tokenExpiresAt),
	};
	return !(times.expiresAt > 0) || isDue(times, now);
}
