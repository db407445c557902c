import 'reflect-metadata';
import { LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeListSearchItems,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { CredentialStore } from './credentialsStub';
import { CredentialsStub } from './credentialsStub';

export interface SearchSetup {
	nodeType: INodeType;
	/** As they stand in the form; expressions are not resolved there. */
	parameters: IDataObject;
	store: CredentialStore;
	credentialTypes: readonly ICredentialType[];
}

/** What the list of a resource locator shows, by n8n-core's own context for forms. */
export async function searchList(
	{ nodeType, parameters, store, credentialTypes }: SearchSetup,
	method: string,
	filter?: string,
): Promise<INodeListSearchItems[]> {
	const node: INode = {
		id: 'Node',
		name: 'Node',
		type: 'test.node',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(
			credentialTypes.map(({ name }) => [name, { id: `id-${name}`, name }]),
		),
	};
	const workflow = new Workflow({
		id: 'workflow1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1' },
	});
	const additionalData = {
		credentialsHelper: new CredentialsStub(credentialTypes, store),
		currentNodeParameters: parameters,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
	const search = nodeType.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list ${method}`);
	return (await search.call(context, filter)).results;
}
