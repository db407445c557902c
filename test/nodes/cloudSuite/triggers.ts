import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuiteTrigger } from '../../../nodes/CloudSuite/CloudSuiteTrigger.node';
import { Poller } from '../harness/pollNode';
import type { Bench } from './setup';

/** A trigger on the sandbox, with the credential all executions share. */
export function startTrigger(bench: Bench, parameters: IDataObject): Poller {
	return new Poller({
		nodeType: new CloudSuiteTrigger(),
		parameters: { startFrom: 'now', ...parameters },
		store: bench.store,
		credentialTypes: [new InforIonApi()],
	});
}

/** What a poll delivers: ids, in the order they came. */
export async function polled(trigger: Poller): Promise<unknown[]> {
	return (await trigger.poll()).map(({ json }) => json.id);
}
