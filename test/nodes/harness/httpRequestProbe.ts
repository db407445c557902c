import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** What n8n's HTTP Request node does with a predefined credential: a plain request, redirects followed. */
export class HttpRequestProbe implements INodeType {
	description: INodeType['description'];

	constructor(credential: string) {
		this.description = {
			displayName: 'Request',
			name: 'request',
			group: ['input'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credential, required: true }],
			properties: [
				{ displayName: 'URL', name: 'url', type: 'string', default: '' },
				{ displayName: 'Credential', name: 'credential', type: 'string', default: credential },
			],
		};
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const options = { method: 'GET' as const, url: this.getNodeParameter('url', 0) as string };
		const credential = this.getNodeParameter('credential', 0) as string;
		const answer = (await this.helpers.httpRequestWithAuthentication.call(
			this,
			credential,
			options,
		)) as object;
		return [[{ json: { ...answer } }]];
	}
}
