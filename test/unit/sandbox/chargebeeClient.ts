import { asText } from '../../../nodes/shared/text';
import type { ChargebeeSandbox, ChargebeeSandboxOptions, Customer } from '../../sandbox/chargebee';
import { FULL_ACCESS_KEY, startChargebeeSandbox } from '../../sandbox/chargebee';
import type { Clock } from '../../sandbox/shared/clock';
import { ManualClock } from '../../sandbox/shared/clock';

export interface Reply {
	status: number;
	headers: Headers;
	json: {
		customer?: Customer;
		list?: Array<Record<string, Record<string, unknown>>>;
		next_offset?: string;
		api_error_code?: string;
		param?: string;
		message?: string;
		[member: string]: unknown;
	};
}

type HeaderPairs = Record<string, string>;

export interface Bench {
	sandbox: ChargebeeSandbox;
	clock: ManualClock;
	/** `customers?limit=5`, or any path below `/api/v2/`. */
	get: (path: string, headers?: HeaderPairs) => Promise<Reply>;
	/** Form pairs as they are sent: `{ 'billing_address[city]': 'Oslo' }`. */
	post: (path: string, form?: Record<string, string>, headers?: HeaderPairs) => Promise<Reply>;
	/** Ids of one page of customers. */
	ids: (query: string) => Promise<string[]>;
}

const open: ChargebeeSandbox[] = [];

/** A sandbox whose clock stands still, and a client that encodes nothing of its own accord. */
export async function startBench(
	options: Omit<ChargebeeSandboxOptions, 'clock'> & { clock?: Clock } = {},
): Promise<Bench> {
	const clock = new ManualClock();
	const sandbox = await startChargebeeSandbox({ requestsPerMinute: 10_000, clock, ...options });
	open.push(sandbox);
	const get: Bench['get'] = (path, headers) => send(`${sandbox.url}/api/v2/${path}`, { headers });
	return {
		sandbox,
		clock,
		get,
		post: (path, form = {}, headers = {}) =>
			send(`${sandbox.url}/api/v2/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
				body: new URLSearchParams(form).toString(),
			}),
		ids: async (query) =>
			((await get(`customers?${query}`)).json.list ?? []).map(({ customer }) =>
				asText(customer?.id),
			),
	};
}

export async function send(
	url: string,
	{ headers, ...init }: { method?: string; headers?: HeaderPairs; body?: string } = {},
): Promise<Reply> {
	const response = await fetch(url, {
		...init,
		headers: { authorization: basic(FULL_ACCESS_KEY), ...headers },
	});
	return {
		status: response.status,
		headers: response.headers,
		json: (await response.json()) as Reply['json'],
	};
}

export function basic(user: string, password = ''): string {
	return `Basic ${btoa(`${user}:${password}`)}`;
}

export async function stopBenches(): Promise<void> {
	await Promise.all(open.splice(0).map((sandbox) => sandbox.stop()));
}

/** A clock whose sleepers wait until they are woken: requests stay under way for as long as a test wants. */
export class HeldClock extends ManualClock {
	private readonly sleepers: Array<() => void> = [];

	override sleep(): Promise<void> {
		return new Promise((resolve) => this.sleepers.push(resolve));
	}

	/** Resolves when so many sleep. */
	async untilAsleep(count: number): Promise<void> {
		while (this.sleepers.length < count) await new Promise((resolve) => setImmediate(resolve));
	}

	wakeAll(): void {
		for (const wake of this.sleepers.splice(0)) wake();
	}
}
