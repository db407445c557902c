import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Ports } from './options';
import { PORT_FLAGS } from './options';

/** Throws, naming the flag that helps, when one of the ports is taken. */
export async function assertPortsFree(ports: Ports): Promise<void> {
	for (const name of Object.keys(PORT_FLAGS) as Array<keyof Ports>) {
		if (await isFree(ports[name])) continue;
		const { flag, env, title } = PORT_FLAGS[name];
		throw new Error(
			`Port ${ports[name]}, meant for ${title}, is taken by another program. Choose another one: npm start -- --${flag} <port> (or ${env}=<port>).`,
		);
	}
}

/** Ports nobody listens on, all different. */
export async function findFreePorts(): Promise<Ports> {
	const servers = await Promise.all(Object.keys(PORT_FLAGS).map(() => listen(0)));
	const [n8n = 0, runnerBroker = 0, chargebee = 0, infor = 0] = servers.map(({ port }) => port);
	await Promise.all(servers.map(({ close }) => close()));
	return { n8n, runnerBroker, chargebee, infor };
}

async function isFree(port: number): Promise<boolean> {
	try {
		await (await listen(port)).close();
		return true;
	} catch {
		return false;
	}
}

function listen(port: number): Promise<{ port: number; close(): Promise<void> }> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () =>
			resolve({
				port: (server.address() as AddressInfo).port,
				close: () => new Promise((closed) => server.close(() => closed())),
			}),
		);
	});
}
