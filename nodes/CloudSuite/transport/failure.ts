import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Reply } from '../../shared/http/send';
import { asText } from '../../shared/text';
import { isPassing401, looksCut } from './judge';

const ADVICE: Record<number, string> = {
	401: 'The gateway refuses a token it has just issued: check in Infor OS that the authorized app is enabled and that "ti" and "iu" of the .ionapi file belong together.',
	403: 'The service account may not use this service: give its user the API role in LN (and the identity, if one is set).',
	404: 'Not found can mean: the service is not activated for this company, the tenant is not entitled to LN REST APIs, the service account has no permission, or a name is misspelt (see "LN Path" in the options). It never means that there are no records.',
	422: 'LN refused the request in this company: check the company number.',
	429: 'The quota of the gateway is used up: lower "Requests per Minute" in the credential or run less often.',
	504: 'LN did not answer within the gateway’s time limit: choose a smaller page size.',
};

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
	const message = `${what} could not be read: ${problemOf(reply)}`;
	const description = adviceFor(reply);
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

function problemOf(reply: Reply): string {
	if (reply.kind === 'noAnswer') return reply.message;
	if (reply.status !== 200) return `HTTP ${reply.status}${detailOf(reply.text)}`;
	const { text } = reply;
	if (/^\s*</.test(text)) return 'a web page came instead of data';
	return looksCut(text)
		? `the answer is cut after ${text.length.toLocaleString('en-US')} characters`
		: 'the answer is no OData list or metadata';
}

function adviceFor(reply: Reply): string {
	if (reply.kind === 'noAnswer')
		return 'Check the network, and the addresses of gateway ("iu") and authorization server ("pu") in the .ionapi file; then run again.';
	if (reply.status === 200)
		return 'Nothing of it was used and nothing was skipped. Run again; if it stays, check that "iu" of the .ionapi file is the ION API gateway.';
	if (isPassing401(reply))
		return 'LN refused a good token several times in a row ("OAuth [U14]"), which passes by itself. Run again in a few minutes.';
	return (
		ADVICE[reply.status] ?? 'Run again; if it stays, give the message to your Infor administrator.'
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
