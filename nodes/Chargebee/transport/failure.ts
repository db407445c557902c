import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError } from '../../shared/errors/nodeErrors';
import type { ErrorClass, Said } from '../../shared/errors/types';
import type { NoAnswer } from '../../shared/http/noAnswer';
import { networkGroup } from '../../shared/http/noAnswer';
import type { Reply } from '../../shared/http/send';
import { API_ERRORS } from '../errors/apiErrors';
import type { OTHER_ANSWERS } from '../errors/otherAnswers';
import { say } from '../errors/say';
import type { ChargebeeError } from './errorBody';
import { readError } from './errorBody';

/**
 * Whose fault a failed request is:
 * - `stop`: the key, the site or the set-up is wrong, nothing else will work either
 * - `rejected`: Chargebee refused this record's values
 * - `failed`: nobody's fault (network, outage, throttling): a later run will do
 */
export interface Failure {
	kind: 'stop' | 'rejected' | 'failed';
	class: ErrorClass;
	/** Chargebee's error code, or the network's. */
	code: string;
	reason: string;
	actionToTake: string;
	param: string | null;
}

const KIND: Record<ErrorClass, Failure['kind']> = {
	auth: 'stop',
	configuration: 'stop',
	invalid: 'rejected',
	rejected: 'rejected',
	conflict: 'failed',
	throttled: 'failed',
	outage: 'failed',
};

/** What a reply other than 2xx means, in words for the person who has to act. */
export function describeFailure(reply: Reply): Failure {
	if (reply.kind === 'noAnswer') {
		return toFailure(explainSilence(reply), reply.code, null);
	}
	const error = readError(reply);
	const { status, code, param } = error;
	const said = say(entryFor(error), {
		said: error.message,
		where: param ? ` (${param})` : '',
		field: param ?? 'the record',
		code,
		status,
	});
	return toFailure(said, code, param);
}

function toFailure(said: Said, code: string, param: string | null): Failure {
	return { ...said, kind: KIND[said.class], code, param };
}

function explainSilence({ code, message }: NoAnswer): Said {
	if (code === 'ANSWER_LOST') return say('answer_lost');
	return say(`network_${networkGroup(code)}`, {
		what: 'Chargebee gave no answer',
		problem: message,
		check: 'status.chargebee.com',
	});
}

type AnswerCode = keyof typeof API_ERRORS | keyof typeof OTHER_ANSWERS;

/** The entry of Chargebee's own code; for answers without one, and codes it may add one day, the status decides. */
function entryFor({ code, cause, status }: ChargebeeError): AnswerCode {
	if (cause?.startsWith('gateway.')) return 'gateway.*';
	if (isKnown(code)) return code;
	if (status === 401) return 'http_401';
	if (status === 429) return 'http_429';
	if (status >= 500) return 'http_5xx';
	if (status < 300) return 'http_unreadable';
	return code === `http_${status}` ? 'http_other' : 'unknown_code';
}

function isKnown(code: string): code is keyof typeof API_ERRORS {
	return Object.hasOwn(API_ERRORS, code);
}

/** The same as an error that ends the node, with n8n's own hints for its interface. */
export function toNodeError(node: INode, reply: Reply, itemIndex?: number): NodeApiError {
	const status = reply.kind === 'answer' ? reply.status : undefined;
	return apiError(node, describeFailure(reply), status, itemIndex);
}
