import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChains } from '../../nodes/SyncLog/audit/verify';
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
import type { World } from './world';
import { startWorld } from './world';

/** In CI a fifth of what was loaded once: `KILLED_CUSTOMERS=5000 npm run test:e2e` takes ten minutes for this alone. */
const CUSTOMERS = Number(process.env.KILLED_CUSTOMERS ?? 1_000);
const KILLS = Number(process.env.KILLED_TIMES ?? 10);
/** n8n keeps its Data Tables to 200 MB, which is too little for a hundred thousand: `KILLED_IN=postgres`. */
const IN_POSTGRES = process.env.KILLED_IN === 'postgres';
/** Fractions of a minute: whoever starts n8n again does not want to wait for it here. */
const LEASE_MINUTES = 0.02;

const ACCEPTED: ReadonlySet<string> = new Set(['created', 'updated', 'linked', 'unchanged']);

let world: World;

beforeAll(async () => {
	world = await startWorld({
		records: CUSTOMERS,
		requestsPerMinute: 100_000,
		postgres: IN_POSTGRES,
	});
});
afterAll(() => world?.end());

const made = () => world.chargebee.customers().length;

/** Waits until so many customers are in Chargebee, or none came for longer than it takes to read a slice. */
async function untilMade(count: number): Promise<void> {
	const patience = Math.max(100, CUSTOMERS / 10);
	for (let [before, still] = [made(), 0]; made() < count && still < patience; before = made()) {
		await sleep(100);
		still = made() === before ? still + 1 : 0;
	}
}

async function finish(n8n: N8nClient, id: string): Promise<void> {
	for (;;) {
		await sleep(LEASE_MINUTES * 60_000);
		const { status } = await n8n.run(id, TRIGGER);
		const [checkpoint] = (await world.tables.rows('cloudsuite_sync_checkpoints')).filter(
			({ flow }) => flow === 'sync-customers',
		);
		if (status === 'success' && checkpoint?.last_key === '' && checkpoint.finished_at) return;
	}
}

describe(`a load of ${CUSTOMERS} customers, with n8n killed ${KILLS} times meanwhile`, () => {
	it('ends as if nothing had happened: no customer twice, none missing', async () => {
		const random = new Random(20261127);
		let { n8n } = world;
		const template = await withSettings(world.file(SYNC_CUSTOMERS), world.credentials, {
			// large slices for a first load: customers are matched by their VAT numbers by reading the list, once a slice
			sliceSize: CUSTOMERS / 20,
			leaseMinutes: LEASE_MINUTES,
		});
		const id = await n8n.createWorkflow(template);
		for (let kill = 1; kill <= KILLS; kill += 1) {
			await n8n.begin(id, TRIGGER);
			await untilMade(Math.min(made() + random.between(10, (CUSTOMERS * 1.25) / KILLS), CUSTOMERS));
			n8n = await world.crash();
			// a run that was killed keeps its lease for a moment
			await sleep(LEASE_MINUTES * 60_000);
		}
		await finish(n8n, id);
		// what was behind the slices that were finished when it was killed
		await finish(n8n, id);

		const references = world.chargebee
			.customers()
			.map(({ id, meta_data: data }) => [(data as { cloudsuite?: string } | null)?.cloudsuite, id])
			.filter(([key]) => key !== undefined);
		const idOf = new Map(references as Array<[string, string]>);
		expect(idOf.size).toBe(references.length);
		const ledger = await world.tables.rows('cloudsuite_sync_ledger');
		expect(new Set(ledger.map(({ source_key: key }) => key)).size).toBe(CUSTOMERS);
		expect(ledger).toHaveLength(CUSTOMERS);
		const accepted = ledger.filter(({ outcome }) => ACCEPTED.has(String(outcome)));
		expect(accepted.filter((row) => idOf.get(String(row.source_key)) !== row.chargebee_id)).toEqual(
			[],
		);
		expect(accepted).toHaveLength(idOf.size);
		expect(
			new Set(ledger.filter((row) => !accepted.includes(row)).map(({ outcome }) => outcome)),
		).toEqual(new Set(['conflict', 'invalid']));
		expect(world.chargebee.violations()).toEqual([]);
		expect(world.infor.violations()).toEqual([]);

		const reconcile = await n8n.createWorkflow(
			await loadTemplate(world.file(RECONCILE), world.credentials),
		);
		expect(await n8n.ended(await n8n.begin(reconcile, MANUAL_TRIGGER))).toBe('success');
		const compared = (await world.tables.rows('cloudsuite_sync_checkpoints')).find(
			({ flow }) => flow === 'state:reconcile-customers',
		);
		const { counts } = JSON.parse(String(compared?.counts)) as { counts: Record<string, number> };
		const { onlyInChargebee: _others, ...ours } = counts;
		expect(ours).toEqual({
			agrees: accepted.length,
			conflict: ledger.filter(({ outcome }) => outcome === 'conflict').length,
			invalid: ledger.filter(({ outcome }) => outcome === 'invalid').length,
		});

		const verify = await n8n.createWorkflow(
			await loadTemplate(world.file(EXPORT_AUDIT), world.credentials),
		);
		expect(await n8n.ended(await n8n.begin(verify, MANUAL_TRIGGER))).toBe('success');
		// asked of the table: the data of an execution with so many rows are more than n8n's API gives
		const chains = verifyChains(
			await world.tables.rows('cloudsuite_sync_audit'),
			(await world.tables.rows('cloudsuite_sync_checkpoints')).filter(
				({ flow }) => flow === 'sync-customers',
			),
			new Map(),
		);
		expect(chains.map(({ flow, verified }) => [flow, verified])).toEqual([
			['sync-customers', true],
		]);
	}, 14_400_000);
});
