import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../credentials/InforIonApi.credentials';
import type * as NodeModule from '../../nodes/CloudSuite/CloudSuite.node';
import { systemClock } from '../../nodes/shared/http/clock';
import { forgetGovernors } from '../../nodes/shared/pace/registry';
import type { Telling } from '../golden/difference';
import { runNode } from '../nodes/harness/runNode';
import type { InforSandbox } from '../sandbox/infor';
import { startInforSandbox } from '../sandbox/infor';
import { ManualClock } from '../sandbox/shared/clock';

// by its full name: without one tsx finds `CloudSuite.node.json`, which lies beside it
const { CloudSuite } = createRequire(__filename)(
	'../../nodes/CloudSuite/CloudSuite.node.ts',
) as typeof NodeModule;

/** Rows a call, where the product has such an option. */
const PAGE_SIZE = 1_000;

export interface ReadingMeasured {
	product: string;
	what: 'customers' | 'items';
	records: number;
	calls: number;
	/** Heap above the start, after each answer at its highest, and what is left of it when only the output is kept. */
	peakMb: number;
	outputMb: number;
}

/** Reads all masters of one product: counts calls, and the memory it takes beside what it returns. */
export async function measureReading(
	{ product, name, company }: Pick<Telling, 'product' | 'name' | 'company'>,
	records: number,
): Promise<ReadingMeasured[]> {
	process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	forgetGovernors();
	const clock = new ManualClock();
	systemClock.now = () => clock.now();
	systemClock.sleep = (ms) => clock.sleep(ms);
	const sandbox = await startInforSandbox({ clock, records });
	const selected = { product, company };
	const measured = [
		{ product: name, ...(await readAll(sandbox, { ...selected, resource: 'customer' })) },
		{ product: name, ...(await readAll(sandbox, { ...selected, resource: 'item' })) },
	];
	await sandbox.stop();
	return measured;
}

async function readAll(
	sandbox: InforSandbox,
	parameters: IDataObject,
): Promise<Omit<ReadingMeasured, 'product'>> {
	// the log-in and what is kept of the tenant are not this run's
	await read(parameters, sandbox.ionApi, 1);
	const [callsBefore, start] = [sandbox.history.length, heapMb()];
	let peak = start;
	sandbox.afterRequest = () => {
		peak = Math.max(peak, heapMb());
	};
	const output = await read(parameters, sandbox.ionApi);
	sandbox.afterRequest = () => undefined;
	const calls = sandbox.history.length - callsBefore;
	// the history is the sandbox's memory, not the node's
	sandbox.history.length = callsBefore;
	const outputMb = heapMb() - start;
	const what = parameters.resource === 'item' ? 'items' : 'customers';
	return { what, records: output.length, calls, peakMb: peak - start, outputMb };
}

async function read(
	parameters: IDataObject,
	ionApi: Record<string, string>,
	limit?: number,
): Promise<unknown[]> {
	const { outputs, error } = await runNode({
		nodeType: new CloudSuite(),
		parameters: {
			operation: 'getAll',
			...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
			options: { pageSize: PAGE_SIZE },
			...parameters,
		},
		credentials: {
			inforIonApi: { ionApi: JSON.stringify(ionApi), requestsPerMinute: 3000 },
		},
		credentialTypes: [new InforIonApi()],
	});
	if (error) throw error;
	return outputs[0] ?? [];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMb(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 2 ** 20;
}
