import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../host/n8nClient';
import {
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RECONCILE,
	SYNC_CUSTOMERS,
	TRIGGER,
	loadTemplate,
} from '../host/templates';
import { Random } from '../sandbox/seed/random';
import { withSettings } from './withSettings';
import { dataOf } from './executions';
import type { World } from './world';
import { startWorld } from './world';

/** In CI a fifth of what was loaded once: `KILLED_CUSTOMERS=5000 npm run test:e2e` takes ten minutes for this alone. */
const CUSTOMERS = Number(process.env.KILLED_CUSTOMERS ?? 1_000);
const KILLS = 10;
/** Fractions of a minute: whoever starts n8n again does not want to wait for it here. */
const LEASE_MINUTES = 0.02;

let world: World;

beforeAll(async () => {
	world = await startWorld({ records: CUSTOMERS, requestsPerMinute: 100_000 });
});
afterAll(() => world?.end());

const made = () => world.chargebee.customers().length;

/** Waits until so many customers are in Chargebee, or none came for a while. */
async function untilMade(count: number): Promise<void> {
	for (let [before, still] = [made(), 0]; made() < count && still < 100; before = made()) {
		await sleep(100);
		still = made() === before ? still + 1 : 0;
	}
}

async function finish(n8n: N8nClient, id: string): Promise<void> {
	for (;;) {
		await sleep(LEASE_MINUTES * 60_000);
		const { status } = await n8n.run(id, TRIGGER);
		const [checkpoint] = (await n8n.rows('cloudsuite_sync_checkpoints')).filter(
			({ flow }) => flow === 'sync-customers',
		);
		if (status === 'success' && checkpoint?.last_key === '' && checkpoint.finished_at) return;
	}
}

describe(`a load of ${CUSTOMERS} customers, with n8n killed ${KILLS} times meanwhile`, () => {
	it('ends as if nothing had happened: no customer twice, none missing', async () => {
		const random = new Random(20261127);
		let { n8n } = world;
		const template = await withSettings(SYNC_CUSTOMERS, world.credentials, {
			sliceSize: CUSTOMERS / 20,
			leaseMinutes: LEASE_MINUTES,
		});
		const id = await n8n.createWorkflow(template);
		for (let kill = 1; kill <= KILLS; kill += 1) {
			await n8n.begin(id, TRIGGER);
			await untilMade(Math.min(made() + random.between(10, CUSTOMERS / 8), CUSTOMERS));
			n8n = await world.crash();
			// a run that was killed keeps its lease for a moment
			await sleep(LEASE_MINUTES * 60_000);
		}
		await finish(n8n, id);
		// what was behind the slices that were finished when it was killed
		await finish(n8n, id);

		const keys = world.chargebee
			.customers()
			.map(({ meta_data: data }) => (data as { cloudsuite?: string } | undefined)?.cloudsuite)
			.filter((key) => key !== undefined);
		expect(new Set(keys).size).toBe(keys.length);
		const reconcile = await n8n.createWorkflow(await loadTemplate(RECONCILE, world.credentials));
		const compared = dataOf(await n8n.run(reconcile, MANUAL_TRIGGER), 'Compare');
		expect(compared.length).toBeGreaterThanOrEqual(CUSTOMERS);
		expect(new Set(compared.map(({ finding }) => finding))).toEqual(
			new Set(['agrees', 'conflict', 'invalid']),
		);
		const ledger = await n8n.rows('cloudsuite_sync_ledger');
		const ledgerKeys = ledger.map(({ source_key: key }) => key);
		expect(new Set(ledgerKeys).size).toBe(CUSTOMERS);
		expect(ledgerKeys).toHaveLength(CUSTOMERS);
		expect(world.chargebee.violations()).toEqual([]);
		expect(world.infor.violations()).toEqual([]);

		const verify = await n8n.createWorkflow(await loadTemplate(EXPORT_AUDIT, world.credentials));
		const chains = dataOf(await n8n.run(verify, MANUAL_TRIGGER), 'Verify');
		expect(chains.map(({ flow, verified }) => [flow, verified])).toEqual([
			['sync-customers', true],
		]);
	}, 900_000);
});
