import type { SourceCustomer } from '../../nodes/shared/source/sourceCustomer';
import type { SourceItem } from '../../nodes/shared/source/sourceItem';
import { codeTables } from '../sandbox/seed/codeTables';
import type { SeedCustomer } from '../sandbox/seed/customers';
import { seedCustomers } from '../sandbox/seed/customers';
import type { SeedItem } from '../sandbox/seed/items';
import { seedItems } from '../sandbox/seed/items';

/** What a record says, whichever product and company it comes from. */
export type IdealCustomer = Omit<
	SourceCustomer,
	'key' | 'product' | 'tenant' | 'company' | 'sourceHash' | 'raw'
>;
export type IdealItem = Omit<
	SourceItem,
	'key' | 'product' | 'tenant' | 'company' | 'sourceHash' | 'raw'
>;

/** The sample company's customers as a product would tell them that knows everything. */
export function idealCustomers(): IdealCustomer[] {
	return seedCustomers().map(idealCustomer);
}

/** The sample company's items, likewise. */
export function idealItems(): IdealItem[] {
	return seedItems().map(idealItem);
}

const LANGUAGES = new Map(
	codeTables().languages.map(({ Language, ISOCode }) => [Language, ISOCode as string]),
);

function idealCustomer(customer: SeedCustomer): IdealCustomer {
	const { city, country, people } = customer;
	const hasRoles = customer.status !== 'Prospect';
	const contacts = people
		.filter(({ active }) => active)
		.map(({ code, firstName, lastName, email, jobTitle }, position) => ({
			id: code,
			firstName,
			lastName,
			email,
			phone: customer.phone,
			role: jobTitle,
			primary: position === 0,
		}));
	return {
		id: customer.id.trim(),
		name: customer.name,
		searchKey: customer.searchKey,
		status:
			customer.doubtful && customer.status === 'Active'
				? 'doubtful'
				: customer.status.toLowerCase(),
		role: customer.role === 'Customer' ? 'customer' : 'customer and supplier',
		email: contacts.find(({ email }) => email !== null)?.email ?? null,
		phone: customer.phone,
		website: customer.website,
		vatNumber: customer.vatNumber,
		registrationNumber: customer.registrationNumber,
		currency: country.currency,
		language: LANGUAGES.get(country.language) ?? null,
		paymentTerms: hasRoles ? customer.paymentTerms : null,
		creditLimit: hasRoles ? customer.creditLimit : null,
		billingAddress: {
			line1: `${customer.street} ${customer.houseNumber}`,
			line2: null,
			line3: null,
			city: city.name['en-US'],
			state: city.state ?? null,
			postalCode: city.postalCode,
			// a code no table of the tenant knows is passed on as it is
			country: customer.countryCode === country.code ? country.iso2 : customer.countryCode,
		},
		contacts,
		parentId: customer.parent?.trim() ?? null,
		createdAt: customer.createdAt,
		modifiedAt: customer.modifiedAt,
	};
}

function idealItem(item: SeedItem): IdealItem {
	const iso = (date: string | null) => (date === null ? null : new Date(date).toISOString());
	return {
		id: item.project ? `${item.project}/${item.id}` : item.id,
		name: item.name,
		description: null,
		status: 'active',
		type: item.oldType ? 'service' : item.kind.toLowerCase(),
		group: item.group,
		unit: item.unit,
		currency: item.currency,
		price: item.price === null ? null : String(item.price),
		priceUnit: item.unit,
		effectiveFrom: null,
		effectiveTo: null,
		taxCode: item.kind === 'Service' ? 'SRV' : 'STD',
		accountingCode: null,
		createdAt: iso(item.createdAt),
		modifiedAt: iso(item.modifiedAt),
	};
}
