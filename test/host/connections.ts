import { readFile } from 'node:fs/promises';
import type { ChargebeeSandbox } from '../sandbox/chargebee';
import { FULL_ACCESS_KEY } from '../sandbox/chargebee';
import type { InforSandbox } from '../sandbox/infor';
import type { N8nClient } from './n8nClient';

export const INFOR_CREDENTIAL = 'Infor ION API';
export const CHARGEBEE_CREDENTIAL = 'Chargebee site';

/** Credential ids by type, as workflows name them. */
export type CredentialIds = Record<
	'inforIonApi' | 'chargebeeSyncApi',
	{ id: string; name: string }
>;

export interface Sandboxes {
	infor: InforSandbox;
	chargebee: ChargebeeSandbox;
}

/** Real systems, when the environment names them. */
export interface RealSystems {
	ionApi: string;
	site: string;
	apiKey: string;
}

/** `CLOUDSUITE_IONAPI` (path of the file), `CHARGEBEE_SITE` and `CHARGEBEE_API_KEY`: all three or none. */
export async function realSystems(env: NodeJS.ProcessEnv): Promise<RealSystems | undefined> {
	const { CLOUDSUITE_IONAPI: file, CHARGEBEE_SITE: site, CHARGEBEE_API_KEY: apiKey } = env;
	if (!file && !site && !apiKey) return undefined;
	if (!file || !site || !apiKey) {
		throw new Error(
			'For real systems set all three: CLOUDSUITE_IONAPI (path of the .ionapi file), CHARGEBEE_SITE and CHARGEBEE_API_KEY',
		);
	}
	return { ionApi: await readFile(file, 'utf8'), site, apiKey };
}

/** Puts the two credentials in place, for the sandboxes or for real systems. */
export async function saveCredentials(
	n8n: N8nClient,
	target: Sandboxes | RealSystems,
): Promise<CredentialIds> {
	const isSandbox = 'infor' in target;
	const ion = await n8n.saveCredential(INFOR_CREDENTIAL, 'inforIonApi', {
		ionApi: isSandbox ? JSON.stringify(target.infor.ionApi, null, 2) : target.ionApi,
		username: '',
		password: '',
		baseUrl: '',
		clientAuthentication: 'body',
		requestsPerMinute: 300,
	});
	const chargebee = await n8n.saveCredential(CHARGEBEE_CREDENTIAL, 'chargebeeSyncApi', {
		site: isSandbox ? 'acme-test' : target.site,
		apiKey: isSandbox ? FULL_ACCESS_KEY : target.apiKey,
		plan: isSandbox ? 'custom' : 'test',
		requestsPerMinute: isSandbox ? SANDBOX_LIMIT : 150,
		baseUrl: isSandbox ? target.chargebee.url : '',
	});
	return {
		inforIonApi: { id: ion, name: INFOR_CREDENTIAL },
		chargebeeSyncApi: { id: chargebee, name: CHARGEBEE_CREDENTIAL },
	};
}

/** As a site on the Performance plan, so that the first sync of the demo takes seconds. */
export const SANDBOX_LIMIT = 1000;
