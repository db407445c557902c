import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { CredentialStore } from './credentialsStub';
import { CredentialsStub } from './credentialsStub';

export interface PollSetup {
	nodeType: INodeType;
	parameters: IDataObject;
	store: CredentialStore;
	credentialTypes: readonly ICredentialType[];
}

/** A polling trigger as n8n keeps it while its workflow is active: with the static data it has between two polls. */
export class Poller {
	private readonly workflow: Workflow;
	private readonly node: INode;

	constructor(
		private readonly setup: PollSetup,
		private stored: IDataObject = {},
	) {
		this.node = {
			id: 'Trigger',
			name: 'Trigger',
			type: 'test.trigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: setup.parameters as INode['parameters'],
			credentials: Object.fromEntries(
				setup.credentialTypes.map(({ name }) => [name, { id: `id-${name}`, name }]),
			),
		};
		this.workflow = new Workflow({
			id: 'workflow1',
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes: {
				getByName: () => setup.nodeType,
				getByNameAndVersion: () => setup.nodeType,
				getKnownTypes: () => ({}),
			},
			settings: { executionOrder: 'v1' },
		});
	}

	/** What n8n has stored for the node, as it would come back from the database. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.stored)) as IDataObject;
	}

	/** As after a restart of n8n with an older, or no, stored state. */
	restore(staticData: IDataObject): void {
		this.stored = JSON.parse(JSON.stringify(staticData)) as IDataObject;
	}

	/** One poll in n8n-core's own context. Static data changes in memory, as in n8n, whatever comes of the poll. */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<INodeExecutionData[]> {
		const additionalData = {
			credentialsHelper: new CredentialsStub(this.setup.credentialTypes, this.setup.store),
			executionId: 'poll1',
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
		const context = new PollContext(
			this.workflow,
			this.node,
			additionalData,
			mode,
			'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			() => this.stored,
		);
		const output = await this.setup.nodeType.poll?.call(context);
		return output?.[0] ?? [];
	}
}
