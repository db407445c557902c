import type { Clock } from '../shared/clock';
import type { Contact, Customer, CustomerSeed } from './types';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Stored {
	customer: Customer;
	contacts: Contact[];
	/** When the last change was made, in ms, and what lists showed before it: the index may lag behind. */
	changedAt: number;
	before: Customer | undefined;
}

/** The customers of a site. Retrieving is always up to date; listing may lag. */
export class CustomerStore {
	private readonly rows = new Map<string, Stored>();
	private lastVersion = 0;
	private made = 0;

	constructor(private readonly clock: Clock) {}

	get(id: string): Customer | undefined {
		return this.rows.get(id)?.customer;
	}

	all(): Customer[] {
		return [...this.rows.values()].map(({ customer }) => customer);
	}

	/** What lists show now. */
	listed(indexDelayMs: number): Customer[] {
		const now = this.clock.now();
		return [...this.rows.values()]
			.map(({ customer, changedAt, before }) =>
				now - changedAt >= indexDelayMs ? customer : before,
			)
			.filter((customer) => customer !== undefined);
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
		this.rows.set(customer.id, {
			customer,
			contacts: [],
			changedAt: createdAt === undefined ? now : 0,
			before: undefined,
		});
		return customer;
	}

	/** Sets members; `undefined` removes one, as a cleared field is absent from answers. */
	change(id: string, members: Record<string, unknown>): Customer | undefined {
		const row = this.rows.get(id);
		if (!row) return undefined;
		const now = this.clock.now();
		const next: Customer = {
			...row.customer,
			...members,
			updated_at: Math.floor(now / 1000),
			resource_version: this.newVersion(now),
		};
		for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
		this.rows.set(id, { ...row, customer: next, changedAt: now, before: row.customer });
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
