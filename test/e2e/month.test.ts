import type { Execution } from '../host/n8nClient';
import {
	ALERTS,
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RECONCILE,
	RECONCILE_ITEMS,
	RETRY_FAILED,
	SYNC_CUSTOMERS,
	SYNC_ITEMS,
	TRIGGER,
} from '../host/templates';
import { CHARGEBEE_CREDENTIAL, INFOR_CREDENTIAL } from '../host/connections';
import { AUDIT } from '../templates/storage/tables';
import { dataOf } from './executions';
import type { Entry, Office } from './month/calendar';
import { CALENDAR, DAYS } from './month/calendar';
import { SkippingClock } from './month/clock';
import { Work } from './month/work';
import type { Run } from './month/writes';
import { acceptedWrites, auditedWrites } from './month/writes';
import { withSettings } from './withSettings';
import type { World } from './world';
import { startWorld } from './world';

/** Hourly syncs are `MONTH_ROUNDS_PER_DAY=24`; in CI there is one a day. */
const ROUNDS = Number(process.env.MONTH_ROUNDS_PER_DAY ?? 1);
/** What happens every night when syncs are hourly happens every fifth night in CI. */
const NIGHTS = ROUNDS >= 8 ? 1 : 5;
const HOUR_MS = 3_600_000;

const clock = new SkippingClock();
let world: World;
let work: Work;
let office: Office;
const ids: Record<string, string> = {};
const runs: Run[] = [];
/** Entries that may let runs fail, and have not ended. */
let trouble = 0;

beforeAll(async () => {
	world = await startWorld({ clock });
	work = new Work(world);
	const { n8n, credentials } = world;
	// whoever retries in the real month waits; here nobody does
	const settings = {
		leaseMinutes: 0.05,
		waitMinutes: 0,
		repair: true,
		chargebeeCallsPerMinute: 1000,
	};
	for (const file of [SYNC_CUSTOMERS, SYNC_ITEMS, RETRY_FAILED, RECONCILE, RECONCILE_ITEMS, ALERTS])
		ids[file] = await n8n.createWorkflow(await withSettings(file, credentials, settings));
	ids[EXPORT_AUDIT] = await n8n.createWorkflow(await withSettings(EXPORT_AUDIT, credentials, {}));
	for (const file of [SYNC_CUSTOMERS, SYNC_ITEMS]) await n8n.publish(ids[file] ?? '');
	office = {
		...{ world, work, now: () => clock.now() },
		enterChargebeeKey: async (apiKey) => {
			await n8n.saveCredential(CHARGEBEE_CREDENTIAL, 'chargebeeSyncApi', { apiKey });
		},
		enterNextIonApi: async (file) => {
			await n8n.saveCredential(INFOR_CREDENTIAL, 'inforIonApi', {
				nextIonApiSecrets: JSON.stringify(file),
			});
		},
	};
});
afterAll(() => world?.end());

async function run(file: string, trigger: string): Promise<Execution> {
	const from = world.chargebee.history.length;
	const execution = await world.n8n.run(ids[file] ?? '', trigger);
	runs.push({
		id: `${ids[file] ?? ''}-${execution.id}`,
		calls: world.chargebee.history.slice(from),
	});
	if (trouble === 0)
		expect([file, execution.status, execution.data?.resultData.error?.message]).toEqual([
			...[file, 'success', undefined],
		]);
	return execution;
}

async function round(): Promise<void> {
	await run(SYNC_CUSTOMERS, TRIGGER);
	await run(SYNC_ITEMS, TRIGGER);
}

async function night(): Promise<void> {
	await run(RETRY_FAILED, MANUAL_TRIGGER);
	await run(RECONCILE, MANUAL_TRIGGER);
	await run(RECONCILE_ITEMS, MANUAL_TRIGGER);
	await run(ALERTS, TRIGGER);
}

const hourOf = ({ day, hour }: Pick<Entry, 'day' | 'hour'>) => (day - 1) * 24 + hour;

/** Everything that is due, in order; entries between two rounds happen before the second. @returns what did not happen */
async function passMonth(): Promise<Entry[]> {
	const due = [...CALENDAR];
	for (let day = 1; day <= DAYS; day += 1) {
		for (let turn = 0; turn < ROUNDS; turn += 1) {
			const hour = Math.floor(((turn + 0.5) * 24) / ROUNDS);
			while (due[0] && hourOf(due[0]) <= hourOf({ day, hour })) {
				const entry = due.shift();
				await entry?.happens(office);
				trouble += entry?.trouble === 'begins' ? 1 : entry?.trouble === 'ends' ? -1 : 0;
			}
			await round();
			clock.skip((24 * HOUR_MS) / ROUNDS);
		}
		if (day % NIGHTS === 0) await night();
	}
	return due;
}

const open = (execution: Execution) =>
	dataOf(execution, 'Findings').filter(
		({ finding }) => finding !== undefined && finding !== 'onlyInChargebee',
	);

// one story, in order
describe(`a month with ${ROUNDS} syncs a day`, () => {
	it('passes: outside of outages no run fails', async () => {
		expect(await passMonth()).toEqual([]);
	}, 7_200_000);

	it('ends with both sides alike, but for the twenty conflicts', async () => {
		// what the last night found is put right by the next sync
		await round();
		const customers = open(await run(RECONCILE, MANUAL_TRIGGER));
		expect(work.conflicts.size).toBe(20);
		expect(customers.filter(({ finding }) => finding !== 'conflict')).toEqual([]);
		expect(new Set(customers.map(({ sourceKey }) => sourceKey))).toEqual(work.conflicts);
		expect(open(await run(RECONCILE_ITEMS, MANUAL_TRIGGER))).toEqual([]);
		expect(
			world.chargebee.customers().filter(({ company }) => company === 'Edited by hand'),
		).toEqual([]);
		expect(world.chargebee.violations()).toEqual([]);
		expect(world.infor.violations()).toEqual([]);
	});

	it('has an audit row for every write Chargebee accepted, and none besides; every chain is whole', async () => {
		const rows = await world.tables.rows(AUDIT);
		const accepted = acceptedWrites(runs);
		expect(accepted.length).toBeGreaterThan(600);
		expect(auditedWrites(rows)).toEqual(accepted);
		const verify = dataOf(await run(EXPORT_AUDIT, MANUAL_TRIGGER), 'Verify');
		expect(verify.map(({ flow, verified }) => [flow, verified])).toEqual(
			verify.map(({ flow }) => [flow, true]),
		);
		expect(verify.map(({ flow }) => flow)).toEqual(
			expect.arrayContaining(['sync-customers', 'sync-items', 'reconcile-customers']),
		);
	});

	it('made no customer and no item twice', () => {
		for (const resource of ['customers', 'items', 'item_prices'] as const) {
			const keys = world.chargebee
				.records(resource)
				.filter(({ deleted, status }) => deleted !== true && status !== 'deleted')
				.map(
					({ meta_data: data, metadata }) => (data ?? metadata) as { cloudsuite?: string } | null,
				)
				.map((data) => data?.cloudsuite)
				.filter((key) => key !== undefined);
			expect([resource, new Set(keys).size]).toEqual([resource, keys.length]);
		}
	});

	it('told of the refused key once, and once when the new one was in place', () => {
		const told = world.mails.map(({ subject }) => subject);
		const refused = told.filter((subject) => /is refused$/.test(subject));
		expect(refused.filter((subject) => subject.startsWith('Critical: ')).length).toBe(
			refused.filter((subject) => subject.startsWith('Well again: ')).length,
		);
		expect(refused.length).toBeGreaterThanOrEqual(2);
	});

	it('costs next to nothing in an hour without changes', async () => {
		const before = world.chargebee.history.length;
		await round();
		const calls = world.chargebee.history.slice(before);
		expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
		// the conflicts are looked at again until they are parked
		expect(calls.length).toBeLessThanOrEqual(15);
	});
});
