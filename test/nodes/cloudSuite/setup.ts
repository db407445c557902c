import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { companiesThere } from '../../../nodes/CloudSuite/products/dataFabric/companies';
import { keptConfigurations } from '../../../nodes/CloudSuite/products/csi/configurations';
import { keptMetadata } from '../../../nodes/CloudSuite/products/ln/metadataStore';
import { refusedTokens } from '../../../nodes/CloudSuite/transport/refusedToken';
import { told } from '../../../nodes/CloudSuite/trigger/tell';
import { systemClock } from '../../../nodes/shared/http/clock';
import { forgetGovernors } from '../../../nodes/shared/pace/registry';
import { logInPauses } from '../../../nodes/shared/token/logIn';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';
import type { InforSandbox, InforSandboxOptions } from '../../sandbox/infor';
import { startInforSandbox } from '../../sandbox/infor';
import { ManualClock } from '../../sandbox/shared/clock';
import { CredentialStore } from '../harness/credentialsStub';
import type { NodeResult, NodeRun } from '../harness/runNode';
import { runNode } from '../harness/runNode';

export interface Bench {
	clock: ManualClock;
	sandbox: InforSandbox;
	/** The credential as n8n stores it: shared by all executions. */
	store: CredentialStore;
	run: (parameters?: IDataObject, options?: Partial<NodeRun>) => Promise<NodeResult>;
	/** Get Many over all customers of company 1300; fails the test when the node fails. */
	readAll: (parameters?: IDataObject) => Promise<SourceCustomer[]>;
	/** Requests to products since the last call of this function. */
	newCalls: () => InforSandbox['history'];
}

const open: InforSandbox[] = [];

export async function startBench(
	options: InforSandboxOptions & {
		credential?: IDataObject;
		/** By how much the clock of n8n is ahead of the tenant's. */
		skewMs?: number;
	} = {},
): Promise<Bench> {
	forgetGovernors();
	logInPauses.clear();
	refusedTokens.clear();
	keptMetadata.clear();
	companiesThere.clear();
	told.clear();
	keptConfigurations.clear();
	const { credential, skewMs = 0, ...sandboxOptions } = options;
	const clock = new ManualClock();
	jest.spyOn(systemClock, 'now').mockImplementation(() => clock.now() + skewMs);
	jest.spyOn(systemClock, 'sleep').mockImplementation((ms) => clock.sleep(ms));
	const sandbox = await startInforSandbox({ ...sandboxOptions, clock });
	open.push(sandbox);
	const store = new CredentialStore({
		inforIonApi: {
			ionApi: JSON.stringify(sandbox.ionApi),
			requestsPerMinute: 3000,
			...credential,
		},
	});
	let seen = 0;
	const run: Bench['run'] = (parameters = {}, runOptions = {}) =>
		runNode({
			nodeType: new CloudSuite(),
			parameters: {
				product: 'ln',
				resource: 'customer',
				operation: 'getAll',
				company: '1300',
				returnAll: true,
				...parameters,
			},
			credentials: store,
			credentialTypes: [new InforIonApi()],
			...runOptions,
		});
	return {
		clock,
		sandbox,
		store,
		run,
		readAll: async (parameters) => {
			const { outputs, error } = await run(parameters);
			if (error) throw error;
			return (outputs[0] ?? []).map(({ json }) => json as unknown as SourceCustomer);
		},
		newCalls: () => {
			const fresh = sandbox.history
				.slice(seen)
				.filter(({ path }) => !path.includes('/as/') && !path.includes('/Mingle/'));
			seen = sandbox.history.length;
			return fresh;
		},
	};
}

export async function stopBenches(): Promise<void> {
	jest.restoreAllMocks();
	await Promise.all(open.splice(0).map((sandbox) => sandbox.stop()));
}
