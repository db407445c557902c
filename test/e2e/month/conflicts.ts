import type { ChargebeeSandbox } from '../../sandbox/chargebee';
import type { SeedCustomer } from '../../sandbox/seed';
import { TENANT } from '../../sandbox/seed';
import type { Company } from './company';
import { keyOf, smallCompany } from './company';

/** What only a person can settle, and how it comes about. */
export type ConflictKind =
	| 'twoHaveTheVatNumber'
	| 'twoHaveTheEmail'
	| 'anotherCompanyHasTheVatNumber'
	| 'anotherCompanyHasTheEmail'
	| 'enteredTwiceInCloudSuite'
	| 'cameTwiceAtOnce'
	| 'deletedInChargebee'
	| 'nameOfAnotherItem'
	| 'nameOfAnotherPrice';

export interface Scene {
	company: Company;
	chargebee: ChargebeeSandbox;
}

/** Customers of the first morning who have a part of their own. */
const ENTERED_TWICE = [72, 74].map(customerAt);
const DELETED = [76, 78].map(customerAt);
export const CORRECTED_BY_HAND = [81, 82, 83, 84, 85, 86].map(customerAt);

/**
 * Brings a conflict about.
 * @param nth the how-manieth of its kind, from 0
 * @returns the CloudSuite key of the record that can't be written any more
 */
export function seedConflict(kind: ConflictKind, nth: number, scene: Scene): string {
	const { company, chargebee } = scene;
	switch (kind) {
		case 'twoHaveTheVatNumber': {
			const { id, vatNumber, name } = company.enter();
			for (const place of ['Berlin', 'Munich'])
				chargebee.add({ company: `${name}, ${place}`, vat_number: vatNumber });
			return keyOf(id);
		}
		case 'twoHaveTheEmail': {
			const customer = company.enter();
			for (const place of ['Lyon', 'Nantes'])
				chargebee.add({ company: `${customer.name}, ${place}`, email: emailOf(customer) });
			return keyOf(customer.id);
		}
		case 'anotherCompanyHasTheVatNumber': {
			const { id, vatNumber } = company.enter();
			chargebee.add({ vat_number: vatNumber, ...claimedFor(id) });
			return keyOf(id);
		}
		case 'anotherCompanyHasTheEmail': {
			const customer = company.enter();
			chargebee.add({ email: emailOf(customer), ...claimedFor(customer.id) });
			return keyOf(customer.id);
		}
		case 'enteredTwiceInCloudSuite': {
			const email = emailOf(ENTERED_TWICE[nth] as SeedCustomer);
			return keyOf(company.enter((customer) => withEmail(customer, email)).id);
		}
		case 'cameTwiceAtOnce': {
			const { vatNumber } = company.enter();
			return keyOf(company.enter((customer) => ({ ...customer, vatNumber })).id);
		}
		case 'deletedInChargebee': {
			const customer = DELETED[nth] as SeedCustomer;
			chargebee.remove(chargebeeIdOf(chargebee, customer));
			// the sync meets it when the customer changes; until then only the comparison knows
			company.dial(customer);
			return keyOf(customer.id);
		}
		case 'nameOfAnotherItem': {
			// without a price, which would wait for its item and be found as well
			const { id, name, group } = company.enterItem((item) => ({ ...item, price: null }));
			chargebee.addRecord('items', {
				...{ id: `other-${id}`, name: `${id} - ${name}`, type: 'charge' },
				item_family_id: `ln-1300-group-${group}`,
				metadata: { cloudsuite: `ln:${TENANT}:1400:${id}` },
			});
			return keyOf(id);
		}
		case 'nameOfAnotherPrice': {
			const { id, name, currency } = company.enterItem();
			chargebee.addRecord('item_prices', {
				...{ id: `other-${id}`, name: `${id}-${currency} - ${name}`, currency_code: currency },
				...{ item_id: `ln-1300-${smallCompany.items[0]?.id}`, price: 100 },
				metadata: { cloudsuite: `ln:${TENANT}:1400:${id}-${currency}` },
			});
			return `${keyOf(id)}-${currency}`;
		}
	}
}

/** The id a customer of CloudSuite has in Chargebee. */
export function chargebeeIdOf(chargebee: ChargebeeSandbox, { id }: SeedCustomer): string {
	const found = chargebee
		.customers()
		.find(
			({ meta_data: data }) =>
				(data as { cloudsuite?: string } | undefined)?.cloudsuite === keyOf(id),
		);
	if (!found) throw new Error(`Chargebee has no customer of ${keyOf(id)}`);
	return found.id;
}

function claimedFor(id: string) {
	return {
		company: 'Acme Services, branch',
		meta_data: { cloudsuite: `ln:${TENANT}:1400:${id.trim()}` },
	};
}

function emailOf({ people }: SeedCustomer): string {
	return people[0]?.email ?? '';
}

function withEmail(customer: SeedCustomer, email: string): SeedCustomer {
	const [first, ...others] = customer.people;
	return first ? { ...customer, people: [{ ...first, email }, ...others] } : customer;
}

function customerAt(position: number): SeedCustomer {
	return smallCompany.customers[position] as SeedCustomer;
}
