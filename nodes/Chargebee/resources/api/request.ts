import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { fingerprint } from '../../../shared/canonicalJson';
import { operationError } from '../../../shared/errors/nodeErrors';
import { forEachItem } from '../../../shared/forEachItem';
import { objectOf, unlessText } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { ChargebeeClient } from '../../transport/client';
import { parseObject } from '../../transport/errorBody';
import { toNodeError } from '../../transport/failure';
import type { FormObject } from '../../transport/form';
import { listPages } from '../../transport/list';
import { readClientSettings } from '../../transport/settings';

/** One request as the user put it together. */
interface ApiRequest {
	method: 'GET' | 'POST';
	path: string;
	parameters: FormObject;
}

/** Sends what the node has no operation for, with the same key, pace and retries as everything else. */
export async function sendRequests(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this, readClientSettings(this));
	const sendOne = async (item: number): Promise<IDataObject[]> => {
		const request = readRequest(this, item);
		const returnAll = this.getNodeParameter('returnAllPages', item, false) === true;
		if (request.method === 'GET' && returnAll) return await allPages(this, client, request);
		const { reply } =
			request.method === 'GET'
				? await client.get(request.path, request.parameters)
				: await client.post(request.path, request.parameters, keyOf(this, request, item));
		if (reply.kind !== 'answer' || reply.status < 200 || reply.status >= 300)
			throw toNodeError(this.getNode(), reply, item);
		return [parseObject(reply.text) as IDataObject];
	};
	return [await forEachItem(this, sendOne)];
}

/** Entries of a list one by one, as Chargebee wraps them. */
async function allPages(
	context: IExecuteFunctions,
	client: ChargebeeClient,
	{ path, parameters }: ApiRequest,
): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	for await (const page of listPages(client, context.getNode(), path, parameters))
		entries.push(...page.entries);
	return entries;
}

function readRequest(context: IExecuteFunctions, item: number): ApiRequest {
	const path = asText(context.getNodeParameter('path', item)).trim();
	if (!isPath(path)) {
		const said = say('parameter_wrong', {
			parameter: 'Path',
			value: `"${path}"`,
			expected:
				'a path of the API without host and query, e.g. /customers or /customers/cbdemo/hierarchy',
		});
		throw operationError(context.getNode(), said, item);
	}
	return {
		method: context.getNodeParameter('method', item) as ApiRequest['method'],
		path,
		parameters: readParameters(context, item),
	};
}

/** The key goes to the credential's own site only, so a path must not lead anywhere else. */
export function isPath(path: string): boolean {
	return /^\/(?!\/)[^\s?#\\]+$/.test(path) && !/(^|\/)\.{1,2}(\/|$)/.test(decoded(path));
}

function decoded(path: string): string {
	return path.replace(/%2e/gi, '.').replace(/%2f/gi, '/');
}

function readParameters(context: IExecuteFunctions, item: number): FormObject {
	if (context.getNodeParameter('specifyParameters', item) !== 'json') {
		const rows = context.getNodeParameter('parameters.parameter', item, []) as Array<{
			name: string;
			value: unknown;
		}>;
		// names such as billing_address[city] are Chargebee's own and go out as they are
		return Object.fromEntries(
			rows
				.filter(({ name }) => name.trim() !== '')
				.map(({ name, value }) => [name.trim(), asText(value)]),
		);
	}
	const source = context.getNodeParameter('parametersJson', item);
	const isBlank = typeof source === 'string' && source.trim() === '';
	const object = isBlank ? {} : objectOf(unlessText(source));
	if (object && !Array.isArray(object)) return object as FormObject;
	throw operationError(context.getNode(), say('value_not_object', { field: 'Parameters' }), item);
}

/** "Retry on Fail" sends the same key again, and Chargebee then does it only once. */
function keyOf(context: IExecuteFunctions, request: ApiRequest, item: number): string {
	const given = asText(context.getNodeParameter('options.idempotencyKey', item, '')).trim();
	if (given) return given.slice(0, 100);
	const facts = [context.getExecutionId(), context.getNode().id, item, request];
	return `n8ncb-${fingerprint(facts).slice(0, 40)}`;
}
