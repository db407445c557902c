import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError } from '../../shared/errors/nodeErrors';
import type { Said } from '../../shared/errors/types';
import { networkGroup } from '../../shared/http/noAnswer';
import { hostOf, REDIRECTS } from '../../shared/http/redirects';
import type { Reply } from '../../shared/http/send';
import type { Answer } from '../../shared/http/verdict';
import { parseJson } from '../../shared/json';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { isPassing401, isWebPage, looksCut } from './judge';

/**
 * A failed read as an error that ends the node: what was read, what Infor said, what to do. Nothing was skipped.
 * A reply of status 200 failed too when it reaches this place: nobody could read it.
 */
export function toNodeError(
	node: INode,
	what: string,
	reply: Reply,
	itemIndex?: number,
): NodeApiError {
	const status = reply.kind === 'answer' ? reply.status : undefined;
	return apiError(node, describeFailure(what, reply), status, itemIndex);
}

/** What a failed read means, in words for the person who has to act. */
export function describeFailure(what: string, reply: Reply): Said {
	if (reply.kind === 'noAnswer') {
		return say(`network_${networkGroup(reply.code)}`, {
			what: `${what} could not be read`,
			problem: reply.message,
			check: 'the addresses of gateway ("iu") and authorization server ("pu") in the .ionapi file',
		});
	}
	const { status, text } = reply;
	if (status === 200) return explainUnreadable(what, text);
	if (REDIRECTS.includes(status)) {
		return say('gateway_redirected', { what, status, host: hostOf(reply.headers.location) });
	}
	return say(entryFor(reply), { what, status, said: detailOf(text) });
}

function explainUnreadable(what: string, text: string): Said {
	if (isWebPage(text)) return say('answer_web_page', { what });
	return looksCut(text)
		? say('answer_cut', { what, length: text.length.toLocaleString('en-US') })
		: say('answer_unknown', { what });
}

const OF_STATUS = {
	401: 'gateway_401',
	403: 'gateway_403',
	404: 'gateway_404',
	422: 'gateway_422',
	429: 'gateway_429',
	500: 'gateway_5xx',
	502: 'gateway_5xx',
	503: 'gateway_5xx',
	504: 'gateway_504',
} as const;

function entryFor(answer: Answer) {
	if (isPassing401(answer)) return 'gateway_401_passing';
	const { status } = answer;
	return status in OF_STATUS ? OF_STATUS[status as keyof typeof OF_STATUS] : 'gateway_other';
}

/**
 * The message of an error. LN's is documented capitalised and unwrapped, and seen in clients in lower case and inside `error`.
 * `InnerError` holds tenant and user names and is left out. https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/dat1698328287431.html
 */
export function detailOf(body: string): string {
	const outer = lowered(parseJson(body));
	const wrapped: unknown = Array.isArray(outer.error) ? outer.error[0] : outer.error;
	const error = typeof wrapped === 'object' && wrapped !== null ? lowered(wrapped) : outer;
	const details = Array.isArray(error.details)
		? error.details.map((one) => asText(lowered(one).message))
		: [];
	const texts = [asText(error.message) || asText(outer.error), ...details].filter(Boolean);
	return texts.length > 0 ? ` (${[...new Set(texts)].join(': ')})` : '';
}

function lowered(value: unknown): Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return {};
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key.toLowerCase(), member as unknown]),
	);
}
