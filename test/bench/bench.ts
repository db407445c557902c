import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { ChargebeeSyncApi } from '../../credentials/ChargebeeSyncApi.credentials';
import type * as NodeModule from '../../nodes/Chargebee/ChargebeeSync.node';
import { systemClock } from '../../nodes/shared/http/clock';
import { forgetGovernors } from '../../nodes/shared/pace/registry';
import { runNode } from '../nodes/harness/runNode';
import { FULL_ACCESS_KEY, startChargebeeSandbox } from '../sandbox/chargebee';
import { ManualClock } from '../sandbox/shared/clock';

// by its full name: without one tsx finds `ChargebeeSync.node.json`, which lies beside it
const { ChargebeeSync } = createRequire(__filename)(
	'../../nodes/Chargebee/ChargebeeSync.node.ts',
) as typeof NodeModule;

export const REQUESTS_PER_MINUTE = 1_000;

/** One execution of the node, for one resource. */
export interface Step {
	parameters: IDataObject;
	items: IDataObject[];
}

export interface Measured {
	run: string;
	/** Records given to the node. */
	records: number;
	/** Requests that changed something. */
	writes: number;
	calls: number;
	refused: number;
	/** On the sandbox's clock: what the site's limit makes of it. */
	minutes: number;
	/** Of this process, after the run. */
	heapMb: number;
}

/** Runs of a few nodes each, against one site: counts calls, not seconds of this machine. */
export async function measure(
	runs: ReadonlyArray<{ name: string; steps: readonly Step[] }>,
): Promise<Measured[]> {
	process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	forgetGovernors();
	const clock = new ManualClock();
	systemClock.now = () => clock.now();
	systemClock.sleep = (ms) => clock.sleep(ms);
	const sandbox = await startChargebeeSandbox({ clock, requestsPerMinute: REQUESTS_PER_MINUTE });
	const measured: Measured[] = [];
	for (const { name, steps } of runs) {
		const [callsBefore, startedAt] = [sandbox.history.length, clock.now()];
		for (const step of steps) await runStep(sandbox.url, step);
		const calls = sandbox.history.slice(callsBefore);
		measured.push({
			run: name,
			records: steps.reduce((sum, { items }) => sum + items.length, 0),
			writes: calls.filter(({ method, status }) => method === 'POST' && status === 200).length,
			calls: calls.length,
			refused: calls.filter(({ status }) => status === 429).length,
			minutes: (clock.now() - startedAt) / 60_000,
			heapMb: process.memoryUsage().heapUsed / 2 ** 20,
		});
	}
	await sandbox.stop();
	return measured;
}

async function runStep(baseUrl: string, { parameters, items }: Step): Promise<void> {
	const { error } = await runNode({
		nodeType: new ChargebeeSync(),
		parameters: { operation: 'upsert', ...parameters },
		credentials: {
			chargebeeSyncApi: {
				site: 'acme-test',
				apiKey: FULL_ACCESS_KEY,
				plan: 'custom',
				requestsPerMinute: REQUESTS_PER_MINUTE,
				baseUrl,
			},
		},
		credentialTypes: [new ChargebeeSyncApi()],
		items: items.map((json) => ({ json })),
	});
	if (error) throw error;
}
