import type { Execution } from '../../host/n8nClient';
import {
	ALERTS,
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RECONCILE,
	SYNC_CUSTOMERS,
	TRIGGER,
	loadTemplate,
} from '../../host/templates';
import { inforFaults } from '../../sandbox/infor';
import { setSettings, withSettings } from '../withSettings';
import { AUDIT, CHECKPOINTS, LEDGER } from '../../templates/storage/tables';
import { dataOf } from '../executions';
import { startReceiver } from '../receiver';
import type { World } from '../world';
import { startWorld } from '../world';

/**
 * Slices that are retried, outages, rows that somebody changes by hand, a source that shrinks: whatever happens, nothing
 * is lost, nothing is there twice, and what was changed shows.
 */
export function nothingIsLost(where: { postgres: boolean }): void {
	let world: World;
	let sync: string;
	let audit: string;

	beforeAll(async () => {
		world = await startWorld(where);
		const { n8n, credentials } = world;
		sync = await n8n.createWorkflow(
			await withSettings(world.file(SYNC_CUSTOMERS), credentials, {
				sliceSize: 100,
				maxAttempts: 1,
			}),
		);
		await n8n.publish(sync);
		audit = await n8n.createWorkflow(await loadTemplate(world.file(EXPORT_AUDIT), credentials));
	});
	afterAll(() => world?.end());

	const checkpoint = async () =>
		(await world.tables.rows(CHECKPOINTS)).find(({ flow }) => flow === 'sync-customers');
	const row = async (key: unknown) =>
		(await world.tables.rows(LEDGER)).find(({ source_key: one }) => one === key);
	const posts = () =>
		world.newCalls().filter(({ method, status }) => method === 'POST' && status < 300).length;

	async function verified(): Promise<unknown[]> {
		const verify = dataOf(await world.n8n.run(audit, MANUAL_TRIGGER), 'Verify');
		return verify.map(({ flow, verified: isVerified }) => [flow, isVerified]);
	}

	// one story, in order
	describe('a slice that could not be read', () => {
		let slice: Execution | undefined;

		it('ends the run, which gives the lease back and leaves the checkpoint before it', async () => {
			const { n8n, infor } = world;
			infor.faults.add(inforFaults.forbidden({ times: 1000 }));
			const failed = await n8n.run(sync, TRIGGER);
			expect(failed.status).toBe('error');
			[slice] = await n8n.slicesOf(sync, failed);
			expect(slice?.status).toBe('error');
			expect(await checkpoint()).toMatchObject({ lease_until: '', run_id: '', last_key: '' });
		});

		it('is retried by hand: its records are written, the checkpoint moves behind it, the lease is free', async () => {
			world.infor.faults.clear();
			world.newCalls();
			const retried = await world.n8n.retry(slice?.id ?? '');
			expect([retried.status, retried.data?.resultData.error?.message]).toEqual([
				'success',
				undefined,
			]);
			expect(posts()).toBeGreaterThan(50);
			expect(await world.tables.rows(LEDGER)).toHaveLength(100);
			const after = await checkpoint();
			expect(after).toMatchObject({ lease_until: '', run_id: '' });
			expect(after?.last_key).not.toBe('');
		});

		it('and the next run goes on behind it', async () => {
			const run = await world.n8n.run(sync, TRIGGER);
			expect(run.status).toBe('success');
			const slices = await world.n8n.slicesOf(sync, run);
			const counts = slices.flatMap((one) => dataOf(one, 'Get slice')).map(({ count }) => count);
			expect(counts.reduce((sum: number, count) => sum + Number(count), 0)).toBe(200);
			expect(await world.tables.rows(LEDGER)).toHaveLength(300);
			expect(await verified()).toEqual([['sync-customers', true]]);
		});

		it('is not written by a retry while another run holds the lease', async () => {
			const { id } = (await checkpoint()) ?? {};
			const lease = { lease_until: '2999-01-01T00:00:00.000Z', run_id: 'another' };
			await world.tables.changeRow(CHECKPOINTS, id, lease);
			world.newCalls();
			const retried = await world.n8n.retry(slice?.id ?? '');
			expect(retried.status).toBe('error');
			expect(retried.data?.resultData.error?.message).toMatch(/^Another run of this flow/);
			expect(world.newCalls()).toEqual([]);
			expect(await checkpoint()).toMatchObject(lease);
			await world.tables.changeRow(CHECKPOINTS, id, { lease_until: '', run_id: '' });
		});
	});

	describe('an outage of Chargebee', () => {
		it('parks nothing, however often it is met: only refusals count', async () => {
			const { n8n, chargebee, infor } = world;
			const parked = async () =>
				(await world.tables.rows(LEDGER)).filter(({ parked: isParked }) => isParked === true);
			// conflict and invalid ones: refused once, which is all this flow allows
			const before = (await parked()).map(({ outcome }) => outcome);
			expect(new Set(before)).toEqual(new Set(['conflict', 'invalid']));
			const [partner] = infor.data.businessPartners;
			if (partner) partner.Name = 'Renamed during the outage';
			chargebee.faults.add({
				method: 'POST',
				times: 1000,
				effect: { kind: 'answer', status: 503, body: '<html>Service Unavailable</html>' },
			});
			await n8n.run(sync, TRIGGER);
			await n8n.run(sync, TRIGGER);
			const [open] = (await world.tables.rows(LEDGER)).filter(
				({ outcome }) => outcome === 'failed',
			);
			expect(open).toMatchObject({ parked: false, attempts: 0 });
			expect(await parked()).toHaveLength(before.length);
			chargebee.faults.clear();
			await n8n.run(sync, TRIGGER);
			expect(await row(open?.source_key)).toMatchObject({ outcome: 'updated', parked: false });
		});
	});

	describe('rows that somebody changed by hand', () => {
		it('of the audit break the verifier, and nothing else', async () => {
			const { n8n } = world;
			const rows = await world.tables.rows(AUDIT);
			const one = rows[10];
			await world.tables.changeRow(AUDIT, one?.id, { outcome: 'created by nobody' });
			expect(await verified()).toEqual([['sync-customers', false]]);
			world.newCalls();
			expect((await n8n.run(sync, TRIGGER)).status).toBe('success');
			expect(posts()).toBe(0);
			await world.tables.changeRow(AUDIT, one?.id, { outcome: one?.outcome });
			expect(await verified()).toEqual([['sync-customers', true]]);
		});

		it('of the ledger cost calls, and give the same state', async () => {
			const { n8n, chargebee } = world;
			const before = chargebee.customers().length;
			const rows = await world.tables.rows(LEDGER);
			const [one, two, three] = rows.filter(({ outcome }) => outcome === 'created');
			await world.tables.changeRow(LEDGER, one?.id, { source_hash: 'edited' });
			await world.tables.changeRow(LEDGER, two?.id, {
				source_hash: '',
				chargebee_id: three?.chargebee_id,
			});
			await world.tables.deleteRow(LEDGER, three?.id);
			world.newCalls();
			expect((await n8n.run(sync, TRIGGER)).status).toBe('success');
			expect(posts()).toBe(0);
			expect(chargebee.customers()).toHaveLength(before);
			for (const { source_key: key, chargebee_id: id } of [one, two, three].map((was) => was ?? {}))
				expect(await row(key)).toMatchObject({ outcome: 'unchanged', chargebee_id: id });
			expect(await world.tables.rows(LEDGER)).toHaveLength(rows.length);
			expect(await verified()).toEqual([['sync-customers', true]]);
		});
	});

	describe('the end of a chain that has no checkpoint', () => {
		it('can not be cut off unnoticed', async () => {
			const { n8n, chargebee, credentials } = world;
			const [mine] = chargebee.customers().filter(({ id }) => id.startsWith('ln-1300-'));
			chargebee.update(mine?.id ?? '', { company: 'Edited by hand' });
			const repair = await n8n.createWorkflow(
				await withSettings(world.file(RECONCILE), credentials, { repair: true }),
			);
			expect((await n8n.run(repair, MANUAL_TRIGGER)).status).toBe('success');
			const own = (await world.tables.rows(AUDIT)).filter(
				({ flow }) => flow === 'reconcile-customers',
			);
			expect(own).toHaveLength(1);
			expect(await verified()).toContainEqual(['reconcile-customers', true]);
			await world.tables.deleteRow(AUDIT, own[0]?.id);
			expect(await verified()).toContainEqual(['reconcile-customers', false]);
		});

		it('and what was parked is left alone by a repair', async () => {
			const parked = (await world.tables.rows(LEDGER)).filter(
				({ parked: isParked }) => isParked === true,
			);
			expect(parked.length).toBeGreaterThan(0);
			for (const { source_key: key } of parked)
				expect(
					(await world.tables.rows(AUDIT)).filter(
						({ source_key: one, flow }) => one === key && flow === 'reconcile-customers',
					),
				).toEqual([]);
		});
	});

	describe('a source that shrinks', () => {
		it('is told once, here in Slack, with both numbers', async () => {
			const { n8n, infor, credentials } = world;
			const slack = await startReceiver();
			try {
				const alerts = setSettings(await loadTemplate(world.file(ALERTS), credentials), {
					slackWebhook: slack.url,
				});
				for (const node of alerts.nodes) {
					if (node.name === 'Post to Slack') node.disabled = false;
					if (node.name === 'Send e-mail') node.disabled = true;
				}
				const id = await n8n.createWorkflow(alerts);
				await n8n.run(sync, TRIGGER);
				expect(await checkpoint()).toMatchObject({ source_count: 300 });
				await n8n.run(id, TRIGGER);
				const before = slack.bodies.length;
				infor.data.businessPartners.splice(100);
				await n8n.run(sync, TRIGGER);
				const left = Number((await checkpoint())?.source_count);
				expect(left).toBeLessThan(300);
				for (let twice = 0; twice < 2; twice += 1)
					expect((await n8n.run(id, TRIGGER)).status).toBe('success');
				const told = slack.bodies
					.slice(before)
					.map((body) => (JSON.parse(body) as { text: string }).text);
				expect(told).toEqual([expect.stringContaining(`${left}`)]);
				expect(told[0]).toContain('300');
			} finally {
				await slack.stop();
			}
		});
	});
}
