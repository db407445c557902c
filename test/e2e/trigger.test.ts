import { countOutcomes } from '../host/report';
import type { Workflow } from '../host/templates';
import { loadTemplate, ON_CUSTOMER_CHANGED, SYNC_ITEMS, TRIGGER } from '../host/templates';
import { resting } from './resting';
import type { World } from './world';
import { startWorld } from './world';

/** n8n polls once a minute at most. */
const A_POLL = 90_000;

let world: World;

beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world?.end());

/** n8n polls as often as it can, so that the test need not wait longer than it must. */
function everyMinute(template: Workflow): Workflow {
	const nodes = template.nodes.map((node) =>
		node.type.endsWith('Trigger')
			? {
					...node,
					parameters: { ...node.parameters, pollTimes: { item: [{ mode: 'everyMinute' }] } },
				}
			: node,
	);
	return { ...template, nodes };
}

const M3 = { product: 'm3', company: '130' };

describe('the templates with another product', () => {
	it('sync the items of M3: families, items and prices, each with its outcome', async () => {
		const { n8n, chargebee, infor } = world;
		const workflowId = await n8n.createWorkflow(
			resting(await loadTemplate(SYNC_ITEMS, world.credentials, M3)),
		);
		await n8n.publish(workflowId);
		const execution = await n8n.run(workflowId, TRIGGER);
		await n8n.unpublish(workflowId);
		expect(execution.status).toBe('success');
		const ledger = await n8n.rows('cloudsuite_sync_ledger');
		const items = ledger.filter(({ flow }) => flow === 'sync-items/items');
		expect(countOutcomes(items)).toEqual({ created: infor.m3.companies['130']?.items.length });
		expect(items.every(({ source_key: key }) => String(key).startsWith('m3:'))).toBe(true);
		expect(chargebee.violations()).toEqual([]);
		expect(infor.violations()).toEqual([]);
		await n8n.deleteTable('cloudsuite_sync_ledger');
		await n8n.deleteTable('cloudsuite_sync_audit');
	});
});

describe('the template that a changed customer starts', () => {
	it('runs as it is, and on M3: what changes after the activation is in Chargebee after the next poll', async () => {
		const { n8n, infor, chargebee } = world;
		const load = async (choice?: typeof M3) =>
			await n8n.createWorkflow(
				everyMinute(await loadTemplate(ON_CUSTOMER_CHANGED, world.credentials, choice)),
			);
		const [ln, m3] = [await load(), await load(M3)];
		for (const id of [ln, m3]) {
			await n8n.publish(id);
			// the activation reads all there is and takes it as known, and n8n stores that
			await n8n.whenRemembered(id, A_POLL);
		}
		expect(await n8n.rows('cloudsuite_sync_ledger')).toEqual([]);
		const [partner, other] = infor.data.businessPartners;
		if (partner) partner.Name = 'Renamed after activation';
		const contact = infor.data.contacts.find(
			({ BusinessPartner: id }) => id === other?.BusinessPartner,
		);
		if (contact) contact.Email = 'changed@after-activation.example';
		const row = infor.m3.companies[M3.company]?.customers[2];
		if (row)
			Object.assign(row, {
				CUNM: 'Renamed in M3',
				LMDT: new Date().toISOString().slice(0, 10).replaceAll('-', ''),
			});

		for (const id of [ln, m3])
			expect((await n8n.startedByItself(id, A_POLL)).status).toBe('success');
		// a poll that was under way when both were changed may have seen one of them only
		const audit = await n8n.whenRows('cloudsuite_sync_audit', contact ? 3 : 2, A_POLL);
		for (const id of [ln, m3]) await n8n.unpublish(id);
		expect(audit.map(({ source_key: key }) => String(key).split(':')[0]).sort()).toEqual([
			'ln',
			...(contact ? ['ln'] : []),
			'm3',
		]);
		expect(countOutcomes(audit).failed).toBeUndefined();
		for (const name of ['Renamed after activation', 'Renamed in M3'])
			expect(chargebee.customers().filter(({ company }) => company === name)).toHaveLength(1);
		expect((await n8n.rows('cloudsuite_sync_ledger')).length).toBe(audit.length);
		expect(chargebee.violations()).toEqual([]);
		expect(infor.violations()).toEqual([]);
	});
});
