import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import { asText } from '../text';
import { ionApiOf } from './logIn';

/**
 * Adds the token to a request to the gateway. A path without host is meant for the credential's own tenant.
 * @throws Error when the request goes anywhere else: the token opens the whole ERP and must not leave the gateway
 */
export function authoriseRequest(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const { gateway, tenant } = ionApiOf(credentials);
	const url = options.url.startsWith('/')
		? `${gateway}/${encodeURIComponent(tenant)}${options.url}`
		: options.url;
	if (!URL.canParse(url) || new URL(url).origin !== new URL(gateway).origin) {
		throw new Error(inOneText(sayLogIn('token_not_sent', { host: hostOf(url) })));
	}
	return {
		...options,
		url,
		headers: { ...options.headers, authorization: `Bearer ${asText(credentials.accessToken)}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : 'the address';
}
