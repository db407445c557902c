import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { systemClock } from '../../shared/http/clock';
import { identityOf } from '../../shared/token/ionApiFile';
import { ionApiOf } from '../../shared/token/logIn';
import { needsRenewal } from '../../shared/token/tokenState';
import { asText } from '../../shared/text';

export const CREDENTIAL = 'inforIonApi';

/** Renewals under way, by credential: parallel requests wait for the one and use what it stored. */
const renewals = new Map<string, Promise<void>>();

/**
 * Sends a request with a token that is not near its end. When one is due, the request goes out with the token blanked:
 * n8n then runs the credential's pre-authentication and stores the new token for all executions and workers.
 * @param refused the token the gateway has just refused: it counts as due, whatever its expiry says
 */
export async function requestWithToken(
	context: IExecuteFunctions,
	options: IHttpRequestOptions,
	refused?: string,
): Promise<{ response: unknown; token: string }> {
	for (;;) {
		const credentials = await context.getCredentials(CREDENTIAL);
		const due = isTokenDue(credentials) || asText(credentials.accessToken) === refused;
		if (!due) {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				{ ...options },
			);
			return { response, token: asText(credentials.accessToken) };
		}
		const id = credentialId(context);
		const underWay = renewals.get(id);
		if (underWay) {
			await underWay;
			continue;
		}
		const blanked: ICredentialDataDecryptedObject = { ...credentials, accessToken: '' };
		const renewal = context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{ ...options },
			{ credentialsDecrypted: { id, name: CREDENTIAL, type: CREDENTIAL, data: blanked } },
		) as Promise<unknown>;
		const done = renewal.then(() => undefined).finally(() => renewals.delete(id));
		// without a waiter a failed renewal would count as unhandled; the request itself reports it
		done.catch(() => undefined);
		renewals.set(id, done);
		const response = await renewal;
		return { response, token: asText(blanked.accessToken) };
	}
}

function isTokenDue(credentials: ICredentialDataDecryptedObject): boolean {
	const file = ionApiOf(credentials);
	const identity = identityOf(file, asText(credentials.username).trim());
	return needsRenewal(credentials, identity, systemClock.now());
}

function credentialId(context: IExecuteFunctions): string {
	return context.getNode().credentials?.[CREDENTIAL]?.id ?? CREDENTIAL;
}
