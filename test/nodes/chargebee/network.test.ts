import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ChargebeeSyncApi } from '../../../credentials/ChargebeeSyncApi.credentials';
import { ChargebeeSync } from '../../../nodes/Chargebee/ChargebeeSync.node';
import { NETWORK_ERRORS } from '../../../nodes/shared/errors/networkErrors';
import { runNode } from '../harness/runNode';
import { API_KEY, startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** Reads customers from an address, on the bench's clock. */
async function readFrom(baseUrl: string): Promise<(Error & { description?: string }) | undefined> {
	const { error } = await runNode({
		nodeType: new ChargebeeSync(),
		parameters: { resource: 'customer', operation: 'getAll' },
		credentials: {
			chargebeeSyncApi: { site: 'acme-test', apiKey: API_KEY, plan: 'test', baseUrl },
		},
		credentialTypes: [new ChargebeeSyncApi()],
	});
	return error;
}

async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('silence', () => {
	it('because nobody listens there is said as that, after some waiting', async () => {
		const { clock } = await startBench();
		const before = clock.now();
		const error = await readFrom(`http://127.0.0.1:${await closedPort()}`);
		expect(error?.message).toBe('Chargebee gave no answer: the connection was refused.');
		expect(error?.description).toContain('firewall');
		expect(clock.now()).toBeGreaterThan(before);
	});

	it('because the host has no address is said as that', async () => {
		await startBench();
		const error = await readFrom('http://no-such-site.invalid');
		expect(error?.message).toBe('Chargebee gave no answer: the host name is not known.');
		expect(error?.description).toContain('spelling');
	});

	it('because the connection is cut is said as that, after five tries', async () => {
		const { sandbox } = await startBench();
		sandbox.faults.add({ effect: { kind: 'reset' }, times: 100 });
		const error = await readFrom(sandbox.url);
		expect(error?.message).toContain('the connection was cut before an answer came');
		expect(sandbox.faults.list()[0]?.hits).toBe(5);
	});

	it('because the server does not speak TLS is said as that, and not tried again', async () => {
		const { clock } = await startBench();
		let connections = 0;
		const server = createServer((socket) => {
			connections += 1;
			socket.on('error', () => undefined);
			socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const before = clock.now();
		const error = await readFrom(`https://127.0.0.1:${port}`);
		await new Promise((resolve) => server.close(resolve));
		expect(error?.message).toContain('no secure connection');
		expect(error?.description).toBe(NETWORK_ERRORS.network_tls.action);
		expect(connections).toBe(1);
		expect(clock.now()).toBe(before);
	});
});
