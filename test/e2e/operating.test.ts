import { countOutcomes } from '../host/report';
import type { Execution } from '../host/n8nClient';
import {
	ALERTS,
	ALL_TEMPLATES,
	BILLING_BY_CUSTOMER,
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RECONCILE,
	RETRY_FAILED,
	SETUP,
	SYNC_CUSTOMERS,
	TRIGGER,
	loadTemplate,
} from '../host/templates';
import type { TemplateFile } from '../host/templates';
import { expectedFirstSync } from '../sandbox/seed';
import { withSettings } from './withSettings';
import { dataOf } from './executions';
import type { World } from './world';
import { startWorld } from './world';

const LEDGER = 'cloudsuite_sync_ledger';
const CHECKPOINTS = 'cloudsuite_sync_checkpoints';

let world: World;
const ids = {} as Record<TemplateFile, string>;

beforeAll(async () => {
	world = await startWorld();
	for (const file of ALL_TEMPLATES)
		ids[file] = await world.n8n.createWorkflow(await loadTemplate(file, world.credentials));
});
afterAll(() => world?.end());

async function run(file: TemplateFile, trigger = MANUAL_TRIGGER): Promise<Execution> {
	const execution = await world.n8n.run(ids[file], trigger);
	const { status, data } = execution;
	expect([status, data?.resultData.error?.message]).toEqual(['success', undefined]);
	return execution;
}

/** Every row's hash is the one its content gives, and the checkpoint knows the last one. */
async function verified(): Promise<unknown[]> {
	const execution = await run(EXPORT_AUDIT);
	return dataOf(execution, 'Verify').map(({ flow, verified: isVerified, reason }) => [
		flow,
		isVerified,
		...(isVerified === true ? [] : [reason]),
	]);
}

describe('every template', () => {
	it.each(ALL_TEMPLATES)('%s is published as it is, once credentials are chosen', async (file) => {
		// n8n refuses nodes it does not know, and what is not chosen
		await expect(world.n8n.publish(ids[file])).resolves.toBeUndefined();
		await world.n8n.unpublish(ids[file]);
	});
});

// one story, in order
describe('running it', () => {
	it('begins with the setup, which says that all is ready', async () => {
		const [report] = dataOf(await run(SETUP), 'Readiness');
		expect(report).toMatchObject({ ready: true });
		const checks = report?.checks as Array<{ check: string; found: string }>;
		expect(checks.map(({ check }) => check)).toEqual([
			'Table cloudsuite_sync_ledger',
			'Table cloudsuite_sync_audit',
			'Table cloudsuite_sync_checkpoints',
			'CloudSuite',
			'Chargebee',
			'Custom field for the CloudSuite key',
			'Catalog with items (Product Catalog 2.0)',
		]);
		expect(checks[3]?.found).toBe('300 customers in company 1300');
	});

	it('syncs, and the chain of audit rows is verified', async () => {
		await run(SYNC_CUSTOMERS, TRIGGER);
		expect((await world.n8n.rows(LEDGER)).length).toBe(300);
		expect(await verified()).toEqual([['sync-customers', true]]);
	});

	it('compares both sides: what was not accepted is found, and what somebody changed by hand', async () => {
		const [customer] = world.chargebee.customers().filter(({ id }) => id.startsWith('ln-1300-'));
		world.chargebee.update(customer?.id ?? '', { company: 'Edited by hand' });
		const execution = await run(RECONCILE);
		const findings = dataOf(execution, 'Findings');
		expect(countBy(findings, 'finding')).toMatchObject({
			differs: 1,
			conflict: expectedFirstSync.conflict,
			invalid: expectedFirstSync.invalid,
		});
		const [state] = (await world.n8n.rows(CHECKPOINTS)).filter(
			({ flow }) => flow === 'state:reconcile-customers',
		);
		expect(JSON.parse(String(state?.counts))).toMatchObject({ source: 300 });
	});

	it('repairs what it found when that is switched on, and finds nothing of it the next time', async () => {
		const repairing = await world.n8n.createWorkflow(
			await withSettings(RECONCILE, world.credentials, { repair: true }),
		);
		const repaired = await world.n8n.run(repairing, MANUAL_TRIGGER);
		expect([repaired.status, repaired.data?.resultData.error?.message]).toEqual([
			'success',
			undefined,
		]);
		expect(
			world.chargebee.customers().filter(({ company }) => company === 'Edited by hand'),
		).toEqual([]);
		const findings = dataOf(await run(RECONCILE), 'Findings');
		expect(countBy(findings, 'finding').differs).toBeUndefined();
		expect((await verified()).map((row) => (row as unknown[]).slice(0, 2))).toEqual([
			['reconcile-customers', true],
			['sync-customers', true],
		]);
	});

	it('retries what failed: waits between tries, parks after the last one, and passes what was corrected', async () => {
		const { n8n, infor } = world;
		const open = async () =>
			(await n8n.rows(LEDGER)).filter(({ first_failed_at: at }) => Boolean(at));
		expect(await open()).toHaveLength(3);
		// just tried: nothing is due
		expect(dataOf(await run(RETRY_FAILED), 'How many')).toEqual([]);
		for (const contact of infor.data.contacts)
			if (contact.Email?.includes('(at)')) contact.Email = 'corrected@example.test';
		const now = await n8n.createWorkflow(
			await withSettings(RETRY_FAILED, world.credentials, { waitMinutes: 0 }),
		);
		const execution = await n8n.run(now, MANUAL_TRIGGER);
		expect(dataOf(execution, 'How many')).toMatchObject([{ records: 3 }]);
		expect(await open()).toHaveLength(2);
		const giveUp = await n8n.createWorkflow(
			await withSettings(RETRY_FAILED, world.credentials, { waitMinutes: 0, maxAttempts: 1 }),
		);
		await n8n.run(giveUp, MANUAL_TRIGGER);
		const parked = (await n8n.rows(LEDGER)).filter(({ parked: isParked }) => isParked === true);
		expect(parked).toHaveLength(2);
		expect(String(parked[0]?.reason)).toMatch(/^tried \d+ times since/);
	});

	it('tells of parked records by e-mail, once, and once when it is over', async () => {
		await run(ALERTS, TRIGGER);
		expect(world.mails.map(({ subject }) => subject)).toEqual([
			expect.stringMatching(/^Warning: .*wait for a person$/),
		]);
		await run(ALERTS, TRIGGER);
		expect(world.mails).toHaveLength(1);
		await world.n8n.deleteTable(LEDGER);
		await run(ALERTS, TRIGGER);
		expect(world.mails.map(({ subject }) => subject)[1]).toMatch(/^Well again: /);
	});

	it('finds the same state after all tables but the audit were lost, with no duplicate', async () => {
		const before = world.chargebee.customers().length;
		await world.n8n.deleteTable(CHECKPOINTS);
		await run(SYNC_CUSTOMERS, TRIGGER);
		expect(world.chargebee.customers()).toHaveLength(before);
		expect(countOutcomes(await world.n8n.rows(LEDGER)).created).toBeUndefined();
		expect(world.chargebee.violations()).toEqual([]);
		expect(world.infor.violations()).toEqual([]);
	});

	it('exports the audit masked, as CSV and JSON with a manifest', async () => {
		const execution = await run(EXPORT_AUDIT);
		const files = ['CSV file', 'JSON file'].flatMap((node) =>
			(execution.data?.resultData.runData[node] ?? []).flatMap((one) => one.data?.main[0] ?? []),
		);
		expect(files.map(({ json }) => json.kind)).toEqual([
			'export',
			'manifest',
			'export',
			'manifest',
		]);
	});

	it('adds up revenue by CloudSuite customer, and writes nothing', async () => {
		world.newCalls();
		await run(BILLING_BY_CUSTOMER);
		expect(world.newCalls().filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});

function countBy(
	rows: ReadonlyArray<Record<string, unknown>>,
	field: string,
): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
	return counts;
}
