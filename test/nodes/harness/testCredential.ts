import 'reflect-metadata';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialType,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type { CredentialStore } from './credentialsStub';
import { CredentialsStub } from './credentialsStub';

/**
 * What n8n's "Test" button does with a credential's declarative `test`: the request goes through n8n-core's own
 * routing node, and an error with an answer is looked up in the rules of kind `responseCode` by its status.
 * @returns the message a person sees
 */
export async function testCredential(
	type: ICredentialType,
	store: CredentialStore,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	const test = type.test;
	if (!test) throw new Error(`${type.name} has no test`);
	const nodeType = probe(type.name, test.request);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: `id-${type.name}`, name: type.name } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		{
			credentialsHelper: new CredentialsStub([type], store),
		} as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = {
		id: `id-${type.name}`,
		name: type.name,
		type: type.name,
		data: {
			...Object.fromEntries(type.properties.map(({ name, default: value }) => [name, value])),
			...store.read(type.name),
		} as never,
	};
	return await new RoutingNode(context, nodeType, decrypted).runNode().then(
		() => ({ status: 'OK', message: 'Connection successful!' }),
		(error: RoutingError) => ({ status: 'Error', message: messageOf(error, test.rules) }),
	);
}

interface RoutingError extends Error {
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

function messageOf(
	{ cause, message }: RoutingError,
	rules: NonNullable<ICredentialType['test']>['rules'] = [],
): string {
	if (cause?.response) {
		const { status, statusText } = cause.response;
		const rule = rules.find(
			(one) => one.type === 'responseCode' && one.properties.value === status,
		);
		return rule?.properties.message ?? (statusText || `Received HTTP status code: ${status}`);
	}
	return cause?.code ?? message;
}

function probe(credential: string, request: object): INodeType {
	return {
		description: {
			displayName: 'No Operation',
			name: 'n8n-nodes-base.noOp',
			group: ['organization'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credential, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
}
