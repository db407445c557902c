import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import { answerCsi } from '../csi/answer';
import { answerFsm } from '../fsm/answer';
import { answerLn } from '../ln/answer';
import { answerM3 } from '../m3/answer';
import { answerRevocation, answerTokenRequest } from '../token/tokenEndpoint';
import type { InforState } from '../state';
import type { Behaviour } from '../behaviour';
import type { IssuedToken } from '../token/tokenStore';
import { UNAUTHORIZED, gatewayError } from './gatewayError';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Answers any request to the sandbox: first the authorization server's paths, then the gateway's. */
export function route(
	state: InforState,
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer | Promise<SandboxAnswer> {
	const [tenant = '', suite = '', ...rest] = request.path.slice(1).split('/');
	if (suite === 'as' && tenant === state.authorization.app.tenant) {
		if (rest.join('/') === 'token.oauth2') {
			return answerTokenRequest(state.authorization, request, notes);
		}
		if (rest.join('/') === 'revoke_token.oauth2') {
			return answerRevocation(state.authorization, request);
		}
	}
	return throughGateway(state, { tenant, suite, rest }, request, notes);
}

/**
 * The gateway looks at the token before anything else, and lets nothing without one reach a product.
 * https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/apigatewayag_cloud/etc1489428684297.html
 */
async function throughGateway(
	state: InforState,
	{ tenant, suite, rest }: { tenant: string; suite: string; rest: string[] },
	request: SandboxRequest,
	notes: Record<string, unknown>,
): Promise<SandboxAnswer> {
	const { behaviour, authorization } = state;
	const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
	const token = authorization.store.valid(bearer);
	notes.token = token?.id ?? (bearer === '' ? 'none' : 'refused');
	if (!token || isUsedUp(token, behaviour)) {
		return behaviour.repeatsToken
			? { status: 401, body: { error: `Unauthorized: "${bearer}"` } }
			: UNAUTHORIZED;
	}
	if (token.tenant !== tenant) {
		notes.foreignTenant = tenant;
		return gatewayError(404, behaviour.gatewayErrors);
	}
	if (!METHODS.has(request.method)) return gatewayError(405, behaviour.gatewayErrors);
	const admission = state.quota.admit(request.at, behaviour.requestsPerMinute);
	if (!admission.admitted) {
		const { retryAfterSeconds } = admission;
		const date = new Date(request.at + retryAfterSeconds * 1000).toUTCString();
		const headers: Record<Behaviour['retryAfter'], Record<string, string>> = {
			seconds: { 'retry-after': String(retryAfterSeconds) },
			date: { 'retry-after': date },
			none: {},
		};
		return gatewayError(429, behaviour.gatewayErrors, headers[behaviour.retryAfter]);
	}
	if (suite === 'Mingle' && rest.join('/') === 'SocialService.Svc/User/Detail') {
		return request.method === 'GET'
			? { status: 200, body: userDetail(token.user) }
			: gatewayError(405, behaviour.gatewayErrors);
	}
	const answer = await PRODUCTS[suite]?.(state, rest, request, notes);
	return answer ?? gatewayError(404, behaviour.gatewayErrors);
}

function isUsedUp(token: IssuedToken, { tokenUses }: Behaviour): boolean {
	token.uses += 1;
	token.revoked = tokenUses !== null && token.uses > tokenUses;
	return token.revoked;
}

/** Answers what came through the gateway for one product; `undefined` for a path it does not have. */
export type AnswerProduct = (
	state: InforState,
	path: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
) => SandboxAnswer | undefined | Promise<SandboxAnswer | undefined>;

/** By the gateway's segment. The names are Infor's defaults; each tenant's administrator may choose others. */
const PRODUCTS: Readonly<Record<string, AnswerProduct>> = {
	LN: (state, path, request, notes) =>
		path[0] === 'lnapi' && path[1] === 'odata'
			? answerLn(state, path.slice(2), request, notes)
			: undefined,
	M3: ({ m3 }, path, request, notes) =>
		path[0] === 'm3api-rest' && path[1] === 'v2'
			? answerM3(m3, path.slice(2), request, notes)
			: undefined,
	CSI: ({ csi }, path, request, notes) =>
		path[0] === 'IDORequestService' && path[1] === 'ido'
			? answerCsi(csi, path.slice(2), request, notes)
			: undefined,
	FSM: ({ fsm }, path, request, notes) =>
		path[0] === 'fsm' && path[1] === 'soap'
			? answerFsm(fsm, path.slice(2), request, notes)
			: undefined,
	DATAFABRIC: ({ compass }, path, request, notes) =>
		path[0] === 'compass' && path[1] === 'v2'
			? compass.answer(path.slice(2), request, notes)
			: undefined,
};

/** The classic call to try a token with. Its real members are not public; clients look at the status. */
function userDetail(user: string): Record<string, unknown> {
	return { UserDetailList: [{ UserName: user, DisplayName: 'Sandbox service account' }] };
}
