import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChargebeeSandbox } from '../sandbox/chargebee';
import { startInforSandbox } from '../sandbox/infor';
import { chargebeeSeed } from '../sandbox/seed';
import type { RealSystems, Sandboxes } from './connections';
import { realSystems, SANDBOX_LIMIT, saveCredentials } from './connections';
import type { Login } from './n8nClient';
import { N8nClient } from './n8nClient';
import { startN8n } from './n8nProcess';
import { installPackage } from './packageInstall';
import { requireFree } from './ports';
import { progress } from './progress';
import { countOutcomes, hintsOf, requireSuccess } from './report';
import { loadTemplate, SYNC_CUSTOMERS, TRIGGER } from './templates';

const DATA = process.env.DEMO_DATA_FOLDER ?? join(__dirname, '.data');
const N8N_PORT = Number(process.env.N8N_PORT ?? 5678);
const CHARGEBEE_PORT = Number(process.env.CHARGEBEE_SANDBOX_PORT ?? 8701);
const INFOR_PORT = Number(process.env.INFOR_SANDBOX_PORT ?? 8702);
const TABLES = ['cloudsuite_sync_ledger', 'cloudsuite_sync_audit', 'cloudsuite_sync_checkpoints'];

const cleanUps: Array<() => Promise<void>> = [];

/** Brings up a real n8n with the package, both systems and the template, and runs the first sync. */
async function main(): Promise<void> {
	const real = await realSystems(process.env);
	await requireFree(N8N_PORT, 'n8n', 'N8N_PORT');
	if (!real) {
		await requireFree(CHARGEBEE_PORT, 'the Chargebee sandbox', 'CHARGEBEE_SANDBOX_PORT');
		await requireFree(INFOR_PORT, 'the Infor sandbox', 'INFOR_SANDBOX_PORT');
	}
	await progress('Pack and install the package as a community node', () => installPackage(DATA));
	const target: Sandboxes | RealSystems =
		real ?? (await progress('Start both sandboxes', startSandboxes));
	const running = await progress('Start n8n', () => startN8n({ userFolder: DATA, port: N8N_PORT }));
	cleanUps.push(() => running.stop());
	const login = await readLogin();
	const n8n = await N8nClient.open(running.url, login);
	const workflowId = await progress('Put credentials and template in place', () =>
		setUp(n8n, target),
	);
	const execution = await progress('Run the first sync', () => n8n.run(workflowId, TRIGGER));
	requireSuccess(execution);

	const counts = countOutcomes(await n8n.rows('cloudsuite_sync_audit'));
	console.log(
		`\nOutcomes: ${
			Object.entries(counts)
				.map(([outcome, count]) => `${count} ${outcome}`)
				.join(', ') || 'nothing changed'
		}`,
	);
	for (const hint of hintsOf(execution)) console.log(`  ${hint}`);
	console.log(`\nn8n:               ${running.url}/workflow/${workflowId}`);
	console.log(`  log in with:     ${login.email}  ${login.password}`);
	if ('infor' in target) {
		console.log(`Infor sandbox:     ${target.infor.url}`);
		console.log(`Chargebee sandbox: ${target.chargebee.url}`);
	}
	if (process.argv.includes('--once')) return await stopAll();
	console.log('\nCtrl-C stops everything.');
}

async function startSandboxes(): Promise<Sandboxes> {
	const infor = await startInforSandbox({ port: INFOR_PORT });
	cleanUps.push(() => infor.stop());
	const chargebee = await startChargebeeSandbox({
		port: CHARGEBEE_PORT,
		requestsPerMinute: SANDBOX_LIMIT,
		customers: chargebeeSeed(),
	});
	cleanUps.push(() => chargebee.stop());
	return { infor, chargebee };
}

async function setUp(n8n: N8nClient, target: Sandboxes | RealSystems): Promise<string> {
	const credentials = await saveCredentials(n8n, target);
	if ('infor' in target) {
		// the sandboxes begin anew with every start; a ledger of the last start would speak of records that are gone
		for (const table of TABLES) await n8n.deleteTable(table);
		console.log(
			'  the sandboxes begin anew, so the ledger, audit and checkpoint tables were emptied',
		);
	}
	const template = await loadTemplate(SYNC_CUSTOMERS, credentials);
	// a workflow that is there already may have been edited: it is left as it is
	const id = (await n8n.findWorkflow(template.name)) ?? (await n8n.createWorkflow(template));
	await n8n.publish(id);
	return id;
}

/** The demo owner's log-in: made once, kept beside the data. */
async function readLogin(): Promise<Login> {
	const file = join(DATA, 'login.json');
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Login;
	} catch {
		const login = {
			email: 'demo@example.com',
			password: `Demo-${randomBytes(6).toString('hex')}-1`,
		};
		await mkdir(DATA, { recursive: true });
		await writeFile(file, JSON.stringify(login), { mode: 0o600 });
		return login;
	}
}

async function stopAll(): Promise<void> {
	for (const stop of cleanUps.splice(0).reverse()) await stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		console.log('\nStopping n8n and the sandboxes');
		void stopAll().finally(() => process.exit(0));
	});
}

main().catch(async (error: unknown) => {
	console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`);
	await stopAll();
	process.exit(1);
});
