import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Reply } from '../../shared/http/send';
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
	/** Chargebee's error code, or the network's. */
	code: string;
	reason: string;
	actionToTake: string;
	param: string | null;
}

const STOP_ACTIONS: Record<string, string> = {
	api_authentication_failed:
		'Check the API key in the Chargebee credential: it may be disabled, deleted or of another site.',
	basic_authentication_failed: 'Check the API key in the Chargebee credential.',
	api_authorization_failed:
		'Use a full-access API key in the Chargebee credential: this one may not do that.',
	request_blocked: 'Ask Chargebee why the site or its API is blocked.',
	site_not_found: 'Check the site name (or the base URL) in the Chargebee credential.',
	configuration_incompatible:
		'This site is on Product Catalog 1.0, or the feature is not enabled: ask Chargebee to enable it.',
};

/** What a reply other than 2xx means, in words for the person who has to act. */
export function describeFailure(reply: Reply): Failure {
	if (reply.kind === 'noAnswer') {
		return {
			kind: 'failed',
			code: reply.code,
			reason: `Chargebee gave no answer: ${reply.message}.`,
			actionToTake:
				'Nothing to fix in the record: run again. If it lasts, check the network and status.chargebee.com.',
			param: null,
		};
	}
	const error = readError(reply);
	const stop =
		STOP_ACTIONS[error.code] ??
		(error.status === 401 ? STOP_ACTIONS.api_authentication_failed : undefined);
	if (stop) return { ...plain(error), kind: 'stop', actionToTake: stop };
	if (error.status === 429) {
		return {
			...plain(error),
			kind: 'failed',
			actionToTake:
				'Run again later. If it happens often, lower the requests per minute in the Chargebee credential: other integrations share the limit.',
		};
	}
	if (error.status >= 500) {
		return {
			...plain(error),
			kind: 'failed',
			actionToTake: 'Nothing to fix in the record: run again.',
		};
	}
	if (error.code === 'unable_to_process_request') {
		return {
			...plain(error),
			kind: 'failed',
			actionToTake: 'Another run wrote to this record at the same moment: run again.',
		};
	}
	if (error.code.startsWith('http_')) {
		return {
			...plain(error),
			kind: 'failed',
			actionToTake:
				'This answer is not one of Chargebee: check the base URL in the credential, and what stands between n8n and Chargebee (proxy, firewall), then run again.',
		};
	}
	return {
		...plain(error),
		kind: 'rejected',
		actionToTake: error.param
			? `Correct ${error.param} in CloudSuite or in the mapping, then run again.`
			: 'Correct the record in CloudSuite or in the mapping, then run again.',
	};
}

function plain(error: ChargebeeError): Omit<Failure, 'kind' | 'actionToTake'> {
	const where = error.param ? ` (${error.param})` : '';
	return {
		code: error.code,
		reason: `Chargebee: ${error.message}${where} [${error.code}, HTTP ${error.status}]`,
		param: error.param,
	};
}

/** The same as an error that ends the node, with n8n's own hints for its interface. */
export function toNodeError(node: INode, reply: Reply, itemIndex?: number): NodeApiError {
	const failure = describeFailure(reply);
	return new NodeApiError(
		node,
		{ message: failure.reason },
		{
			message: failure.reason,
			description: failure.actionToTake,
			...(reply.kind === 'answer' ? { httpCode: String(reply.status) } : {}),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
}
