import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { demoLogin } from '../host/login';
import type { Login } from '../host/n8nClient';
import { openN8nApi } from '../host/n8nApi';
import { shootOperations } from './operationShots';
import { PORTS } from '../host/settings';

const VIEWPORT = { width: 1600, height: 1000 };
/** For the canvas to end its zoom. */
const SETTLE_MS = 2000;

/**
 * Takes pictures of a running demo (`npm start`): the workflow after its last run, both sandboxes, and the
 * parameters of each operation.
 * `tsx test/pictures/screenshots.ts <folder>`; `CHROMIUM` names the browser when it isn't in a usual place.
 */
async function main(): Promise<void> {
	const folder = process.argv[2];
	if (!folder)
		throw new Error('Say where to put the pictures: tsx test/pictures/screenshots.ts <folder>');
	await mkdir(folder, { recursive: true });
	const n8nUrl = `http://127.0.0.1:${PORTS.n8n.number}`;
	const login = await demoLogin();
	const runs = await lastRuns(n8nUrl, login);
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: VIEWPORT });
		const shoot = async (name: string) => {
			const path = join(folder, `${name}.png`);
			await page.screenshot({ path });
			console.log(path);
		};
		await signIn(page, n8nUrl, login);
		for (const [name, { id, workflowId }] of runs) {
			await openExecution(page, `${n8nUrl}/workflow/${workflowId}/executions/${id}`);
			await shoot(name);
		}
		await page.goto(`http://127.0.0.1:${PORTS.chargebee.number}/`);
		await shoot('sandbox-chargebee');
		await page.goto(`http://127.0.0.1:${PORTS.infor.number}/`);
		await shoot('sandbox-infor');
		const dashboard = await browser.newPage({
			viewport: { width: 1280, height: 900 },
			httpCredentials: { username: login.email, password: login.password },
		});
		await dashboard.goto(`${n8nUrl}/webhook/cloudsuite-dashboard`);
		await dashboard.screenshot({ path: join(folder, 'dashboard.png'), fullPage: true });
		await dashboard.close();
		await page.setViewportSize({ width: 1600, height: 1500 });
		await shootOperations(page, await openN8nApi(n8nUrl, login), n8nUrl, folder);
	} finally {
		await browser.close();
	}
}

/** The first slices that were run at the start: of the customers, then of the items. */
async function lastRuns(
	url: string,
	login: Login,
): Promise<Array<[picture: string, run: { id: string; workflowId: string }]>> {
	const n8n = await openN8nApi(url, login);
	const { data } = await n8n.call<{
		data: Array<{ id: string; workflowId: string; mode: string }>;
	}>('GET', '/executions?status=success&limit=50');
	const [customers, items] = data.filter(({ mode }) => mode === 'integrated').reverse();
	if (!items || !customers) throw new Error('The demo has no two successful runs yet');
	return [
		['workflow-after-run', customers],
		['workflow-items-after-run', items],
	];
}

async function signIn(page: Page, url: string, { email, password }: Login): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"], input[type="email"]').first().fill(email);
	await page.locator('input[type="password"]').fill(password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.includes('signin'));
}

/** The execution view: the canvas with the item counts of that run. */
async function openExecution(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	// the canvas takes keys once it was clicked
	await page.mouse.click(VIEWPORT.width / 2, VIEWPORT.height - 150);
	// n8n's own key for zoom to fit
	await page.keyboard.press('1');
	await page.waitForTimeout(SETTLE_MS);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
