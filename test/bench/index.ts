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

/** The naive workflow: search, then create or update, for every record and every time. */
const NAIVE_CALLS_PER_RECORD = 2;
const REQUESTS_PER_MINUTE = 1_000;

interface Measured {
	records: number;
	run: string;
	calls: number;
	refused: number;
	/** On the sandbox's clock: what the site's limit makes of it. */
	minutes: number;
	/** Of this process, after the run. */
	heapMb: number;
}

/** Counts calls, not seconds of this machine: first load, re-run and a run with 1 % changed. */
async function measure(records: number): Promise<Measured[]> {
	forgetGovernors();
	const clock = new ManualClock();
	systemClock.now = () => clock.now();
	systemClock.sleep = (ms) => clock.sleep(ms);
	const sandbox = await startChargebeeSandbox({ clock, requestsPerMinute: REQUESTS_PER_MINUTE });
	const measured: Measured[] = [];
	const runs: Array<[string, IDataObject[]]> = [
		['first load', customers(records, 0)],
		['re-run', customers(records, 0)],
		['1 % changed', customers(records, 100)],
	];
	for (const [run, items] of runs) {
		const [callsBefore, startedAt] = [sandbox.history.length, clock.now()];
		const { error } = await runNode({
			nodeType: new ChargebeeSync(),
			parameters: {
				resource: 'customer',
				operation: 'upsert',
				sourceKey: '={{ $json.key }}',
				columns: { mappingMode: 'autoMapInputData', value: null },
				matchKeys: { key: [{ field: 'vat_number' }, { field: 'email' }] },
			},
			credentials: {
				chargebeeSyncApi: {
					site: 'acme-test',
					apiKey: FULL_ACCESS_KEY,
					plan: 'custom',
					requestsPerMinute: REQUESTS_PER_MINUTE,
					baseUrl: sandbox.url,
				},
			},
			credentialTypes: [new ChargebeeSyncApi()],
			items: items.map((json) => ({ json })),
		});
		if (error) throw error;
		const calls = sandbox.history.slice(callsBefore);
		measured.push({
			records,
			run,
			calls: calls.length,
			refused: calls.filter(({ status }) => status === 429).length,
			minutes: (clock.now() - startedAt) / 60_000,
			heapMb: process.memoryUsage().heapUsed / 2 ** 20,
		});
	}
	await sandbox.stop();
	return measured;
}

/** Every `changedEvery`-th has another name; 0 changes none. */
function customers(count: number, changedEvery: number): IDataObject[] {
	return Array.from({ length: count }, (_, n) => ({
		key: `ln:ACME_TST:1300:C${n}`,
		company: changedEvery > 0 && n % changedEvery === 0 ? `Renamed ${n}` : `Company ${n}`,
		email: `ap@company${n}.test`,
		billing_address_city: 'Oslo',
		billing_address_country: 'NO',
	}));
}

async function main(): Promise<void> {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	const sizes = process.argv
		.slice(2)
		.map(Number)
		.filter((size) => size > 0);
	console.log(
		`Chargebee calls at ${REQUESTS_PER_MINUTE} a minute; the naive workflow takes ${NAIVE_CALLS_PER_RECORD} per record every time.\n`,
	);
	console.log(
		'  records  run            calls  per record  fewer than naive  refused  minutes  heap MB',
	);
	for (const size of sizes.length > 0 ? sizes : [100, 1_000, 10_000]) {
		for (const { records, run, calls, refused, minutes, heapMb } of await measure(size)) {
			const cells = [
				String(records).padStart(9),
				run.padEnd(12),
				String(calls).padStart(7),
				(calls / records).toFixed(4).padStart(10),
				`${((records * NAIVE_CALLS_PER_RECORD) / calls).toFixed(0)} x`.padStart(16),
				String(refused).padStart(7),
				minutes.toFixed(1).padStart(7),
				heapMb.toFixed(0).padStart(7),
			];
			console.log(cells.join('  '));
		}
	}
}

void main();
