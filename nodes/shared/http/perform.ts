import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INode,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { asText } from '../text';
import { readNetworkError } from './noAnswer';
import type { Reply } from './send';

/**
 * How every request goes out: all statuses come back as answers (a 401 must not make n8n log in by itself),
 * bodies as text, and nothing follows a redirect with credentials to another host.
 */
export const PLAIN_ANSWER = {
	encoding: 'text',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
	sendCredentialsOnCrossOriginRedirect: false,
} satisfies Partial<IHttpRequestOptions>;

/**
 * Runs one request of n8n's helper and says what came of it: an answer, no answer, or that the execution was cancelled.
 * @throws NodeApiError for anything that is neither, e.g. a refused log-in
 */
export async function perform(
	node: INode,
	request: () => Promise<unknown>,
): Promise<Reply | 'cancelled'> {
	try {
		const response = (await request()) as IN8nHttpFullResponse;
		return {
			kind: 'answer',
			status: response.statusCode,
			headers: lowerCaseNames(response.headers),
			text: typeof response.body === 'string' ? response.body : JSON.stringify(response.body),
		};
	} catch (error) {
		const outcome = readNetworkError(error);
		if (outcome === undefined) throw new NodeApiError(node, error as JsonObject);
		return outcome;
	}
}

function lowerCaseNames(headers: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), asText(value)]),
	);
}
