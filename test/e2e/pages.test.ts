import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../pictures/browser';
import type { Execution } from '../host/n8nClient';
import {
	DASHBOARD,
	FIRST_RUN,
	MANUAL_TRIGGER,
	RECONCILE,
	RETRY_FAILED,
	SYNC_CUSTOMERS,
	TRIGGER,
	loadTemplate,
} from '../host/templates';
import { expectedFirstSync } from '../sandbox/seed';
import { resting } from './resting';
import { withSettings } from './withSettings';
import { dataOf } from './executions';
import type { World } from './world';
import { LOGIN, startWorld } from './world';

const LEDGER = 'cloudsuite_sync_ledger';

let world: World;
let browser: Browser;

beforeAll(async () => {
	world = await startWorld();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await world?.end();
});

/** Pictures for people, when somebody asks for them. */
async function shoot(page: Page, name: string): Promise<void> {
	const folder = process.env.PICTURES;
	if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

// one story, in order: what a reviewer decided is honoured, the sync does the rest, the dashboard shows what is left
describe('the review of the first sync', () => {
	let id: string;
	let lines: Array<Record<string, unknown>>;
	let latest = '0';

	it('gives one line per customer, with the candidates where somebody has to decide', async () => {
		id = await world.n8n.createWorkflow(await loadTemplate(FIRST_RUN, world.credentials));
		lines = dataOf(await world.n8n.run(id, MANUAL_TRIGGER), 'Preview in Chargebee');
		expect(lines).toHaveLength(300);
		const [conflict] = lines.filter(({ outcome }) => outcome === 'conflict');
		expect(String(conflict?.candidates).split(', ')).toHaveLength(2);
		expect(conflict).toMatchObject({ decision: '', decision_id: '' });
	});

	it('takes the decisions back by a form: this one is linked, that one is left out', async () => {
		const conflict = lines.find(({ outcome }) => outcome === 'conflict');
		const left = lines.find(({ outcome }) => outcome === 'created');
		const chosen = String(conflict?.candidates).split(', ')[1] ?? '';
		// as a European Excel saves it: a mark at the beginning, and semicolons
		const execution = await upload([
			'\uFEFFcloudSuiteKey;reason;decision;decision_id',
			`${String(conflict?.cloudSuiteKey)};"two, and ""none"" is right";link;${chosen}`,
			`${String(left?.cloudSuiteKey)};;ignore;`,
			'ln:ACME_TST:1300:NOBODY;;create;',
		]);
		// the others are written first
		expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
			'error',
			expect.stringContaining(
				'no customer of this company for 1 line(s) of the file: ln:ACME_TST:1300:NOBODY.',
			),
		]);
		const ledger = await world.n8n.rows(LEDGER);
		const rows = ledger.map(({ source_key: key, outcome, chargebee_id: to }) =>
			[key, outcome, to].join(','),
		);
		expect(new Set(rows)).toEqual(
			new Set([
				`${String(conflict?.cloudSuiteKey)},linked,${chosen}`,
				`${String(left?.cloudSuiteKey)},ignored,`,
			]),
		);
	});

	it('refuses a file that is another one, and writes nothing', async () => {
		world.newCalls();
		const execution = await upload(['customer,decision', 'C000001,ignore']);
		expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
			'error',
			expect.stringContaining('a line has no cloudSuiteKey, so nothing was written'),
		]);
		expect(world.newCalls()).toEqual([]);
	});

	it('keeps a decision that can not be carried out yet, and the next sync carries it out', async () => {
		const { n8n, chargebee, credentials } = world;
		const one = lines.filter(({ outcome }) => outcome === 'created')[5];
		const key = String(one?.cloudSuiteKey);
		const row = async () => (await n8n.rows(LEDGER)).find(({ source_key: of }) => of === key);
		await upload(['cloudSuiteKey,decision,decision_id', `${key},link,entered-tomorrow`]);
		expect(await row()).toMatchObject({
			...{ outcome: 'conflict', decision: 'link', decision_id: 'entered-tomorrow' },
		});
		chargebee.add({ id: 'entered-tomorrow', company: 'Nothing alike' });
		const sync = await n8n.createWorkflow(resting(await loadTemplate(SYNC_CUSTOMERS, credentials)));
		await n8n.publish(sync);
		await n8n.run(sync, TRIGGER);
		await n8n.unpublish(sync);
		expect(await row()).toMatchObject({
			...{ outcome: 'linked', chargebee_id: 'entered-tomorrow', decision: '', decision_id: '' },
		});
	});

	/** Uploads a file in the form; gives the execution it starts. */
	async function upload(fileLines: readonly string[]): Promise<Execution> {
		const path = join(await mkdtemp(join(tmpdir(), 'review-')), 'review.csv');
		await writeFile(path, fileLines.join('\n'));
		if (latest === '0') await world.n8n.publish(id);
		const page = await browser.newPage();
		const form = `${world.running.url}/form/${await formPath(id)}`;
		// n8n opens a form some moments after it is published
		await page.goto(form);
		while ((await page.locator('input[type="file"]').count()) === 0) {
			await page.waitForTimeout(500);
			await page.goto(form);
		}
		await shoot(page, 'first-run-form');
		await page.locator('input[type="file"]').setInputFiles(path);
		await page.getByRole('button', { name: /submit/i }).click();
		const execution = await world.n8n.startedByItself(id, 60_000, 'webhook', latest);
		latest = execution.id;
		await page.close();
		return execution;
	}

	async function formPath(workflowId: string): Promise<string> {
		const node = (await world.n8n.nodesOf(workflowId)).find(({ type }) =>
			type.endsWith('.formTrigger'),
		);
		return String(node?.webhookId);
	}
});

describe('the dashboard', () => {
	let page: Page;
	const address = () => `${world.running.url}/webhook/cloudsuite-dashboard`;

	beforeAll(async () => {
		const { n8n, credentials } = world;
		const sync = await n8n.createWorkflow(resting(await loadTemplate(SYNC_CUSTOMERS, credentials)));
		await n8n.publish(sync);
		await n8n.run(sync, TRIGGER);
		await n8n.unpublish(sync);
		const [customer] = world.chargebee.customers().filter((one) => one.id.startsWith('ln-1300-'));
		world.chargebee.update(customer?.id ?? '', { company: 'Edited by hand' });
		await n8n.run(
			await n8n.createWorkflow(await loadTemplate(RECONCILE, credentials)),
			MANUAL_TRIGGER,
		);
		await n8n.publish(await n8n.createWorkflow(await loadTemplate(DASHBOARD, credentials)));
		page = await browser.newPage({
			httpCredentials: { username: LOGIN.email, password: LOGIN.password },
		});
	});

	it('opens with name and password only', async () => {
		const stranger = await browser.newContext();
		expect((await stranger.request.get(address())).status()).toBe(401);
		await stranger.close();
	});

	it('shows the last run, the records that need somebody, and loads nothing from elsewhere', async () => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto(address());
		await shoot(page, 'dashboard');
		expect(asked.filter((url) => !url.startsWith(world.running.url))).toEqual([]);
		const text = await page.locator('body').innerText();
		expect(text).toContain('sync-customers');
		expect(text).toContain('is not an e-mail address');
		// the conflict was decided by the review, and what was ignored there was left alone by the sync
		expect(await page.locator('article').count()).toBe(2);
		expect(world.chargebee.customers()).toHaveLength(41 + expectedFirstSync.created - 1);
		const sides = await page.locator('#sides').innerText();
		expect(sides).toMatch(/1 different, .*agree/);
		expect(sides).toContain('company: Edited by hand -> ');
	});

	it('fits a phone', async () => {
		await page.setViewportSize({ width: 390, height: 800 });
		await page.goto(address());
		await shoot(page, 'dashboard-phone');
		const width = await page.evaluate('document.documentElement.scrollWidth');
		expect(width).toBeLessThanOrEqual(390);
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	it('replays a record that was corrected in CloudSuite: the button works', async () => {
		const { n8n, infor } = world;
		for (const contact of infor.data.contacts)
			if (contact.Email?.includes('(at)')) contact.Email = 'corrected@example.test';
		await page.goto(address());
		const card = page.locator('article', { hasText: 'is not an e-mail address' });
		const key = await card.locator('h3').innerText();
		await card.getByRole('button', { name: /^Replay/ }).click();
		await page.waitForURL(/record=/);
		await shoot(page, 'dashboard-after-replay');
		const row = (await n8n.rows(LEDGER)).find(({ source_key: one }) => one === key);
		expect(row).toMatchObject({ outcome: 'created', attempts: 0 });
		await page.goto(address());
		expect(await page.locator('article').count()).toBe(1);
	});

	it('lists what is parked with the reason, and has it tried again on request', async () => {
		const { n8n } = world;
		const [open] = (await n8n.rows(LEDGER)).filter(({ outcome }) => outcome === 'invalid');
		const retry = await n8n.createWorkflow(
			await withSettings(RETRY_FAILED, world.credentials, { maxAttempts: 1, waitMinutes: 0 }),
		);
		await n8n.run(retry, MANUAL_TRIGGER);
		const row = async () =>
			(await n8n.rows(LEDGER)).find(({ source_key: one }) => one === open?.source_key);
		expect(await row()).toMatchObject({ parked: true });
		await page.goto(address());
		await shoot(page, 'dashboard-parked');
		const card = page.locator('article', { hasText: 'is not an ISO 3166 country code' });
		expect(await card.innerText()).toMatch(/tried \d+ times since/);
		expect(await card.locator('.badge.parked').count()).toBe(1);
		await card.getByRole('button', { name: /^Un-park/ }).click();
		await page.waitForLoadState();
		expect(await row()).toMatchObject({ parked: false, attempts: 0 });
		await page.goto(address());
		expect(await card.locator('.badge.parked').count()).toBe(0);
	});

	it('ignores a record on request, and takes no button from another page', async () => {
		const { n8n } = world;
		await page.goto(address());
		const card = page.locator('article', { hasText: 'is not an ISO 3166 country code' });
		const key = await card.locator('h3').innerText();
		const refused = await page.request.post(address(), {
			form: {
				action: 'ignore',
				token: 'guessed',
				records: JSON.stringify([{ flow: 'sync-customers', source_key: key }]),
			},
		});
		expect(await refused.text()).toContain('was not pressed on the page');
		await card.getByRole('button', { name: /^Ignore/ }).click();
		await page.waitForLoadState();
		const row = (await n8n.rows(LEDGER)).find(({ source_key: one }) => one === key);
		expect(row).toMatchObject({ outcome: 'ignored', parked: true });
		await page.goto(address());
		expect(await page.locator('article').count()).toBe(0);
	});
});
