import type { SandboxAnswer } from '../../shared/server';
import type { InforState } from '../state';

/** LN says this of good tokens now and then; the same request passes a moment later. https://github.com/ssmilind94/InforCE-MCP */
export const PASSING_401: SandboxAnswer = {
	status: 401,
	headers: { 'content-type': 'text/plain' },
	body: 'OAuth [U14]: unknown oauth_consumer_key',
};

export function serviceUrl(state: InforState, serviceName: string): string {
	return `${state.url}/${state.authorization.app.tenant}/LN/lnapi/odata/${serviceName}`;
}

/** Sent as a text because LN's metadata is one that no JSON library writes. */
export function json(text: string): SandboxAnswer {
	return { status: 200, headers: { 'content-type': 'application/json;charset=utf-8' }, body: text };
}
