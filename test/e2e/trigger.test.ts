import { countOutcomes } from '../host/report';
import type { Workflow } from '../host/templates';
import { loadTemplate, ON_CUSTOMER_CHANGED } from '../host/templates';
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

describe('the template that a changed customer starts', () => {
	it('runs as it is: what changes after the activation is in Chargebee after the next poll', async () => {
		const { n8n, infor, chargebee } = world;
		const template = everyMinute(await loadTemplate(ON_CUSTOMER_CHANGED, world.credentials));
		const workflowId = await n8n.createWorkflow(template);
		const before = chargebee.customers().length;
		await n8n.publish(workflowId);
		// the activation reads all there is and takes it as known, and n8n stores that
		await n8n.whenRemembered(workflowId, A_POLL);
		expect(await n8n.rows('cloudsuite_sync_ledger')).toEqual([]);
		const [partner, other] = infor.data.businessPartners;
		if (partner) partner.Name = 'Renamed after activation';
		const contact = infor.data.contacts.find(
			({ BusinessPartner: id }) => id === other?.BusinessPartner,
		);
		if (contact) contact.Email = 'changed@after-activation.example';

		const execution = await n8n.startedByItself(workflowId, A_POLL);
		await n8n.unpublish(workflowId);
		expect(execution.status).toBe('success');
		const audit = await n8n.rows('cloudsuite_sync_audit');
		expect(audit.length).toBe(contact ? 2 : 1);
		expect(countOutcomes(audit).failed).toBeUndefined();
		expect(
			chargebee.customers().filter(({ company }) => company === 'Renamed after activation'),
		).toHaveLength(1);
		expect(chargebee.customers().length).toBeLessThanOrEqual(before + 2);
		expect((await n8n.rows('cloudsuite_sync_ledger')).length).toBe(audit.length);
		expect(chargebee.violations()).toEqual([]);
		expect(infor.violations()).toEqual([]);
	});
});
