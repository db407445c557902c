import type { InforSandbox, InforSandboxOptions } from '../../sandbox/infor';
import { startInforSandbox } from '../../sandbox/infor';
import { ManualClock } from '../../sandbox/shared/clock';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** The body as JSON; `undefined` when it is none. */
	json: unknown;
}

export interface ListBody {
	'@odata.count'?: number;
	'@odata.nextLink'?: string;
	value: Array<Record<string, unknown>>;
}

export interface Bench {
	sandbox: InforSandbox;
	clock: ManualClock;
	/** A token request; empty members are left out. */
	token: (form: Record<string, string>, headers?: Record<string, string>) => Promise<Reply>;
	/** Logs in with the service account; the access token. */
	logIn: () => Promise<string>;
	/** Any request with a good token, company 1300 and en-US; a header set to '' is left out. */
	get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Reply>;
	/** A list of LN rows, `service/Set?query`. */
	list: (path: string, headers?: Record<string, string>) => Promise<ListBody>;
}

const open: InforSandbox[] = [];

export const BP = 'tcapi.comBusinessPartner';

/** A sandbox with a clock that stands still, and a client for it. */
export async function startBench(options: InforSandboxOptions = {}): Promise<Bench> {
	const clock = new ManualClock();
	const sandbox = await startInforSandbox({ clock, ...options });
	open.push(sandbox);
	const { ci = '', cs = '', saak = '', sask = '' } = sandbox.ionApi;
	let accessToken: string | undefined;

	const token: Bench['token'] = async (form, headers = {}) =>
		await send(tokenUrl(sandbox), {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: new URLSearchParams(form).toString(),
		});
	const logIn = async () => {
		const reply = await token({
			grant_type: 'password',
			username: saak,
			password: sask,
			client_id: ci,
			client_secret: cs,
		});
		return (reply.json as { access_token: string }).access_token;
	};
	const get: Bench['get'] = async (path, headers = {}, method = 'GET') => {
		accessToken ??= await logIn();
		const all = {
			authorization: `Bearer ${accessToken}`,
			'x-infor-lncompany': '1300',
			'content-language': 'en-US',
			...headers,
		};
		const kept = Object.entries(all).filter(([, value]) => value !== '');
		const url = path.startsWith('http') ? path : `${sandbox.url}${path}`;
		return await send(url, { method, headers: Object.fromEntries(kept) });
	};
	const list: Bench['list'] = async (path, headers) => {
		const reply = await get(path.startsWith('http') ? path : ln(path), headers);
		return reply.json as ListBody;
	};
	return { sandbox, clock, token, logIn, get, list };
}

/** Stops every sandbox a test started. */
export async function stopBenches(): Promise<void> {
	await Promise.all(open.splice(0).map((sandbox) => sandbox.stop()));
}

export function ln(path: string): string {
	return `/ACME_TST/LN/lnapi/odata/${path}`;
}

export function tokenUrl({ ionApi }: InforSandbox): string {
	return `${ionApi.pu}${ionApi.ot}`;
}

export async function send(url: string, init: RequestInit): Promise<Reply> {
	const response = await fetch(url, init);
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
