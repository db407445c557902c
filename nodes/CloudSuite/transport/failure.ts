import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Reply } from '../../shared/http/send';
import { asText } from '../../shared/text';

const ADVICE: Record<number, string> = {
	401: 'The gateway refuses a token it has just issued: check in Infor OS that the authorized app is enabled and that "ti" and "iu" of the .ionapi file belong together.',
	403: 'The service account may not use this service: give its user the API role in LN (and the identity, if one is set).',
	404: 'Not found can mean: the service is not activated for this company, the tenant is not entitled to LN REST APIs, the service account has no permission, or a name is misspelt (see "LN Path" in the options). It never means that there are no records.',
	422: 'LN refused the request in this company: check the company number.',
	429: 'The quota of the gateway is used up: lower "Requests per Minute" in the credential or run less often.',
	504: 'LN did not answer within the gateway’s time limit: choose a smaller page size.',
};

/** A failed read as an error that ends the node: what was read, what Infor said, what to do. Nothing was skipped. */
export function toNodeError(
	node: INode,
	what: string,
	reply: Reply,
	itemIndex?: number,
): NodeApiError {
	const message =
		reply.kind === 'noAnswer'
			? `${what} could not be read: ${reply.message}`
			: `${what} could not be read: HTTP ${reply.status}${detailOf(reply.text)}`;
	const description =
		reply.kind === 'noAnswer'
			? 'Check the network and the gateway address of the credential; then run again.'
			: (ADVICE[reply.status] ??
				'Run again; if it stays, give the message to your Infor administrator.');
	return new NodeApiError(
		node,
		{ message },
		{
			message,
			description,
			...(reply.kind === 'answer' ? { httpCode: String(reply.status) } : {}),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
}

/**
 * The message of an LN error: documented capitalised and unwrapped, seen in clients in lower case and inside `error`.
 * `InnerError` holds tenant and user names and is left out. https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/dat1698328287431.html
 */
export function detailOf(body: string): string {
	const outer = lowered(parse(body));
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

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
