import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import axios from 'axios';
import type { Execution } from './execution';

export interface Login {
	email: string;
	password: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const API_KEY_LABEL = 'demo host';
const UNFINISHED: ReadonlySet<string> = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * n8n as a person at the browser and as its public API see it.
 * The editor's own API (`/rest`) is only used for what the public one can't do: set-up, API keys, run now.
 * https://docs.n8n.io/api/
 */
export class N8nClient {
	private readonly http: AxiosInstance;

	private cookie = '';

	private apiKey = '';

	constructor(readonly url: string) {
		// n8n ties a session to the browser that opened it
		this.http = axios.create({
			baseURL: url,
			headers: { 'browser-id': randomUUID() },
			validateStatus: () => true,
		});
	}

	/** Makes the owner account on a new n8n, signs in on a known one; afterwards everything else works. */
	async signIn({ email, password }: Login): Promise<void> {
		const { data } = await this.http.get<{
			data: { userManagement: { showSetupOnFirstLoad: boolean } };
		}>('/rest/settings');
		if (data.data.userManagement.showSetupOnFirstLoad) {
			const owner = { email, password, firstName: 'Demo', lastName: 'Owner' };
			await this.openSession('/rest/owner/setup', owner);
		} else {
			await this.openSession('/rest/login', { emailOrLdapLoginId: email, password });
		}
		await this.renewApiKey();
	}

	/** The public API. `path` begins after `/api/v1`. */
	async api<T>(method: Method, path: string, body?: unknown): Promise<T> {
		return await this.send<T>(method, `/api/v1${path}`, { 'X-N8N-API-KEY': this.apiKey }, body);
	}

	/** Every page of a list of the public API. */
	async apiList<T>(path: string): Promise<T[]> {
		const all: T[] = [];
		let cursor: string | null = null;
		do {
			const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const page: { data: T[]; nextCursor?: string | null } = await this.api(
				'GET',
				`${path}${path.includes('?') ? '&' : '?'}limit=100${from}`,
			);
			all.push(...page.data);
			cursor = page.nextCursor ?? null;
		} while (cursor);
		return all;
	}

	/** The editor's API, unwrapped. `path` begins after `/rest`. */
	async rest<T>(method: Method, path: string, body?: unknown): Promise<T> {
		const answer = await this.send<{ data: T }>(
			method,
			`/rest${path}`,
			{ cookie: this.cookie },
			body,
		);
		return answer.data;
	}

	/** Waits until an execution has ended, well or not, and gives it with the data of all its nodes. */
	async executionResult(id: string, timeoutMs = 300_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const { status } = await this.api<Execution>('GET', `/executions/${id}`);
			if (!UNFINISHED.has(status))
				return await this.api('GET', `/executions/${id}?includeData=true`);
			if (Date.now() > deadline)
				throw new Error(`Execution ${id} is still "${status}" after ${timeoutMs / 1000} s`);
			await sleep(200);
		}
	}

	private async openSession(path: string, body: unknown): Promise<void> {
		const { status, headers, data } = await this.http.post<unknown>(path, body);
		const cookie = headers['set-cookie']
			?.map((one) => one.split(';')[0] ?? '')
			.find((one) => one.startsWith('n8n-auth='));
		if (!cookie) throw new Error(`n8n: POST ${path}: ${status} ${messageOf(data)}`);
		this.cookie = cookie;
	}

	/** A key is shown once only, so each start makes its own and drops the one before. */
	private async renewApiKey(): Promise<void> {
		const listed = await this.rest<ApiKey[] | { items: ApiKey[] }>('GET', '/api-keys');
		const keys = Array.isArray(listed) ? listed : listed.items;
		for (const { id, label } of keys)
			if (label === API_KEY_LABEL) await this.rest('DELETE', `/api-keys/${id}`);
		const scopes = await this.rest<string[]>('GET', '/api-keys/scopes');
		const { rawApiKey } = await this.rest<{ rawApiKey: string }>('POST', '/api-keys', {
			label: API_KEY_LABEL,
			expiresAt: null,
			scopes,
		});
		this.apiKey = rawApiKey;
	}

	private async send<T>(
		method: Method,
		url: string,
		headers: Record<string, string>,
		body?: unknown,
	): Promise<T> {
		const answer = await this.http.request<T>({ method, url, headers, data: body });
		if (answer.status >= 200 && answer.status < 300) return answer.data;
		throw new Error(`n8n: ${method} ${url}: ${answer.status} ${messageOf(answer.data)}`);
	}
}

interface ApiKey {
	id: string;
	label: string;
}

function messageOf(data: unknown): string {
	const message =
		typeof data === 'object' && data !== null ? (data as { message?: unknown }).message : undefined;
	return typeof message === 'string' ? message : '';
}
