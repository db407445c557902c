import type { Clock } from '../shared/clock';
import type { Contact, Customer, CustomerSeed } from './types';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Version {
	/** When it was made, in ms. */
	since: number;
	customer: Customer;
}

interface Stored {
	/** In order of creation, like Chargebee's internal ids. */
	sequence: number;
	/** Oldest first, never empty: the index of lists may still show an older one. */
	versions: Version[];
	contacts: Contact[];
}

/** A customer as lists see it. */
export interface Listed {
	customer: Customer;
	sequence: number;
}

/** More changes within one delay of the index than any test makes. */
const KEPT_VERSIONS = 50;

/** The customers of a site. Retrieving is always up to date; listing may lag. */
export class CustomerStore {
	private readonly rows = new Map<string, Stored>();
	private lastVersion = 0;
	private made = 0;
	private created = 0;

	constructor(private readonly clock: Clock) {}

	get(id: string): Customer | undefined {
		return this.rows.get(id)?.versions.at(-1)?.customer;
	}

	all(): Customer[] {
		return [...this.rows.keys()].flatMap((id) => this.get(id) ?? []);
	}

	/** What lists show now: of every customer the newest version that is old enough. */
	listed(indexDelayMs: number): Listed[] {
		const until = this.clock.now() - indexDelayMs;
		return [...this.rows.values()].flatMap(({ sequence, versions }) => {
			const shown = versions.findLast(({ since }) => since <= until);
			return shown ? [{ customer: shown.customer, sequence }] : [];
		});
	}

	create(values: CustomerSeed): Customer {
		const { created_at: createdAt, ...rest } = values;
		const now = this.clock.now();
		const seconds = createdAt ?? Math.floor(now / 1000);
		const customer: Customer = {
			auto_collection: 'on',
			net_term_days: 0,
			allow_direct_debit: false,
			taxability: 'taxable',
			...(structuredClone(rest) as Partial<Customer>),
			id: values.id ?? this.newId(now),
			created_at: seconds,
			updated_at: seconds,
			deleted: false,
			object: 'customer',
			resource_version: this.newVersion(now),
		};
		this.created += 1;
		// what was there before the sandbox's start is in the index already
		const since = createdAt === undefined ? now : Number.NEGATIVE_INFINITY;
		// a reused id makes a new record, which is listed as the newest one
		this.rows.delete(customer.id);
		this.rows.set(customer.id, {
			sequence: this.created,
			versions: [{ since, customer }],
			contacts: [],
		});
		return customer;
	}

	/** Sets members; `undefined` removes one, as a cleared field is absent from answers. */
	change(id: string, members: Record<string, unknown>): Customer | undefined {
		const row = this.rows.get(id);
		const current = this.get(id);
		if (!row || !current) return undefined;
		const now = this.clock.now();
		const next: Customer = {
			...current,
			...members,
			updated_at: Math.floor(now / 1000),
			resource_version: this.newVersion(now),
		};
		for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
		row.versions = [...row.versions, { since: now, customer: next }].slice(-KEPT_VERSIONS);
		return next;
	}

	contacts(id: string): Contact[] {
		return this.rows.get(id)?.contacts ?? [];
	}

	setContacts(id: string, contacts: Contact[]): void {
		const row = this.rows.get(id);
		if (row) row.contacts = contacts;
	}

	/** Like Chargebee's own: letters and digits, different each time, the same in every test run. */
	newId(now: number): string {
		this.made += 1;
		let rest = (now % 1_000_000_007) * 4_096 + this.made;
		let id = '';
		while (rest > 0) {
			id = ID_LETTERS.charAt(rest % ID_LETTERS.length) + id;
			rest = Math.floor(rest / ID_LETTERS.length);
		}
		return `Azy${id.padStart(10, 'A')}`;
	}

	private newVersion(now: number): number {
		this.lastVersion = Math.max(now, this.lastVersion + 1);
		return this.lastVersion;
	}
}
