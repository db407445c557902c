import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError } from '../../../shared/errors/nodeErrors';
import type { Said } from '../../../shared/errors/types';
import type { Reply } from '../../../shared/http/send';
import type { Answer } from '../../../shared/http/verdict';
import { say } from '../../errors/say';
import { describeFailure, detailOf, toNodeError } from '../../transport/failure';
import { isNoJson } from '../../transport/judge';

/** Whose error it is. */
export interface Place {
	node: INode;
	/** The input item. */
	item: number | undefined;
}

/** What a 404 means: an address nobody knows, or, where that is known to be right, a query nobody knows any more. */
export type Gone = 'compass_not_found' | 'compass_job_gone';

/** An answer that is no refusal. @throws NodeApiError for one that is, and for none */
export function goodAnswer(
	{ node, item }: Place,
	reply: Reply,
	what: string,
	gone: Gone = 'compass_not_found',
): Answer {
	if (reply.kind !== 'answer') throw toNodeError(node, what, reply, item);
	const { status, text } = reply;
	if (status >= 200 && status <= 299) return reply;
	const code = status === 404 ? gone : status === 403 ? 'compass_forbidden' : undefined;
	if (code === undefined) throw toNodeError(node, what, reply, item);
	throw apiError(node, say(code, { what, said: detailOf(text) }), status, item);
}

/** An answer nobody can read: a web page, a text that is cut, or something else. */
export function unreadable({ node, item }: Place, what: string, answer: Answer): NodeApiError {
	const said = isNoJson(answer.text)
		? describeFailure(what, { ...answer, status: 200 })
		: say('compass_unreadable', { what });
	return apiError(node, said, answer.status, item);
}

/**
 * Why a query failed, in words for the person who has to act. A table that is not published and one that may not be read
 * are told apart by nobody: Compass names both an invalid reference.
 */
export function failureOf(what: string, said: string): Said {
	const named = { what, said: said || 'no reason given' };
	return isUnknownName(said) ? say('compass_name_unknown', named) : say('compass_failed', named);
}

/** e.g. `Invalid property name references: 'LN_tccom100.nama' ... or you do not have appropriate permissions` */
export function isUnknownName(said: string): boolean {
	return /invalid (property|object|table) name|appropriate permission/i.test(said);
}
