import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { readNetworkError } from '../http/noAnswer';
import { PLAIN_ANSWER } from '../http/perform';
import { asText } from '../text';
import { tokenTimes } from './expiry';
import type { IonApi } from './ionApiFile';
import { identityOf, isHttps, readIonApi } from './ionApiFile';
import type { Grant } from './tokenRequest';
import { grantFor, tokenRequest } from './tokenRequest';

/** The hidden members of the credential that n8n stores after a log-in. */
export interface StoredToken {
	accessToken: string;
	/** May be empty: Infor issues one only when the app is set to. */
	refreshToken: string;
	/** Milliseconds since the epoch, as text. */
	tokenIssuedAt: string;
	tokenExpiresAt: string;
	/** For which .ionapi file and user it was issued. */
	tokenIdentity: string;
}

/** The authorization server answers within seconds or not at all. */
const TIMEOUT_MS = 30_000;

/**
 * Gets a token for the credential: by its refresh token when there is one, because Infor rations log-ins
 * (20 a minute, 1,000 a day); else, or when that is refused, by a log-in.
 * @throws Error that says what is wrong and what to do, without any secret; a network error keeps its code as `cause.code`
 */
export async function logIn(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	now: number,
): Promise<StoredToken> {
	const file = ionApiOf(credentials);
	const username = asText(credentials.username).trim();
	const identity = identityOf(file, username);
	const grants: Grant[] = [grantFor(file, { username, password: asText(credentials.password) })];
	const refreshToken = asText(credentials.refreshToken);
	if (refreshToken && credentials.tokenIdentity === identity)
		grants.unshift({ kind: 'refresh', refreshToken });

	let problem = '';
	for (const grant of grants) {
		const response = await post(
			helper,
			file,
			grant,
			credentials.clientAuthentication === 'header' ? 'header' : 'body',
		);
		const body = parse(response.body);
		const accessToken = asText(body.access_token);
		if (response.statusCode === 200 && accessToken) {
			const { issuedAt, expiresAt } = tokenTimes(accessToken, body.expires_in, now);
			return {
				accessToken,
				refreshToken: asText(body.refresh_token) || (grant.kind === 'refresh' ? refreshToken : ''),
				tokenIssuedAt: String(issuedAt),
				tokenExpiresAt: String(expiresAt),
				tokenIdentity: identity,
			};
		}
		problem = describe(response.statusCode, body, grant, secretsOf(credentials, file));
	}
	throw new Error(problem);
}

/** The file of a credential, with the override of the gateway's address applied. */
export function ionApiOf(credentials: ICredentialDataDecryptedObject): IonApi {
	const username = asText(credentials.username).trim();
	if (username && !asText(credentials.password)) {
		throw new Error('A user name is entered without its password.');
	}
	const result = readIonApi(asText(credentials.ionApi), username !== '');
	if (!result.ok) throw new Error(result.problem);
	const override = asText(credentials.baseUrl).trim().replace(/\/+$/, '');
	if (override && !isHttps(override)) {
		throw new Error(
			'"Gateway URL" is not an https address (only a sandbox on this machine may use http).',
		);
	}
	return override ? { ...result.file, gateway: override } : result.file;
}

async function post(
	helper: IHttpRequestHelper,
	file: IonApi,
	grant: Grant,
	clientIn: 'body' | 'header',
): Promise<IN8nHttpFullResponse> {
	const request = {
		...tokenRequest(file, grant, clientIn),
		...PLAIN_ANSWER,
		timeout: TIMEOUT_MS,
	};
	const outcome = await helper.helpers.httpRequest(request).then(
		(response: unknown) => ({ response: response as IN8nHttpFullResponse }),
		(error: unknown) => ({ error }),
	);
	if ('error' in outcome) throw notReached(file, outcome.error);
	return outcome.response;
}

/**
 * The client's own error holds the request, secrets included: it is left behind. Its code is kept one cause deep,
 * where `readNetworkError` finds it and n8n's credential test still shows the message instead of the code.
 */
function notReached(file: IonApi, error: unknown): Error {
	const { code, message } = error as { code?: unknown; message?: unknown };
	const outcome = readNetworkError(error);
	// without the code: where n8n finds one in a message, it puts a message of its own in its place
	const why =
		typeof outcome === 'object'
			? outcome.message.replace(` (${outcome.code})`, '')
			: asText(message);
	return new Error(
		`Infor's authorization server ${new URL(file.tokenUrl).host} could not be reached: ${why}. Check the network, and "pu" of the .ionapi file.`,
		{ cause: { code } },
	);
}

function parse(body: unknown): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(asText(body));
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** What to check, by OAuth's own error codes. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const ADVICE: Record<string, string> = {
	invalid_client:
		'The client ID or secret of the .ionapi file is not accepted: the authorized app may have been deleted or its secret renewed. Download the file again; if it is current, change "Send Client Secret In".',
	invalid_grant:
		'The service account keys (or the user name and password) are not accepted: the service account may be disabled, or the keys deleted in Infor OS. Download the file again.',
	unauthorized_client:
		'The authorized app does not allow this kind of log-in: it must be a Backend Service.',
	unsupported_grant_type: 'The authorization server does not allow this kind of log-in.',
	invalid_scope: 'The app enforces scopes: download the .ionapi file again with its scopes ticked.',
};

function describe(
	status: number,
	body: Record<string, unknown>,
	grant: Grant,
	secrets: readonly string[],
): string {
	const code = asText(body.error);
	const detail = [code, asText(body.error_description)].filter(Boolean).join(': ');
	const what = grant.kind === 'refresh' ? 'the renewal of the token' : 'the log-in';
	const said = `Infor's authorization server refused ${what} with HTTP ${status}${detail ? ` (${detail})` : ''}.`;
	const advice =
		ADVICE[code] ??
		(status === 429
			? 'Too many log-ins: Infor allows 20 a minute and 1,000 a day for a tenant. Wait, then run again.'
			: status >= 500
				? 'The server has a problem of its own: run again later.'
				: 'Check that the .ionapi file is current and was pasted whole.');
	return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), `${said} ${advice}`);
}

function secretsOf(credentials: ICredentialDataDecryptedObject, file: IonApi): string[] {
	const { clientSecret, serviceAccount } = file;
	const all = [
		clientSecret,
		serviceAccount?.accessKey,
		serviceAccount?.secretKey,
		asText(credentials.password),
		asText(credentials.refreshToken),
	];
	return all.filter((secret): secret is string => secret !== undefined && secret.length > 3);
}
