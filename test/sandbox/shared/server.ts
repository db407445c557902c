import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock';
import type { FaultEffect, FaultPlan } from './faults';

export interface SandboxRequest {
	/** 1-based, in order of arrival. */
	n: number;
	/** Sandbox time of arrival, milliseconds since the epoch. */
	at: number;
	method: string;
	/** Path without query, still percent-encoded. */
	path: string;
	/** Raw query without `?`. */
	query: string;
	/** Header names in lower case. */
	headers: Record<string, string>;
	body: string;
}

export interface SandboxAnswer {
	status: number;
	headers?: Record<string, string>;
	/** A string is sent as it is; anything else as JSON. */
	body: unknown;
}

/** One line of a sandbox's history. Secrets in headers and token requests are never kept. */
export interface HistoryEntry {
	n: number;
	at: number;
	method: string;
	path: string;
	query: string;
	body: string;
	/** What was answered; 0 when the connection was cut or no answer was given. */
	status: number;
	fault?: FaultEffect['kind'];
	/** What the sandbox wants to remember of it, e.g. `{ replayed: true }`. */
	notes: Record<string, unknown>;
}

export interface SandboxOptions {
	/** 0 picks a free port. */
	port: number;
	clock: Clock;
	faults: FaultPlan;
	history: HistoryEntry[];
	/** Answers the API; may put what tests want to know into `notes`. */
	handle(
		request: SandboxRequest,
		notes: Record<string, unknown>,
	): SandboxAnswer | Promise<SandboxAnswer>;
	/** HTML for `GET /`; not part of the history. */
	page(): string;
	/** What the history shall say of a request, also of one that a fault keeps from being handled. */
	observe?(request: SandboxRequest): Record<string, unknown>;
	/** Hides secrets of a body before it enters the history. */
	redact?(request: SandboxRequest): string;
}

export interface RunningServer {
	/** `http://127.0.0.1:<port>`, no trailing slash. */
	url: string;
	port: number;
	stop(): Promise<void>;
}

/** Serves one stand-in system on loopback: reads the whole request, injects faults, keeps the history. */
export async function startServer(options: SandboxOptions): Promise<RunningServer> {
	let arrivals = 0;
	const server = createServer((incoming, outgoing) => {
		const answer = (body: string) => {
			const [path = '/', query = ''] = splitOnce(incoming.url ?? '/', '?');
			if (incoming.method === 'GET' && path === '/') {
				outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
				outgoing.end(options.page());
				return undefined;
			}
			arrivals += 1;
			const request: SandboxRequest = {
				n: arrivals,
				at: options.clock.now(),
				method: incoming.method ?? 'GET',
				path,
				query,
				headers: flattenHeaders(incoming),
				body,
			};
			return serve(options, request, outgoing);
		};
		// a client that goes away while it still sends is not the sandbox's failure
		const gone = () => void outgoing.destroy();
		void readBody(incoming).then(answer, gone);
	});
	await listen(server, options.port);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function serve(
	options: SandboxOptions,
	request: SandboxRequest,
	outgoing: ServerResponse,
): Promise<void> {
	const url = request.query ? `${request.path}?${request.query}` : request.path;
	const effect = options.faults.take({ method: request.method, url, body: request.body });
	const entry: HistoryEntry = {
		n: request.n,
		at: request.at,
		method: request.method,
		path: request.path,
		query: request.query,
		body: options.redact ? options.redact(request) : request.body,
		status: 0,
		...(effect ? { fault: effect.kind } : {}),
		notes: options.observe?.(request) ?? {},
	};
	options.history.push(entry);

	if (effect?.kind === 'hang') return;
	if (effect?.kind === 'reset') {
		outgoing.socket?.destroy();
		return;
	}
	if (effect?.kind === 'delay') await options.clock.sleep(effect.ms);
	const answer =
		effect?.kind === 'answer'
			? { status: effect.status, headers: effect.headers, body: effect.body ?? '' }
			: await options.handle(request, entry.notes);
	if (effect?.kind === 'lostAnswer') {
		outgoing.socket?.destroy();
		return;
	}
	entry.status = answer.status;
	const date = new Date(options.clock.now()).toUTCString();
	send(outgoing, { ...answer, headers: { date, ...answer.headers } }, cutAfter(effect));
}

function cutAfter(effect: FaultEffect | undefined): number | undefined {
	return effect?.kind === 'truncate' ? effect.bytes : undefined;
}

function send(outgoing: ServerResponse, answer: SandboxAnswer, atMost?: number): void {
	const isText = typeof answer.body === 'string';
	const body = Buffer.from(isText ? (answer.body as string) : JSON.stringify(answer.body));
	outgoing.writeHead(answer.status, {
		'content-type': isText ? 'text/html; charset=utf-8' : 'application/json;charset=utf-8',
		'content-length': String(atMost === undefined ? body.length : Math.min(atMost, body.length)),
		...answer.headers,
	});
	outgoing.end(atMost === undefined ? body : body.subarray(0, atMost));
}

async function readBody(incoming: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

function flattenHeaders(incoming: IncomingMessage): Record<string, string> {
	return Object.fromEntries(
		Object.entries(incoming.headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}

function splitOnce(text: string, separator: string): [string, string?] {
	const at = text.indexOf(separator);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
}
