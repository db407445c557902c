import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { CredentialsStub, CredentialStore } from './credentialsStub';

export interface NodeRun {
	nodeType: INodeType;
	parameters: IDataObject;
	/** By credential type; or a store that several executions share. */
	credentials: Record<string, ICredentialDataDecryptedObject> | CredentialStore;
	credentialTypes: readonly ICredentialType[];
	items?: INodeExecutionData[];
	onError?: OnError;
	/** n8n's "Retry on Fail", two tries. */
	retryOnFail?: boolean;
	executionId?: string;
	/** Asked every few milliseconds; the execution is cancelled as soon as it is true. */
	cancelWhen?: () => boolean;
}

export interface NodeResult {
	/** Items per output: success, and error output if there is one. */
	outputs: INodeExecutionData[][];
	error: Error | undefined;
	hints: NodeExecutionHint[];
	/** n8n's own word, e.g. `success`, `error`, `canceled`. */
	status: string;
	store: CredentialStore;
}

const CANCEL_POLL_MS = 2;

/** Runs one node in n8n-core's real execution engine, over real sockets, with the items given. */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	const store =
		run.credentials instanceof CredentialStore
			? run.credentials
			: new CredentialStore(run.credentials);
	const start = node('Start', 'test.start', {});
	const tested: INode = {
		...node('Tested', 'test.tested', run.parameters),
		credentials: Object.fromEntries(
			run.credentialTypes.map(({ name }) => [name, { id: `id-${name}`, name }]),
		),
		...(run.onError ? { onError: run.onError } : {}),
		...(run.retryOnFail ? { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 } : {}),
	};
	const types: Record<string, INodeType> = { 'test.start': START, 'test.tested': run.nodeType };
	const workflow = new Workflow({
		id: 'workflow1',
		nodes: [start, tested],
		connections: {
			Start: { main: [[{ node: 'Tested', type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes: {
			getByName: (type) => types[type] as INodeType,
			getByNameAndVersion: (type) => types[type] as INodeType,
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1' },
	});
	const executionId = run.executionId ?? 'execution1';
	const additionalData = {
		credentialsHelper: new CredentialsStub(run.credentialTypes, store),
		hooks: new ExecutionLifecycleHooks('manual', executionId, {
			id: 'workflow1',
			name: 'Test',
		} as IWorkflowBase),
		executionId,
		currentNodeExecutionIndex: 0,
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: start, data: { main: [run.items ?? [{ json: {} }]] }, source: null },
			],
		},
	});
	const execution = new WorkflowExecute(additionalData, 'manual', data).processRunExecutionData(
		workflow,
	);
	const poll = setInterval(() => {
		if (run.cancelWhen?.()) execution.cancel();
	}, CANCEL_POLL_MS);
	const result = await execution.finally(() => clearInterval(poll));
	return { ...readResult(result), store };
}

function readResult(run: IRun): Omit<NodeResult, 'store'> {
	const tested = run.data.resultData.runData.Tested?.[0];
	return {
		outputs: (tested?.data?.main ?? []).map((items) => items ?? []),
		error: tested?.error ?? run.data.resultData.error,
		hints: tested?.hints ?? [],
		status: run.status,
	};
}

function node(name: string, type: string, parameters: IDataObject): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	};
}

const START: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute() {
		return Promise.resolve([this.getInputData()]);
	},
};
