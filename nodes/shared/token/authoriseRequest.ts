import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import { hostOf } from '../http/redirects';
import { asText } from '../text';
import { ionApiOf } from './keySets';

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
		throw new Error(inOneText(sayLogIn('token_not_sent', { host: hostOf(url, 'the address') })));
	}
	return {
		...options,
		url,
		headers: { ...options.headers, authorization: `Bearer ${asText(credentials.accessToken)}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}
