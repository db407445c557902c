import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** @throws Error that names the setting to change, when somebody listens on the port */
export async function requireFree(port: number, what: string, variable: string): Promise<void> {
	try {
		await listenOnce(port);
	} catch {
		throw new Error(
			`Port ${port}, meant for ${what}, is taken. Stop the program that uses it, or choose another port: ${variable}=<port> npm start`,
		);
	}
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const { port: taken } = server.address() as AddressInfo;
			server.close(() => resolve(taken));
		});
	});
}
