import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../host/n8nClient';
import type { Workflow } from '../host/templates';
import { ALERTS, SYNC_CUSTOMERS, TRIGGER, loadTemplate } from '../host/templates';
import { launchBrowser } from '../pictures/browser';
import { inforFaults } from '../sandbox/infor';
import { mailbox } from './mailbox';
import { startReceiver } from './receiver';
import { resting } from './resting';
import { setSettings, withSettings } from './withSettings';
import type { World } from './world';
import { startWorld } from './world';

let world: World;

beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world?.end());

/** The alerts with other limits: the same state, because that is in the table. */
async function look(values: Record<string, unknown>): Promise<Execution> {
	const { n8n, credentials } = world;
	const id = await n8n.createWorkflow(await withSettings(ALERTS, credentials, values));
	const execution = await n8n.run(id, TRIGGER);
	expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
		'success',
		undefined,
	]);
	return execution;
}

/** Subjects of the mails since the last call. */
let seen = 0;
function told(): string[] {
	const fresh = world.mails.slice(seen).map(({ subject }) => subject);
	seen = world.mails.length;
	return fresh;
}

/** A schedule for one run in the time the test takes, or a few: whether there is one more is of no importance. */
const soon = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type.endsWith('.scheduleTrigger')
			? {
					...node,
					parameters: {
						rule: { interval: [{ field: 'cronExpression', expression: '*/10 * * * * *' }] },
					},
				}
			: node,
	),
});

// one story, in order
describe('an alert', () => {
	it('of a failed execution comes at once, here in Teams as a card, and names workflow, reason and page', async () => {
		const { n8n, infor, credentials } = world;
		const teams = await startReceiver();
		try {
			const alerts = setSettings(await loadTemplate(ALERTS, credentials), {
				teamsWebhook: teams.url,
			});
			for (const node of alerts.nodes) {
				if (node.name === 'Post to Teams') node.disabled = false;
				if (node.name === 'Send e-mail') node.disabled = true;
			}
			const errorWorkflow = await n8n.createWorkflow(alerts);
			await n8n.publish(errorWorkflow);
			// a flow of its own: what still runs of it at the end holds nobody's lease
			const settings = { flow: 'sync-elsewhere' };
			const sync = soon(await withSettings(SYNC_CUSTOMERS, credentials, settings));
			infor.faults.add(inforFaults.forbidden({ times: 1000 }));
			const id = await n8n.createWorkflow({
				...sync,
				settings: { ...sync.settings, errorWorkflow },
			});
			await n8n.publish(id);
			// that the log-in is refused is told, too
			const ofFailure = () => teams.bodies.find((body) => body.includes('An execution of'));
			while (!ofFailure()) await sleep(200);
			await n8n.unpublish(id);
			await n8n.unpublish(errorWorkflow);
			infor.faults.clear();
			const card = JSON.parse(ofFailure() ?? '') as {
				attachments: Array<{ contentType: string; content: { body: Array<{ text: string }> } }>;
			};
			const [attachment] = card.attachments;
			expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
			const [title, text] = (attachment?.content.body ?? []).map((block) => block.text);
			expect(title).toBe(`Critical: An execution of "${sync.name}" failed`);
			expect(text).toMatch(/^A slice of sync-elsewhere could not be finished.*403/);
			expect(text).toContain(`/workflow/${id}/executions/`);
		} finally {
			await teams.stop();
		}
	});

	it('of a refused log-in comes with the failed run, stays while it is refused, and is over with a run that ends', async () => {
		const { n8n, infor, credentials } = world;
		const flow = 'sync-refused';
		const alerts = setSettings(await loadTemplate(ALERTS, credentials), {
			chargebeeCallsPerMinute: 1000,
		});
		for (const node of alerts.nodes)
			if (node.name === 'Evaluate')
				node.parameters = { ...node.parameters, flows: { flow: [{ flow, cadenceMinutes: 0 }] } };
		const errorWorkflow = await n8n.createWorkflow(resting(alerts));
		await n8n.publish(errorWorkflow);
		const sync = await withSettings(SYNC_CUSTOMERS, credentials, { flow });
		// n8n calls the error workflow of runs that were started by their trigger
		const id = await n8n.createWorkflow({
			...soon(sync),
			settings: { ...sync.settings, errorWorkflow },
		});
		// what an earlier run wrote does not say that it is over
		expect((await n8n.run(id, TRIGGER)).status).toBe('success');
		infor.faults.add(inforFaults.forbidden({ times: 1000 }));
		told();
		const refusals = () => world.mails.filter(({ subject }) => subject.includes('is refused'));
		await n8n.publish(id);
		while (refusals().length === 0) await sleep(200);
		await n8n.unpublish(id);
		expect(refusals()[0]?.subject).toBe(`Critical: ${flow} is refused`);
		// the schedule looks again, and no run has failed meanwhile
		expect((await n8n.run(errorWorkflow, TRIGGER)).status).toBe('success');
		expect(refusals()).toHaveLength(1);
		infor.faults.clear();
		// one that the schedule had started may still hold the lease
		for (let run = 0; run < 5 && refusals().length < 2; run += 1) {
			expect((await n8n.run(id, TRIGGER)).status).toBe('success');
			expect((await n8n.run(errorWorkflow, TRIGGER)).status).toBe('success');
		}
		await n8n.unpublish(errorWorkflow);
		// the slice failed, too, and its run tells of it
		const failures = world.mails.filter(({ subject }) => subject.includes(' failed'));
		expect(failures.length).toBeGreaterThan(0);
		expect(failures.filter(({ text }) => !text.startsWith(`A slice of ${flow} `))).toEqual([]);
		expect(refusals().map(({ subject }) => subject)).toEqual([
			`Critical: ${flow} is refused`,
			`Well again: ${flow} is refused`,
		]);
		told();
	});

	it('says nothing when all is well', async () => {
		const { n8n, credentials } = world;
		const sync = await n8n.createWorkflow(resting(await loadTemplate(SYNC_CUSTOMERS, credentials)));
		await n8n.publish(sync);
		expect((await n8n.run(sync, TRIGGER)).status).toBe('success');
		// before, the flow had never finished a run
		await look({ chargebeeCallsPerMinute: 1000 });
		told();
		await look({ chargebeeCallsPerMinute: 1000 });
		expect(told()).toEqual([]);
	});

	it('comes when the tables are nearly full, once, and says so when there is room again', async () => {
		const calls = { chargebeeCallsPerMinute: 1000 };
		await look({ ...calls, tableLimitMB: 0.3 });
		await look({ ...calls, tableLimitMB: 0.3 });
		expect(told()).toEqual(['Critical: The tables are nearly full']);
		await look({ ...calls, tableLimitMB: 200 });
		expect(told()).toEqual(['Well again: The tables are nearly full']);
	});

	it('comes when the plan leaves no calls, counted from the audit, and says when there are some again', async () => {
		await look({ chargebeeCallsPerMinute: 10 });
		await look({ chargebeeCallsPerMinute: 10 });
		expect(told()).toEqual(['Warning: The API limit is near']);
		const text = world.mails.at(-1)?.text ?? '';
		const [, used] = /(\d+) of 150 calls/.exec(text) ?? [];
		const calls = world.chargebee.history.length;
		// tests of credentials and custom fields are no records'
		expect(Number(used)).toBeGreaterThan(250);
		expect(Number(used)).toBeLessThanOrEqual(calls);
		await look({ chargebeeCallsPerMinute: 1000 });
		expect(told()).toEqual(['Well again: The API limit is near']);
	});

	it('can be read by a person', async () => {
		const folder = process.env.PICTURES;
		const mails = world.mails.slice(-4);
		expect(mails).toHaveLength(4);
		if (!folder) return;
		const browser = await launchBrowser();
		const page = await browser.newPage({ viewport: { width: 900, height: 300 } });
		await page.setContent(mailbox(mails.slice(-2)));
		await page.screenshot({ path: join(folder, 'alert-and-recovery.png'), fullPage: true });
		await browser.close();
	});
});
