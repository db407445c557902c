import type { Clock } from '../shared/clock';
import { RecordStore } from './recordStore';
import type { Contact, Customer, CustomerSeed } from './types';

/** The customers of a site and their contacts. */
export class CustomerStore extends RecordStore<Customer> {
	private readonly contactsOf = new Map<string, Contact[]>();

	constructor(clock: Clock) {
		super(clock, {
			object: 'customer',
			showsCreation: true,
			defaults: {
				auto_collection: 'on',
				net_term_days: 0,
				allow_direct_debit: false,
				taxability: 'taxable',
			},
		});
	}

	override create(values: CustomerSeed): Customer {
		const customer = super.create(values);
		this.contactsOf.set(customer.id, (customer.contacts as Contact[] | undefined) ?? []);
		return customer;
	}

	contacts(id: string): Contact[] {
		return this.contactsOf.get(id) ?? [];
	}

	setContacts(id: string, contacts: Contact[]): void {
		this.contactsOf.set(id, contacts);
	}
}
