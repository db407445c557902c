import { Buffer } from 'node:buffer';
import type { Clock } from '../../shared/clock';
import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { Behaviour } from '../behaviour';
import type { AuthorisedApp } from './app';
import { SANDBOX_USER } from './app';
import type { Login } from './rations';
import { RATIONS, inMinuteBefore, onDayOf } from './rations';
import type { IssuedToken, TokenStore } from './tokenStore';

export interface AuthorizationServer {
	/** The one in use, and the one made to follow it. */
	app: AuthorisedApp;
	nextApp: AuthorisedApp;
	clock: Clock;
	store: TokenStore;
	behaviour: Behaviour;
	/** Every service account log-in that got as far as its credentials. */
	logins: Login[];
	lifetimeSeconds: number;
}

/** The error answers of RFC 6749, 5.2; bodies of Infor's own server are not public. */
function refused(status: number, error: string, description: string): SandboxAnswer {
	return { status, body: { error, error_description: description } };
}

/** `POST …/as/token.oauth2`: password, client credentials and refresh token grants. */
export function answerTokenRequest(
	server: AuthorizationServer,
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer {
	if (request.method !== 'POST') return refused(405, 'invalid_request', 'Use POST.');
	const form = new URLSearchParams(request.body);
	const grant = form.get('grant_type') ?? '';
	notes.grant = grant;
	const app = clientOf(server, request, form);
	if (!app) return refused(401, 'invalid_client', 'Invalid client or client credentials.');
	notes.client = app.clientId;
	if (server.behaviour.refuseOverRation && overRation(server, app, grant)) {
		return refused(429, 'temporarily_unavailable', 'The usage limit is exceeded.');
	}
	const [user, password] = [form.get('username') ?? '', form.get('password')];
	switch (grant) {
		case 'password':
			return logIn(server, app, { grant, user, password }, notes);
		case 'client_credentials':
			return logIn(server, app, { grant, user: app.clientId, password: null }, notes);
		case 'refresh_token':
			return refresh(server, app, form.get('refresh_token') ?? '', notes);
		default:
			return refused(400, 'unsupported_grant_type', `The grant type "${grant}" is not supported.`);
	}
}

/** `POST …/as/revoke_token.oauth2`, https://www.rfc-editor.org/rfc/rfc7009: unknown tokens are fine too. */
export function answerRevocation(
	server: AuthorizationServer,
	request: SandboxRequest,
): SandboxAnswer {
	const form = new URLSearchParams(request.body);
	if (request.method !== 'POST') return refused(405, 'invalid_request', 'Use POST.');
	if (!clientOf(server, request, form)) {
		return refused(401, 'invalid_client', 'Invalid client or client credentials.');
	}
	server.store.revoke(form.get('token') ?? '');
	return { status: 200, body: '' };
}

function clientOf(
	{ app, nextApp, behaviour }: AuthorizationServer,
	{ headers }: SandboxRequest,
	form: URLSearchParams,
): AuthorisedApp | undefined {
	const basic = /^Basic (.+)$/i.exec(headers.authorization ?? '')?.[1];
	const inHeader = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString();
	const inBody = form.has('client_id')
		? `${form.get('client_id')}:${form.get('client_secret')}`
		: undefined;
	const given = { any: inHeader ?? inBody, header: inHeader, body: inBody }[
		behaviour.clientAuthentication
	];
	return [app, nextApp].find(
		({ clientId, clientSecret, refuses }) =>
			given === `${clientId}:${clientSecret}` && refuses !== 'client',
	);
}

function overRation(
	{ clock, logins, store }: AuthorizationServer,
	{ clientId }: AuthorisedApp,
	grant: string,
): boolean {
	const now = clock.now();
	const ofClient = [...store.all.values()].filter((token) => token.clientId === clientId);
	const tokens = onDayOf(now, ofClient);
	if (tokens >= RATIONS.tokensPerClientAndDay) return true;
	if (grant === 'refresh_token') return false;
	return (
		inMinuteBefore(now, logins) >= RATIONS.loginsPerMinute ||
		onDayOf(now, logins) >= RATIONS.loginsPerDay
	);
}

function logIn(
	server: AuthorizationServer,
	app: AuthorisedApp,
	as: { grant: 'password' | 'client_credentials'; user: string; password: string | null },
	notes: Record<string, unknown>,
): SandboxAnswer {
	const { behaviour, clock, logins, store } = server;
	const { grant, user, password } = as;
	if (!behaviour.grants.includes(grant)) {
		return refused(400, 'unauthorized_client', 'The grant type is not allowed for this client.');
	}
	logins.push({ at: clock.now() });
	const isRefused = app.refuses === 'account' && user !== SANDBOX_USER;
	if (isRefused || (grant === 'password' && (password === null || app.users[user] !== password))) {
		return refused(400, 'invalid_grant', 'The provided credentials are invalid.');
	}
	const { lifetimeSeconds } = server;
	const issued = store.issue(app, { user, grant, lifetimeSeconds, form: behaviour.tokenForm });
	const refreshToken = behaviour.issueRefreshTokens
		? store.addRefreshToken(issued.token)
		: undefined;
	return tokenAnswer(server, issued, refreshToken, notes);
}

function refresh(
	server: AuthorizationServer,
	app: AuthorisedApp,
	refreshToken: string,
	notes: Record<string, unknown>,
): SandboxAnswer {
	const { behaviour, lifetimeSeconds, store } = server;
	const origin = store.byRefreshToken(refreshToken);
	if (!origin || origin.clientId !== app.clientId || app.refuses !== 'nothing') {
		return refused(400, 'invalid_grant', 'unknown, invalid, or expired refresh token');
	}
	const { user } = origin;
	const how = { user, grant: 'refresh_token', lifetimeSeconds, form: behaviour.tokenForm };
	const issued = store.issue(app, how);
	if (!behaviour.rotateRefreshTokens) {
		issued.token.refreshToken = refreshToken;
		return tokenAnswer(server, issued, refreshToken, notes);
	}
	store.revoke(refreshToken);
	return tokenAnswer(server, issued, store.addRefreshToken(issued.token), notes);
}

function tokenAnswer(
	{ behaviour, lifetimeSeconds }: AuthorizationServer,
	{ text, token }: { text: string; token: IssuedToken },
	refreshToken: string | undefined,
	notes: Record<string, unknown>,
): SandboxAnswer {
	notes.tokenIssued = token.id;
	const expiresIn = {
		number: { expires_in: lifetimeSeconds },
		text: { expires_in: String(lifetimeSeconds) },
		double: { expires_in: 2 * lifetimeSeconds },
		absent: {},
	}[behaviour.expiresIn];
	return {
		status: 200,
		headers: { 'cache-control': 'no-store' },
		body: {
			access_token: text,
			...(refreshToken ? { refresh_token: refreshToken } : {}),
			token_type: 'Bearer',
			...expiresIn,
		},
	};
}
