import { startChargebeeSandbox } from '../sandbox/chargebee';
import { startInforSandbox } from '../sandbox/infor';
import { billingSeed, chargebeeSeed } from '../sandbox/seed';
import type { RealSystems, Sandboxes } from './connections';
import { realSystems, SANDBOX_LIMIT, saveCredentials } from './connections';
import { importTemplate } from './importTemplate';
import { demoLogin } from './login';
import type { Execution, Login } from './n8nClient';
import { N8nClient } from './n8nClient';
import { startN8n } from './n8nProcess';
import { installPackage } from './packageInstall';
import { requireFree } from './ports';
import { progress } from './progress';
import { countOutcomes, hintsOf, requireSuccess } from './report';
import { DATA_FOLDER, PORTS } from './settings';
import type { TemplateFile } from './templates';
import {
	ALL_TEMPLATES,
	DASHBOARD,
	SYNC_CUSTOMERS,
	SYNC_ITEMS,
	TRIGGER,
	loadTemplate,
} from './templates';

const TABLES = ['cloudsuite_sync_ledger', 'cloudsuite_sync_audit', 'cloudsuite_sync_checkpoints'];

/** The demo sends no e-mail: whoever wants some enters a server in the credential. */
const NO_MAIL_SERVER = 2525;

const cleanUps: Array<() => Promise<void>> = [];
let isStopping = false;

/** Brings up a real n8n with the package, both systems and the template, and runs the first sync. */
async function main(): Promise<void> {
	const real = await realSystems(process.env);
	const { n8n: n8nPort, ...sandboxPorts } = PORTS;
	for (const { number, what, variable } of [n8nPort, ...(real ? [] : Object.values(sandboxPorts))])
		await requireFree(number, what, variable);
	await progress('Pack and install the package as a community node', () =>
		installPackage(DATA_FOLDER),
	);
	const target: Sandboxes | RealSystems =
		real ?? (await progress('Start both sandboxes', startSandboxes));
	const running = await progress('Start n8n', () =>
		startN8n({ userFolder: DATA_FOLDER, port: n8nPort.number }),
	);
	cleanUps.push(() => running.stop());
	const login = await demoLogin();
	const n8n = await N8nClient.open(running.url, login);
	const ids = await progress('Put credentials and templates in place', () =>
		setUp(n8n, target, login),
	);
	const workflowId = ids[SYNC_CUSTOMERS];
	const execution = await progress('Run the first sync', () => n8n.run(workflowId, TRIGGER));
	requireSuccess(execution);
	await n8n.publish(workflowId);
	await n8n.publish(ids[DASHBOARD]);
	// whether items are charges, plans or addons is for the owner of a real site to say first
	if (!real) await progress('Sync the items', () => runOnce(n8n, ids[SYNC_ITEMS]));
	await printCounts(n8n, workflowId, execution);
	printAddresses({ url: running.url, workflowId, executionId: execution.id, login }, target);
	if (process.argv.includes('--once')) return await stopAll();
	console.log('\nCtrl-C stops everything.');
}

async function startSandboxes(): Promise<Sandboxes> {
	const infor = await startInforSandbox({ port: PORTS.infor.number });
	cleanUps.push(() => infor.stop());
	const customers = chargebeeSeed();
	const chargebee = await startChargebeeSandbox({
		port: PORTS.chargebee.number,
		requestsPerMinute: SANDBOX_LIMIT,
		customers,
		...billingSeed(customers),
	});
	cleanUps.push(() => chargebee.stop());
	return { infor, chargebee };
}

async function runOnce(n8n: N8nClient, workflowId: string): Promise<void> {
	requireSuccess(await n8n.run(workflowId, TRIGGER));
}

/** @returns the workflows' ids by template */
async function setUp(
	n8n: N8nClient,
	target: Sandboxes | RealSystems,
	login: Login,
): Promise<Record<TemplateFile, string>> {
	const channels = { dashboard: login, smtpPort: NO_MAIL_SERVER };
	const credentials = await saveCredentials(n8n, target, channels);
	const choice = 'infor' in target ? undefined : { company: target.company };
	const ids = {} as Record<TemplateFile, string>;
	for (const file of ALL_TEMPLATES)
		ids[file] = await importTemplate(n8n, await loadTemplate(file, credentials, choice));
	if ('infor' in target) {
		// the sandboxes begin anew with every start; a ledger of the last start would speak of records that are gone
		for (const table of TABLES) await n8n.deleteTable(table);
		console.log(
			'  the sandboxes begin anew, so the ledger, audit and checkpoint tables were emptied',
		);
	}
	return ids;
}

async function printCounts(
	n8n: N8nClient,
	workflowId: string,
	execution: Execution,
): Promise<void> {
	const counts = countOutcomes(
		(await n8n.rows('cloudsuite_sync_audit')).filter(({ run_id: run }) =>
			String(run).endsWith(`-${execution.id}`),
		),
	);
	const parts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
	console.log(`\nOutcomes: ${parts.join(', ') || 'nothing changed'}`);
	for (const slice of await n8n.slicesOf(workflowId, execution))
		for (const hint of hintsOf(slice)) console.log(`  ${hint}`);
}

function printAddresses(
	run: { url: string; workflowId: string; executionId: string; login: Login },
	target: Sandboxes | RealSystems,
): void {
	console.log(`\nn8n:               ${run.url}/workflow/${run.workflowId}`);
	console.log(
		`  this run:        ${run.url}/workflow/${run.workflowId}/executions/${run.executionId}`,
	);
	console.log(`  log in with:     ${run.login.email}  ${run.login.password}`);
	console.log(
		`Dashboard:         ${run.url}/webhook/cloudsuite-dashboard  (the same name and password)`,
	);
	if ('infor' in target) {
		console.log(`Infor sandbox:     ${target.infor.url}`);
		console.log(`Chargebee sandbox: ${target.chargebee.url}`);
	}
}

async function stopAll(): Promise<void> {
	isStopping = true;
	for (const stop of cleanUps.splice(0).reverse()) await stop();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (isStopping) return;
		console.log('\nStopping n8n and the sandboxes');
		// n8n that is still starting is not among the clean-ups yet: it is ended with this process
		void stopAll().finally(() => process.exit(0));
	});
}

main().catch(async (error: unknown) => {
	// whatever was under way fails when n8n is stopped
	if (isStopping) return;
	console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`);
	await stopAll();
	process.exit(1);
});
