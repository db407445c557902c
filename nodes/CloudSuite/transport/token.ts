import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { systemClock } from '../../shared/http/clock';
import { readNetworkError } from '../../shared/http/noAnswer';
import { unlessCancelled } from '../../shared/http/unlessCancelled';
import { identityOf } from '../../shared/token/ionApiFile';
import { ionApiOf } from '../../shared/token/logIn';
import { needsRenewal } from '../../shared/token/tokenState';
import { asText } from '../../shared/text';
import type { ReadContext } from './context';
import { cancelSignal, requestWithCredential } from './context';

export const CREDENTIAL = 'inforIonApi';

/**
 * Renewals under way, by credential: parallel requests, also of other executions, wait for the one.
 * It ends with the error of a refused log-in, which concerns all who wait, and with nothing otherwise:
 * that the renewing execution was canceled or lost its connection is no reason for the others to fail.
 */
const renewals = new Map<string, Promise<Error | undefined>>();

/**
 * Sends a request with a token that is not near its end. When one is due, the request goes out with the token blanked:
 * n8n then runs the credential's pre-authentication and stores the new token for all executions and workers.
 * @param refused the token the gateway has just refused: it counts as due, whatever its expiry says
 * @throws what n8n's helper throws: network errors, and the log-in's own error when it was refused
 */
export async function requestWithToken(
	context: ReadContext,
	options: IHttpRequestOptions,
	refused?: string,
): Promise<{ response: unknown; token: string }> {
	const signal = cancelSignal(context);
	for (;;) {
		const credentials = await context.getCredentials(CREDENTIAL);
		const token = asText(credentials.accessToken);
		if (!isTokenDue(credentials) && token !== refused) {
			const response = await requestWithCredential(context, CREDENTIAL, { ...options });
			return { response, token };
		}
		const id = credentialId(context);
		const underWay = renewals.get(id);
		if (!underWay) return await unlessCancelled(signal, renew(context, id, credentials, options));
		const refusal = await unlessCancelled(signal, underWay);
		if (refusal) throw refusal;
	}
}

async function renew(
	context: ReadContext,
	id: string,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<{ response: unknown; token: string }> {
	const data = { ...credentials, accessToken: '' };
	const request = requestWithCredential(
		context,
		CREDENTIAL,
		{ ...options },
		{ credentialsDecrypted: { id, name: CREDENTIAL, type: CREDENTIAL, data } },
	);
	renewals.set(
		id,
		request
			.then(() => undefined, refusalOf)
			.finally(() => {
				renewals.delete(id);
			}),
	);
	const response = await request;
	// n8n puts the new token where it found the blank one
	return { response, token: asText(data.accessToken) };
}

function refusalOf(error: unknown): Error | undefined {
	if (readNetworkError(error) !== undefined) return undefined;
	return error instanceof Error ? error : new Error(asText(error));
}

function isTokenDue(credentials: ICredentialDataDecryptedObject): boolean {
	const file = ionApiOf(credentials);
	const identity = identityOf(file, asText(credentials.username).trim());
	return needsRenewal(credentials, identity, systemClock.now());
}

function credentialId(context: ReadContext): string {
	return context.getNode().credentials?.[CREDENTIAL]?.id ?? CREDENTIAL;
}
