import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import axios from 'axios';
import type { Login } from './n8nClient';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const API_KEY_LABEL = 'demo host';

/** n8n's two HTTP interfaces, signed in. Every failure is an Error that names the request and n8n's own words. */
export interface N8nApi {
	/** The public API; `path` begins after `/api/v1`. */
	call<T>(method: Method, path: string, body?: unknown): Promise<T>;
	/** Every page of a list of the public API. */
	list<T>(path: string): Promise<T[]>;
	/** The editor's own API, for what the public one can't do; `path` begins after `/rest`. */
	editor<T>(method: Method, path: string, body?: unknown): Promise<T>;
}

/** Makes the owner account on a new n8n, signs in on a known one, and gets an API key. */
export async function openN8nApi(url: string, login: Login): Promise<N8nApi> {
	const http = axios.create({
		baseURL: url,
		// a connection kept open is cut by a busy n8n just when the next request goes out
		httpAgent: new Agent({ keepAlive: false }),
		// n8n ties a session to the browser that opened it
		headers: { 'browser-id': randomUUID() },
		validateStatus: () => true,
	});
	const cookie = await openSession(http, login);
	const editor = async <T>(method: Method, path: string, body?: unknown): Promise<T> =>
		(await send<{ data: T }>(http, method, `/rest${path}`, { cookie }, body)).data;
	const apiKey = await newApiKey(editor);
	const call = async <T>(method: Method, path: string, body?: unknown): Promise<T> =>
		await send<T>(http, method, `/api/v1${path}`, { 'X-N8N-API-KEY': apiKey }, body);
	return { call, editor, list: async (path) => await allPages(call, path) };
}

async function openSession(http: AxiosInstance, { email, password }: Login): Promise<string> {
	const { data: settings } = await http.get<{
		data: { userManagement: { showSetupOnFirstLoad: boolean } };
	}>('/rest/settings');
	const [path, body] = settings.data.userManagement.showSetupOnFirstLoad
		? ['/rest/owner/setup', { email, password, firstName: 'Demo', lastName: 'Owner' }]
		: ['/rest/login', { emailOrLdapLoginId: email, password }];
	const { status, headers, data } = await http.post<unknown>(path, body);
	const cookie = headers['set-cookie']
		?.map((one) => one.split(';')[0] ?? '')
		.find((one) => one.startsWith('n8n-auth='));
	if (!cookie) throw new Error(`n8n: POST ${path}: ${status} ${messageOf(data)}`);
	return cookie;
}

/** A key is shown once only, so each start makes its own and drops the one before. */
async function newApiKey(editor: N8nApi['editor']): Promise<string> {
	type Key = { id: string; label: string };
	const listed = await editor<Key[] | { items: Key[] }>('GET', '/api-keys');
	for (const { id, label } of Array.isArray(listed) ? listed : listed.items)
		if (label === API_KEY_LABEL) await editor('DELETE', `/api-keys/${id}`);
	const scopes = await editor<string[]>('GET', '/api-keys/scopes');
	const body = { label: API_KEY_LABEL, expiresAt: null, scopes };
	return (await editor<{ rawApiKey: string }>('POST', '/api-keys', body)).rawApiKey;
}

async function allPages<T>(call: N8nApi['call'], path: string): Promise<T[]> {
	const all: T[] = [];
	let cursor: string | null = null;
	do {
		const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
		const page: { data: T[]; nextCursor?: string | null } = await call(
			'GET',
			`${path}${path.includes('?') ? '&' : '?'}limit=100${from}`,
		);
		all.push(...page.data);
		cursor = page.nextCursor ?? null;
	} while (cursor);
	return all;
}

/** n8n turns requests away before it looks at them while its own database answers late, as it does under load. */
const NOT_READY = 503;
const WAIT_MS = 1000;
const MOST_WAITS = 120;

async function send<T>(
	http: AxiosInstance,
	method: Method,
	url: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<T> {
	let answer = await http.request<T>({ method, url, headers, data: body });
	for (let wait = 0; answer.status === NOT_READY && wait < MOST_WAITS; wait += 1) {
		await sleep(WAIT_MS);
		answer = await http.request<T>({ method, url, headers, data: body });
	}
	if (answer.status >= 200 && answer.status < 300) return answer.data;
	throw new Error(`n8n: ${method} ${url}: ${answer.status} ${messageOf(answer.data)}`);
}

function messageOf(data: unknown): string {
	const message =
		typeof data === 'object' && data !== null ? (data as { message?: unknown }).message : undefined;
	return typeof message === 'string' ? message : '';
}
