import {
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	SETUP,
	SYNC_CUSTOMERS,
	TRIGGER,
	loadTemplate,
} from '../host/templates';
import { AUDIT, CHECKPOINTS, LEDGER } from '../templates/storage/tables';
import { dataOf } from './executions';
import { resting } from './resting';
import type { World } from './world';
import { startWorld } from './world';

let world: World;
let sync: string;
let setup: string;

beforeAll(async () => {
	world = await startWorld();
	const { n8n, credentials } = world;
	sync = await n8n.createWorkflow(resting(await loadTemplate(SYNC_CUSTOMERS, credentials)));
	setup = await n8n.createWorkflow(await loadTemplate(SETUP, credentials));
	await n8n.publish(sync);
	await n8n.run(sync, TRIGGER);
	// as an older version made them
	await n8n.deleteColumn(LEDGER, 'decision_id');
	await n8n.deleteColumn(CHECKPOINTS, 'source_count');
});
afterAll(() => world?.end());

interface Check {
	check: string;
	ok: boolean;
	found: string;
	toDo: string;
}

async function readiness(): Promise<{ ready: boolean; checks: Check[] }> {
	const execution = await world.n8n.run(setup, MANUAL_TRIGGER);
	expect(execution.data?.resultData.error?.message).toBeUndefined();
	const [report] = dataOf(execution, 'Readiness');
	return report as unknown as { ready: boolean; checks: Check[] };
}

const checkpoint = async () =>
	(await world.n8n.rows(CHECKPOINTS)).find(({ flow }) => flow === 'sync-customers');
const withoutColumns = ({
	id: _id,
	createdAt: _created,
	updatedAt: _updated,
	...row
}: Record<string, unknown>) => row;

// one story, in order
describe('tables of an older version', () => {
	it('are left alone while a run is at work, and the report says what they lack', async () => {
		const { id } = (await checkpoint()) ?? {};
		const lease = { lease_until: '2999-01-01T00:00:00.000Z', run_id: 'another' };
		await world.n8n.changeRow(CHECKPOINTS, id, lease);
		const { ready, checks } = await readiness();
		expect(ready).toBe(false);
		expect(checks.filter(({ ok }) => !ok)).toMatchObject([
			{ check: `Table ${LEDGER}`, found: 'columns are missing: decision_id' },
			{ check: `Table ${CHECKPOINTS}`, found: 'columns are missing: source_count' },
		]);
		expect(await world.n8n.tableNames()).toEqual([AUDIT, CHECKPOINTS, LEDGER].sort());
		expect(await checkpoint()).toMatchObject(lease);
		await world.n8n.changeRow(CHECKPOINTS, id, { lease_until: '', run_id: '' });
	});

	it('are made anew with all columns and all rows; the old ones are kept', async () => {
		const before = (await world.n8n.rows(LEDGER)).map(withoutColumns);
		const { ready, checks } = await readiness();
		expect(ready).toBe(true);
		expect(checks[0]?.found).toMatch(
			/^made anew with all columns; .* kept as cloudsuite_kept_ledger_\d{14}$/,
		);
		expect(checks[1]?.found).toBe('there, with all columns');
		expect(await world.n8n.tableNames()).toEqual([
			expect.stringMatching(/^cloudsuite_kept_checkpoints_/),
			expect.stringMatching(/^cloudsuite_kept_ledger_/),
			...[AUDIT, CHECKPOINTS, LEDGER].sort(),
		]);
		const after = (await world.n8n.rows(LEDGER)).map(withoutColumns);
		expect(after).toEqual(before.map((row) => ({ ...row, decision_id: null })));
		expect(await checkpoint()).toMatchObject({ lease_until: '', run_id: '', source_count: null });
	});

	it('and then the sync goes on as if nothing had been: no call to Chargebee, the chain whole', async () => {
		const { n8n, credentials } = world;
		// n8n takes the table that was changed last of those a name is a part of: the old ones must be none of them
		const kept = (await n8n.tableNames()).find((name) => name.startsWith('cloudsuite_kept_ledger'));
		const [old] = await n8n.rows(kept ?? '');
		await n8n.changeRow(kept ?? '', old?.id, { reason: 'somebody looked at the old table' });
		world.newCalls();
		expect((await n8n.run(sync, TRIGGER)).status).toBe('success');
		expect(world.newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
		expect(await checkpoint()).toMatchObject({ source_count: 300 });
		const audit = await n8n.createWorkflow(await loadTemplate(EXPORT_AUDIT, credentials));
		const verify = dataOf(await n8n.run(audit, MANUAL_TRIGGER), 'Verify');
		expect(verify).toMatchObject([{ flow: 'sync-customers', verified: true }]);
		expect((await readiness()).ready).toBe(true);
		expect(await n8n.tableNames()).toHaveLength(5);
	});
});
