import type { Clock } from '../shared/clock';
import { realClock } from '../shared/clock';
import { FaultPlan } from '../shared/faults';
import type { HistoryEntry } from '../shared/server';
import { startServer } from '../shared/server';
import { DELETED } from './catalog/writes';
import { requestHandler } from './handle';
import { keyOf } from './idempotency';
import type { Limits } from './limiter';
import { Limiter } from './limiter';
import { renderPage } from './page';
import type { ResourcePath } from './site';
import { countOthers, emptyStores } from './site';
import type { SiteSeed } from './siteSeed';
import { addSeed, fillStores } from './siteSeed';
import type { Behaviour, Customer, RecordSeed, StoredRecord } from './types';
import { DEFAULT_BEHAVIOUR } from './types';
import { findViolations } from './violations';

export { chargebeeFaults } from './faults';
export type { ResourcePath } from './site';
export type { SiteSeed } from './siteSeed';
export type {
	Behaviour,
	Customer,
	CustomerSeed,
	CustomFieldConfig,
	RecordSeed,
	StoredRecord,
} from './types';

export interface ChargebeeSandboxOptions extends SiteSeed {
	/** 0, the default, picks a free one. */
	port?: number;
	clock?: Clock;
	site?: string;
	/** A full-access key. */
	apiKey?: string;
	readOnlyKey?: string;
	/** 150 by default, as every Chargebee test site. */
	requestsPerMinute?: number;
	/** Defaults: 50 reads and 50 writes at once, the ceilings last published for test sites. */
	concurrency?: Limits['concurrency'];
	behaviour?: Partial<Behaviour>;
}

export interface ChargebeeSandbox {
	/** `http://127.0.0.1:<port>`; the API is at `/api/v2`. */
	url: string;
	port: number;
	history: HistoryEntry[];
	faults: FaultPlan;
	/** May be changed at any time. */
	behaviour: Behaviour;
	/** All, deleted ones included. */
	customers(): Customer[];
	customer(id: string): Customer | undefined;
	/** An edit by hand, past the API; `undefined` clears a field. An unknown id is an error. */
	update(id: string, members: Record<string, unknown>): void;
	/** A customer entered by hand, e.g. a copy of another one; an id is made up when none is given. */
	add(seed: RecordSeed): StoredRecord;
	/** A delete by hand: what the API answers for it from now on is that of a deleted customer. */
	remove(id: string): void;
	/** All of a resource, deleted ones included: `records('item_prices')`. */
	records(resource: ResourcePath): StoredRecord[];
	record(resource: ResourcePath, id: string): StoredRecord | undefined;
	/** As `update`, for any resource. */
	updateRecord(resource: ResourcePath, id: string, members: Record<string, unknown>): void;
	/** As `add`, for any resource. */
	addRecord(resource: ResourcePath, seed: RecordSeed): StoredRecord;
	/** As `remove`, for any resource. */
	removeRecord(resource: ResourcePath, id: string): void;
	/** Withdraws the full-access key; this one takes its place. */
	replaceKey(key: string): void;
	/** Broken rules, see `violations.ts`; empty is good. */
	violations(): string[];
	stop(): Promise<void>;
}

export const FULL_ACCESS_KEY = 'test_sandbox_full_access_key';
export const READ_ONLY_KEY = 'test_sandbox_read_only_key';

/** A stand-in for one Chargebee site over real HTTP on loopback: customers, their contacts, the product catalog, and billing to read. */
export async function startChargebeeSandbox(
	options: ChargebeeSandboxOptions = {},
): Promise<ChargebeeSandbox> {
	const {
		clock = realClock,
		site = 'acme-test',
		apiKey = FULL_ACCESS_KEY,
		readOnlyKey = READ_ONLY_KEY,
	} = options;
	const behaviour: Behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
	const stores = emptyStores(clock);
	fillStores(stores, options, Math.floor(clock.now() / 1000) - 86_400);
	const limiter = new Limiter({
		requestsPerMinute: options.requestsPerMinute ?? 150,
		concurrency: options.concurrency ?? { get: 50, post: 50 },
	});
	const faults = new FaultPlan();
	const history: HistoryEntry[] = [];
	const keys = { full: apiKey, readOnly: readOnlyKey };

	const edit: ChargebeeSandbox['updateRecord'] = (resource, id, members) => {
		const changed = stores[resource].change(id, members);
		if (!changed) throw new Error(`The sandbox has no ${stores[resource].kind.object} ${id}`);
	};

	const remove: ChargebeeSandbox['removeRecord'] = (resource, id) =>
		edit(resource, id, resource === 'customers' ? { deleted: true } : DELETED.members);

	const server = await startServer({
		port: options.port ?? 0,
		clock,
		faults,
		history,
		handle: requestHandler({
			site,
			keys,
			clock,
			stores,
			limiter,
			behaviour,
		}),
		observe: (request) => {
			const idempotencyKey = keyOf(request);
			return idempotencyKey === undefined ? {} : { idempotencyKey };
		},
		page: () =>
			renderPage({
				site,
				customers: stores.customers.all(),
				others: countOthers(stores),
				history,
				faults: faults.list(),
				limits: limiter.limits,
				peak: limiter.peak,
				violations: findViolations(stores.customers.all(), stores.items.all(), history),
			}),
	});
	return {
		url: server.url,
		port: server.port,
		history,
		faults,
		behaviour,
		customers: () => stores.customers.all(),
		customer: (id) => stores.customers.get(id),
		update: (id, members) => edit('customers', id, members),
		records: (resource) => stores[resource].all(),
		record: (resource, id) => stores[resource].get(id),
		updateRecord: edit,
		add: (seed) => addSeed(stores, 'customers', seed),
		addRecord: (resource, seed) => addSeed(stores, resource, seed),
		remove: (id) => remove('customers', id),
		removeRecord: remove,
		replaceKey: (key) => {
			keys.full = key;
		},
		violations: () => findViolations(stores.customers.all(), stores.items.all(), history),
		stop: () => server.stop(),
	};
}
