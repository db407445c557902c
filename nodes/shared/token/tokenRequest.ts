import type { IHttpRequestOptions } from 'n8n-workflow';
import type { IonApi } from './ionApiFile';

export type Grant =
	| { kind: 'password'; username: string; password: string }
	| { kind: 'clientCredentials' }
	| { kind: 'refresh'; refreshToken: string };

/** What to log in with: the user entered by hand, else the service account of the file, else the app itself. */
export function grantFor(file: IonApi, user: { username: string; password: string }): Grant {
	if (user.username) return { kind: 'password', ...user };
	// the access key already carries the tenant ("ACME_TST#..."): nothing is put before it
	if (file.serviceAccount) {
		const { accessKey, secretKey } = file.serviceAccount;
		return { kind: 'password', username: accessKey, password: secretKey };
	}
	return { kind: 'clientCredentials' };
}

/**
 * The request for a token. Both places for the client's secret are in use with Infor; the body is the common one.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.3, https://github.com/infor-cloud/ion-api-sdk
 */
export function tokenRequest(
	file: IonApi,
	grant: Grant,
	clientIn: 'body' | 'header',
): IHttpRequestOptions {
	const body = new URLSearchParams(grantFields(grant));
	if (file.scope && grant.kind !== 'refresh') body.set('scope', file.scope);
	if (clientIn === 'body') {
		body.set('client_id', file.clientId);
		body.set('client_secret', file.clientSecret);
	}
	return {
		method: 'POST',
		url: file.tokenUrl,
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'application/json',
		},
		...(clientIn === 'header'
			? { auth: { username: file.clientId, password: file.clientSecret } }
			: {}),
		body: body.toString(),
	};
}

function grantFields(grant: Grant): Record<string, string> {
	switch (grant.kind) {
		case 'password':
			return { grant_type: 'password', username: grant.username, password: grant.password };
		case 'clientCredentials':
			return { grant_type: 'client_credentials' };
		case 'refresh':
			return { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
	}
}
