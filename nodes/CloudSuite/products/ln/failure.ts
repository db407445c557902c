import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError } from '../../../shared/errors/nodeErrors';
import type { Reply } from '../../../shared/http/send';
import { isNoJson } from '../../transport/judge';
import { say } from '../../errors/say';
import { detailOf, toNodeError } from '../../transport/failure';

const OF_STATUS = {
	200: 'ln_not_odata',
	403: 'ln_forbidden',
	404: 'ln_not_found',
	422: 'ln_company_refused',
	504: 'ln_too_slow',
} as const;

/** A failed read as an error that ends the node, with LN's own causes where a status has some. */
export function lnFailure(node: INode, what: string, reply: Reply): NodeApiError {
	if (reply.kind !== 'answer') return toNodeError(node, what, reply);
	const { status, text } = reply;
	const isOwn = status in OF_STATUS && !(status === 200 && isNoJson(text));
	if (!isOwn) return toNodeError(node, what, reply);
	const code = OF_STATUS[status as keyof typeof OF_STATUS];
	return apiError(node, say(code, { what, status, said: detailOf(text) }), status);
}
