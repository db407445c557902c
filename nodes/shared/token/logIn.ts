import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import type { Said } from '../errors/types';
import { networkGroup, readNetworkError } from '../http/noAnswer';
import { PLAIN_ANSWER } from '../http/perform';
import { objectOf, parseJson } from '../json';
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
		throw new Error(inOneText(sayLogIn('user_without_password')));
	}
	const result = readIonApi(asText(credentials.ionApi), username !== '');
	if (!result.ok) throw new Error(result.problem);
	const override = asText(credentials.baseUrl).trim().replace(/\/+$/, '');
	if (override && !isHttps(override)) {
		throw new Error(inOneText(sayLogIn('gateway_url_not_https')));
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
	const { code } = error as { code?: unknown };
	return new Error(inOneText(explainSilence(file, error)), { cause: { code } });
}

function explainSilence(file: IonApi, error: unknown): Said {
	const { host } = new URL(file.tokenUrl);
	const outcome = readNetworkError(error);
	if (typeof outcome !== 'object') {
		const { message } = error as { message?: unknown };
		return sayLogIn('login_not_reached', { host, problem: asText(message) });
	}
	return sayLogIn(`network_${networkGroup(outcome.code)}`, {
		what: `Infor's authorization server ${host} could not be reached`,
		problem: outcome.message,
		check: '"pu" of the .ionapi file',
	});
}

function parse(body: unknown): Record<string, unknown> {
	return objectOf(parseJson(asText(body))) ?? {};
}

/** The codes of OAuth that have an entry of their own. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const OAUTH_CODES = [
	'invalid_client',
	'invalid_grant',
	'unauthorized_client',
	'unsupported_grant_type',
	'invalid_scope',
] as const;

function describe(
	status: number,
	body: Record<string, unknown>,
	grant: Grant,
	secrets: readonly string[],
): string {
	const code = asText(body.error);
	const detail = [code, asText(body.error_description)].filter(Boolean).join(': ');
	const said = sayLogIn(entryFor(status, code), {
		what: grant.kind === 'refresh' ? 'the renewal of the token' : 'the log-in',
		status,
		detail: detail ? ` (${detail})` : '',
	});
	return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), inOneText(said));
}

function entryFor(status: number, code: string) {
	const known = OAUTH_CODES.find((one) => one === code);
	if (known) return `login_${known}` as const;
	if (status === 429) return 'login_quota';
	return status >= 500 ? 'login_server_error' : 'login_refused';
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
