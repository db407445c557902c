import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialIds, Sandboxes } from '../host/connections';
import { SANDBOX_LIMIT, saveCredentials } from '../host/connections';
import { N8nClient } from '../host/n8nClient';
import type { RunningN8n } from '../host/n8nProcess';
import { startN8n } from '../host/n8nProcess';
import { installPackage } from '../host/packageInstall';
import { freePort } from '../host/ports';
import type { TemplateFile } from '../host/templates';
import { inPostgres } from '../host/templates';
import type { Mail } from './mailServer';
import { startMailServer } from './mailServer';
import type { PostgresServer } from '../host/postgresServer';
import { startPostgres } from '../host/postgresServer';
import type { Tables } from './tables';
import { dataTables, postgresTables } from './tables';
import { startChargebeeSandbox } from '../sandbox/chargebee';
import { startInforSandbox } from '../sandbox/infor';
import type { SampleCompany } from '../sandbox/seed';
import { chargebeeSeed, inforSeed } from '../sandbox/seed';
import type { LaterClock } from '../sandbox/shared/clock';

export const LOGIN = { email: 'e2e@example.com', password: 'Only-For-Tests-1' };

/** A real n8n with the packed package installed, and both systems beside it; all new, all on free ports. */
export interface World extends Sandboxes {
	n8n: N8nClient;
	running: RunningN8n;
	credentials: CredentialIds;
	/** The three tables of the sync, wherever they are. */
	tables: Tables;
	/** When the tables are there. */
	postgres?: PostgresServer;
	/** The file of a template whose tables are there. */
	file: (template: TemplateFile) => string;
	/** What was sent by e-mail. */
	mails: readonly Mail[];
	/** Ends n8n at once, as a power cut does, and starts it again. */
	crash: () => Promise<N8nClient>;
	/** Chargebee requests since the last call of this function. */
	newCalls: () => Sandboxes['chargebee']['history'];
	/** Puts the clocks of n8n and of both systems forward; of a world that was started with a clock. */
	passTime: (ms: number) => Promise<void>;
	end: () => Promise<void>;
}

interface WorldOptions {
	/** Customers and items in CloudSuite, at least. */
	records?: number;
	/** Of the Chargebee site. */
	requestsPerMinute?: number;
	/** Instead of the whole sample company; Chargebee knows those of them it knows of the whole. */
	company?: SampleCompany;
	/** For time that passes faster. */
	clock?: LaterClock;
	/** The tables are in a PostgreSQL; in n8n's Data Tables when absent. */
	postgres?: boolean;
}

/** What was started is stopped again when something fails: a sandbox that listens would keep jest from ending. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
	const cleanUps: Array<() => Promise<void>> = [];
	const end = async () => {
		for (const stop of cleanUps.splice(0).reverse()) await stop();
	};
	try {
		return { ...(await bringUp(cleanUps, options)), end };
	} catch (error) {
		await end();
		throw error;
	}
}

async function bringUp(
	cleanUps: Array<() => Promise<void>>,
	{
		records,
		requestsPerMinute = SANDBOX_LIMIT,
		company,
		clock,
		postgres: withPostgres = false,
	}: WorldOptions,
): Promise<Omit<World, 'end'>> {
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	cleanUps.push(() => rm(userFolder, { recursive: true, force: true }));
	const infor = await startInforSandbox({
		...(records === undefined ? {} : { records }),
		...(company ? { data: inforSeed(company) } : {}),
		...(clock ? { clock } : {}),
	});
	cleanUps.push(() => infor.stop());
	const chargebee = await startChargebeeSandbox({
		requestsPerMinute,
		...(clock ? { clock } : {}),
		customers: company ? handMade(company) : chargebeeSeed(),
		// entered by hand, under an id of its own
		itemFamilies: [{ id: 'hand-made', name: 'BOLTS' }],
	});
	cleanUps.push(() => chargebee.stop());
	const postgres = withPostgres ? await startPostgres() : undefined;
	if (postgres) cleanUps.push(() => postgres.stop());
	await installPackage(userFolder);
	const settings = { userFolder, port: await freePort() };
	const start = () => startN8n({ ...settings, ...(clock ? { aheadMs: clock.ahead } : {}) });
	let running = await start();
	cleanUps.push(() => running.stop());
	const mail = await startMailServer();
	cleanUps.push(() => mail.stop());
	const n8n = await N8nClient.open(running.url, LOGIN);
	let client = n8n;
	const credentials = await saveCredentials(
		n8n,
		{ infor, chargebee },
		{
			...{ dashboard: LOGIN, smtpPort: mail.port, requestsPerMinute },
			...(postgres ? { postgres: postgres.connection } : {}),
		},
	);
	let seen = 0;
	return {
		infor,
		chargebee,
		n8n,
		running,
		credentials,
		tables: postgres ? postgresTables(postgres) : dataTables(() => client),
		...(postgres ? { postgres } : {}),
		file: (template) => (postgres ? inPostgres(template) : template),
		mails: mail.mails,
		crash: async () => {
			await running.kill();
			running = await start();
			client = await N8nClient.open(running.url, LOGIN);
			return client;
		},
		newCalls: () => {
			const fresh = chargebee.history.slice(seen);
			seen = chargebee.history.length;
			return fresh;
		},
		passTime: async (ms) => {
			clock?.advance(ms);
			await running.putForward(clock?.ahead ?? 0);
		},
	};
}

/** The hand-made customers of these customers; colleagues who entered one twice called the second "(new)". */
function handMade({ customers }: SampleCompany): ReturnType<typeof chargebeeSeed> {
	const names = new Set(customers.map(({ name }) => name));
	return chargebeeSeed().filter(({ company = '' }) => names.has(company.replace(/ \(new\)$/, '')));
}
