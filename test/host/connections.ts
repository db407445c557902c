import { readFile } from 'node:fs/promises';
import type { ChargebeeSandbox } from '../sandbox/chargebee';
import { FULL_ACCESS_KEY } from '../sandbox/chargebee';
import type { InforSandbox } from '../sandbox/infor';
import type { Login, N8nClient } from './n8nClient';

export const INFOR_CREDENTIAL = 'Infor ION API';
export const CHARGEBEE_CREDENTIAL = 'Chargebee site';
const DASHBOARD_CREDENTIAL = 'Sync dashboard';
const MAIL_CREDENTIAL = 'Mail server';
const POSTGRES_CREDENTIAL = 'Tables of the sync';

/** Credential ids by type, as workflows name them. */
export type CredentialIds = Record<
	'inforIonApi' | 'chargebeeSyncApi' | 'httpBasicAuth' | 'smtp',
	Credential
> & { postgres?: Credential };

interface Credential {
	id: string;
	name: string;
}

/** Who may open the dashboard, and the server that takes e-mail. */
export interface Channels {
	dashboard: Login;
	/** Of a mail server on this machine. */
	smtpPort: number;
	/** Of the sandbox's Chargebee; `SANDBOX_LIMIT` when absent. */
	requestsPerMinute?: number;
	/** Of the database that has the tables of the sync, when they are not n8n's own. */
	postgres?: { host: string; port: number; database: string; user: string; password: string };
}

export interface Sandboxes {
	infor: InforSandbox;
	chargebee: ChargebeeSandbox;
}

/** Real systems, when the environment names them. */
export interface RealSystems {
	ionApi: string;
	/** Number of the LN company. */
	company: string;
	site: string;
	apiKey: string;
}

const REAL_SYSTEM_VARIABLES = [
	'CLOUDSUITE_IONAPI',
	'CLOUDSUITE_COMPANY',
	'CHARGEBEE_SITE',
	'CHARGEBEE_API_KEY',
] as const;

/** `CLOUDSUITE_IONAPI` (path of the file), `CLOUDSUITE_COMPANY`, `CHARGEBEE_SITE`, `CHARGEBEE_API_KEY`: all or none. */
export async function realSystems(env: NodeJS.ProcessEnv): Promise<RealSystems | undefined> {
	const [file, company, site, apiKey] = REAL_SYSTEM_VARIABLES.map((name) => env[name]);
	if (!file && !company && !site && !apiKey) return undefined;
	if (!file || !company || !site || !apiKey) {
		const missing = REAL_SYSTEM_VARIABLES.filter((name) => !env[name]).join(', ');
		throw new Error(
			`For real systems set ${REAL_SYSTEM_VARIABLES.join(', ')} (the first is the path of the .ionapi file); missing: ${missing}`,
		);
	}
	return { ionApi: await readFile(file, 'utf8'), company, site, apiKey };
}

/** Puts the credentials in place, for the sandboxes or for real systems. */
export async function saveCredentials(
	n8n: N8nClient,
	target: Sandboxes | RealSystems,
	{ dashboard, smtpPort, requestsPerMinute = SANDBOX_LIMIT, postgres }: Channels,
): Promise<CredentialIds> {
	const isSandbox = 'infor' in target;
	const ion = await n8n.saveCredential(INFOR_CREDENTIAL, 'inforIonApi', {
		ionApi: isSandbox ? JSON.stringify(target.infor.ionApi, null, 2) : target.ionApi,
		username: '',
		password: '',
		baseUrl: '',
		clientAuthentication: 'body',
		requestsPerMinute: isSandbox ? 3000 : 300,
	});
	const chargebee = await n8n.saveCredential(CHARGEBEE_CREDENTIAL, 'chargebeeSyncApi', {
		site: isSandbox ? 'acme-test' : target.site,
		apiKey: isSandbox ? FULL_ACCESS_KEY : target.apiKey,
		plan: isSandbox ? 'custom' : 'test',
		requestsPerMinute: isSandbox ? requestsPerMinute : 150,
		baseUrl: isSandbox ? target.chargebee.url : '',
	});
	const basic = await n8n.saveCredential(DASHBOARD_CREDENTIAL, 'httpBasicAuth', {
		user: dashboard.email,
		password: dashboard.password,
	});
	const smtp = await n8n.saveCredential(MAIL_CREDENTIAL, 'smtp', {
		...{ user: '', password: '', host: '127.0.0.1', port: smtpPort },
		...{ secure: false, disableStartTls: true, hostName: '' },
	});
	const tables =
		postgres &&
		(await n8n.saveCredential(POSTGRES_CREDENTIAL, 'postgres', {
			...postgres,
			...{ maxConnections: 10, allowUnauthorizedCerts: false, ssl: 'disable', sshTunnel: false },
		}));
	return {
		...(tables ? { postgres: { id: tables, name: POSTGRES_CREDENTIAL } } : {}),
		httpBasicAuth: { id: basic, name: DASHBOARD_CREDENTIAL },
		smtp: { id: smtp, name: MAIL_CREDENTIAL },
		inforIonApi: { id: ion, name: INFOR_CREDENTIAL },
		chargebeeSyncApi: { id: chargebee, name: CHARGEBEE_CREDENTIAL },
	};
}

/** As a site on the Performance plan, so that the first sync of the demo takes seconds. */
export const SANDBOX_LIMIT = 1000;
