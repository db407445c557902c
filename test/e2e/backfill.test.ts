import type { Execution } from '../host/n8nClient';
import { BACKFILL, MANUAL_TRIGGER, SYNC_CUSTOMERS, TRIGGER, loadTemplate } from '../host/templates';
import type { Choice } from '../host/templates';
import { resting } from './resting';
import { setSettings } from './withSettings';
import { LEDGER } from '../templates/storage/tables';
import { dataOf } from './executions';
import type { World } from './world';
import { startWorld } from './world';

/** It has dates of change for customers. */
const M3: Choice = { product: 'm3', company: '130' };

let world: World;

beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world?.end());

async function backfill(settings: Record<string, unknown>): Promise<Execution> {
	const template = await loadTemplate(BACKFILL, world.credentials, M3);
	const id = await world.n8n.createWorkflow(setSettings(template, settings));
	return await world.n8n.run(id, MANUAL_TRIGGER);
}

const made = () => world.chargebee.customers().filter(({ id }) => id.startsWith('m3-130-'));

// one story, in order
describe('sending some customers', () => {
	it('says how many first, and writes nothing', async () => {
		world.newCalls();
		const execution = await backfill({ from: '2022-01-01', ignoreBefore: '2021-06-01' });
		expect(execution.status).toBe('success');
		const [counts] = dataOf(execution, 'How many');
		expect(counts).toMatchObject({ read: 300, withoutDate: 0, go: false });
		expect(Number(counts?.sent)).toBeGreaterThan(0);
		expect(Number(counts?.leftOut)).toBeGreaterThan(0);
		expect(world.newCalls()).toEqual([]);
		expect(await world.n8n.rows(LEDGER)).toEqual([]);
	});

	it('stops at a date that is none', async () => {
		const { data } = await backfill({ from: 'yesterday', go: true });
		expect(data?.resultData.error?.message).toContain('are no dates: from.');
		expect(await world.n8n.rows(LEDGER)).toEqual([]);
	});

	it('by number: these and no others, and nobody is told', async () => {
		const execution = await backfill({ ids: 'C00100001,C00100003', go: true });
		expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
			...['success', undefined],
		]);
		expect(dataOf(execution, 'How many')).toMatchObject([{ read: 2, sent: 2 }]);
		const writes = world.newCalls().filter(({ method }) => method === 'POST');
		expect(writes.length).toBeGreaterThanOrEqual(2);
		for (const { notes } of writes) expect(notes?.suppressed).toHaveLength(3);
		expect(await world.n8n.rows(LEDGER)).toHaveLength(2);
	});

	it('and what last changed before a date is left out, also by the sync, until it changes', async () => {
		const { n8n, chargebee, infor, credentials } = world;
		const before = made().length;
		const execution = await backfill({
			...{ from: '2999-01-01', ignoreBefore: '2021-06-01', go: true },
		});
		const [counts] = dataOf(execution, 'How many');
		const leftOut = Number(counts?.leftOut);
		expect(counts).toMatchObject({ sent: 0 });
		expect(made()).toHaveLength(before);
		const ignored = (await n8n.rows(LEDGER)).filter(({ outcome }) => outcome === 'ignored');
		expect(ignored).toHaveLength(leftOut);

		const sync = await n8n.createWorkflow(
			resting(await loadTemplate(SYNC_CUSTOMERS, credentials, M3)),
		);
		await n8n.publish(sync);
		await n8n.run(sync, TRIGGER);
		const after = await n8n.rows(LEDGER);
		expect(after).toHaveLength(300);
		expect(after.filter(({ outcome }) => outcome === 'ignored')).toHaveLength(leftOut);

		const key = String(ignored[0]?.source_key);
		const number = key.split(':').slice(3).join(':');
		infor.masters('m3').customers.write(number, 'Woken up GmbH', Date.now());
		await n8n.run(sync, TRIGGER);
		const [row] = (await n8n.rows(LEDGER)).filter(({ source_key: one }) => one === key);
		expect(row?.outcome).not.toBe('ignored');
		expect(chargebee.violations()).toEqual([]);
	});
});
