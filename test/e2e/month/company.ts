import type { LnData } from '../../sandbox/infor';
import type { SampleCompany, SeedCustomer } from '../../sandbox/seed';
import { COMPANY, TENANT, sampleCompany } from '../../sandbox/seed';
import { CUSTOMER_COUNT, ODD_POSITIONS } from '../../sandbox/seed/customers';
import type { SeedItem } from '../../sandbox/seed/items';
import { spreadItem } from '../../sandbox/seed/items';
import { spread } from '../../sandbox/seed/lnRows';
import { Random } from '../../sandbox/seed/random';

const KNOWN_CUSTOMERS = 90;
const KNOWN_ITEMS = 40;
const SAMPLE_ITEMS = 120;

const all = sampleCompany(1_200);

/** A small company: what it has on the first morning. */
export const smallCompany: SampleCompany = {
	customers: all.customers.slice(0, KNOWN_CUSTOMERS),
	items: all.items.slice(0, KNOWN_ITEMS),
};

/** Customers whom anybody may change; the others have a part of their own in the month. */
const EVERYDAY = { from: 10, until: 69 };

export const keyOf = (id: string) => `ln:${TENANT}:${COMPANY}:${id.trim()}`;

/** What people do in CloudSuite during the month, straight in LN's tables. The same in every run. */
export class Company {
	private readonly random = new Random(20261101);
	private readonly newcomers = plainOnes();
	private readonly newItems = all.items.slice(SAMPLE_ITEMS).filter(isPlain);
	private readonly renamed = all.customers.slice(EVERYDAY.from, EVERYDAY.until);
	private customers = KNOWN_CUSTOMERS;
	private items = KNOWN_ITEMS;
	private changes = 0;

	constructor(private readonly data: LnData) {}

	/** A customer nobody had before. @param like what is otherwise about them */
	enter(like: (customer: SeedCustomer) => SeedCustomer = (customer) => customer): SeedCustomer {
		const next = this.newcomers.shift();
		if (!next) throw new Error('The month has no more new customers');
		const customer = like(next);
		spread(customer, this.customers, this.data);
		this.customers += 1;
		return customer;
	}

	rename(customer = this.somebody()): void {
		this.partner(customer).Name = `${customer.name.slice(0, 24)} ${this.number()}`;
	}

	/** Their telephone has another number. */
	dial(customer = this.somebody()): void {
		const row = this.partner(customer);
		row.PhoneNumber = `+49 89 555${1000 + this.number()}`;
	}

	move(customer = this.somebody()): void {
		const { AddressCode: code } = this.partner(customer);
		const address = this.data.addresses.find((row) => row.AddressCode === code);
		if (address) address.Street = `New Street ${this.number()}`;
	}

	writeTo(customer = this.somebody()): void {
		const { PrimaryContact: code } = this.partner(customer);
		const contact = this.data.contacts.find((row) => row.Contact === code);
		if (contact) contact.Email = `accounts.${this.number()}@moved.example`;
	}

	/** What was typed with "(at)" gets its sign. */
	correctEmails(): void {
		for (const contact of this.data.contacts)
			if (contact.Email?.includes('(at)')) contact.Email = contact.Email.replace('(at)', '@');
	}

	deactivate(customer = this.somebody()): void {
		const { id } = customer;
		this.partner(customer).BusinessPartnerStatus = 'Inactive';
		for (const row of this.data.soldToBusinessPartners)
			if (row.SoldtoBusinessPartner === id) row.BusinessPartnerStatus = 'Inactive';
		for (const row of this.data.invoiceToBusinessPartners)
			if (row.InvoicetoBusinessPartner === id) row.BusinessPartnerStatus = 'Inactive';
	}

	/** @param like what is otherwise about it */
	enterItem(like: (item: SeedItem) => SeedItem = (item) => item): SeedItem {
		const next = this.newItems.shift();
		if (!next) throw new Error('The month has no more new items');
		const item = like(next);
		spreadItem(item, this.items, this.data);
		this.items += 1;
		return item;
	}

	/** The first so many items that have a price cost more; without a number one of them does. */
	reprice(count?: number): void {
		const priced = this.data.itemsSales.filter(({ SalesPrice: price }) => price > 0);
		const chosen = count === undefined ? [this.random.pick(priced)] : priced.slice(0, count);
		for (const row of chosen) row.SalesPrice += 1;
	}

	/** Of all everyday customers: what a new dialling code makes of a town. */
	dialEverybody(): void {
		for (const customer of this.renamed) this.dial(customer);
	}

	private somebody(): SeedCustomer {
		return this.random.pick(this.renamed);
	}

	private partner({ id }: SeedCustomer) {
		const row = this.data.businessPartners.find(({ BusinessPartner: code }) => code === id);
		if (!row) throw new Error(`CloudSuite has no customer ${id}`);
		return row;
	}

	private number(): number {
		this.changes += 1;
		return this.changes;
	}
}

/** Copies of the sample company's plain customers: with VAT number, telephone and e-mail address, each once. */
function plainOnes(): SeedCustomer[] {
	return all.customers.filter(
		(customer, position) =>
			position >= CUSTOMER_COUNT &&
			!ODD_POSITIONS.has(position % CUSTOMER_COUNT) &&
			customer.vatNumber !== null &&
			customer.phone !== null,
	);
}

function isPlain({ project, price }: SeedItem): boolean {
	return project === null && price !== null;
}
