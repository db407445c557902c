import { sayLogIn } from '../errors/sayLogIn';
import type { Said } from '../errors/types';
import { hostOf, REDIRECTS } from '../http/redirects';
import { networkGroup, readNetworkError } from '../http/noAnswer';
import { asText, beginning } from '../text';
import type { PauseKind } from './pauses';
import type { Grant } from './tokenRequest';

/** Why no token came. */
export interface Refusal {
	/** Without any secret. */
	said: Said;
	kind: PauseKind;
	/** Whether there was an answer at all. */
	answered: boolean;
	/** The same request may succeed a moment later. */
	mayPass: boolean;
	/** `invalid_client`, `invalid_grant` and the like; empty when the server named none. */
	code: string;
	/** What a 429 asked to wait, in milliseconds. */
	asked?: number;
}

/** The codes of OAuth that have an entry of their own. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const OAUTH_CODES = [
	'invalid_client',
	'invalid_grant',
	'unauthorized_client',
	'unsupported_grant_type',
	'invalid_scope',
] as const;
/** A description may be a whole page. */
const LONGEST_DETAIL = 300;

/** An answer of the authorization server that holds no token. */
export function refusalOf(
	answer: { status: number; body: Record<string, unknown>; location?: string | undefined },
	{ host, grant, asked }: { host: string; grant: Grant; asked?: number | undefined },
): Refusal {
	const { status, body, location } = answer;
	const code = asText(body.error);
	const detail = [code, asText(body.error_description)].filter(Boolean).join(': ');
	const what = grant.kind === 'refresh' ? 'the renewal of the token' : 'the log-in';
	const known = OAUTH_CODES.find((one) => one === code);
	if (!known && REDIRECTS.includes(status)) {
		const said = sayLogIn('login_redirected', { host, status, other: hostOf(location) });
		return { said, kind: 'outage', answered: true, mayPass: false, code };
	}
	const said = sayLogIn(known ? `login_${known}` : entryFor(status), {
		host,
		what,
		status,
		detail: detail ? ` (${beginning(detail, LONGEST_DETAIL)})` : '',
	});
	const refusal = { said, answered: true, mayPass: false, code };
	if (known) return { ...refusal, kind: 'keys' };
	if (status === 429)
		return { ...refusal, kind: 'ration', ...(asked === undefined ? {} : { asked }) };
	if (status >= 500) return { ...refusal, kind: 'outage', mayPass: true };
	// a 200 without a token is no word of the authorization server: a proxy, or a page that says it is closed
	return { ...refusal, kind: status < 400 ? 'outage' : 'keys' };
}

/** No answer. The client's own error holds the request, secrets included: nothing of it is kept but what went wrong. */
export function silenceOf(error: unknown, { host }: { host: string }): Refusal {
	const silence = { kind: 'outage' as const, answered: false, code: '' };
	const outcome = readNetworkError(error);
	if (typeof outcome !== 'object') {
		return { ...silence, said: sayLogIn('login_not_reached', { host }), mayPass: false };
	}
	const group = networkGroup(outcome.code);
	const said = sayLogIn(`network_${group}`, {
		what: `Infor's authorization server ${host} could not be reached`,
		problem: outcome.message,
		check: '"pu" of the .ionapi file',
	});
	return { ...silence, said, mayPass: group !== 'tls' };
}

/** Whether another set of keys may be accepted: the server knows the app or the account not, and all else is in order. */
export function blamesTheKeys({ code }: Refusal): boolean {
	return code === 'invalid_client' || code === 'invalid_grant';
}

/** The same without the secrets, should the server have repeated one, in whatever way forms write it. */
export function withoutSecrets(said: Said, secrets: readonly string[]): Said {
	const spellings = secrets.flatMap((secret) => [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams({ '': secret }).toString().slice(1),
	]);
	const clean = (text: string) =>
		spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '***'), text);
	return { ...said, reason: clean(said.reason), actionToTake: clean(said.actionToTake) };
}

function entryFor(status: number) {
	if (status === 429) return 'login_quota' as const;
	return status >= 500 ? ('login_server_error' as const) : ('login_refused' as const);
}
