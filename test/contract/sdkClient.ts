import Chargebee from 'chargebee';
import type { ChargebeeSandbox } from '../sandbox/chargebee';
import { FULL_ACCESS_KEY } from '../sandbox/chargebee';

/** The official SDK, pointed at a sandbox. */
export function sdkFor(sandbox: ChargebeeSandbox, apiKey = FULL_ACCESS_KEY): Chargebee {
	const client = new Chargebee({ site: '127.0.0', apiKey });
	const { port } = new URL(sandbox.url);
	Object.assign((client as unknown as { _env: object })._env, {
		protocol: 'http',
		hostSuffix: '.1',
		port,
	});
	return client;
}
