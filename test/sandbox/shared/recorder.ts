import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
	/** `http://127.0.0.1:<port>`: another origin than any sandbox. */
	url: string;
	/** Everything that reached it, as it came: request line, headers and body, secrets included. */
	received: string[];
	stop(): Promise<void>;
}

/** A host nobody should send anything to, or nothing secret: it answers 200 to all, and keeps what it was told. */
export async function startRecorder(): Promise<Recorder> {
	const received: string[] = [];
	const server: Server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const { method, url, rawHeaders } = incoming;
			received.push([`${method} ${url}`, ...rawHeaders, Buffer.concat(chunks)].join('\n'));
			outgoing.writeHead(200, { 'content-type': 'application/json' });
			outgoing.end(JSON.stringify({ access_token: 'of-another-host', value: [] }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
