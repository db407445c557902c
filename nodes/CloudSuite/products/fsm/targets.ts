/** What a mapped field holds, and so what its text must be. */
export type Kind = 'text' | 'number' | 'date';

/** The fields of a customer that can be mapped: name in the form, kind. */
export const CUSTOMER_TARGETS = {
	name: ['Name', 'text'],
	searchKey: ['Search Key', 'text'],
	status: ['Status', 'text'],
	role: ['Role', 'text'],
	email: ['Email', 'text'],
	phone: ['Phone', 'text'],
	website: ['Website', 'text'],
	vatNumber: ['VAT Number', 'text'],
	registrationNumber: ['Registration Number', 'text'],
	currency: ['Currency', 'text'],
	language: ['Language', 'text'],
	paymentTerms: ['Payment Terms', 'text'],
	creditLimit: ['Credit Limit', 'number'],
	line1: ['Address Line 1', 'text'],
	line2: ['Address Line 2', 'text'],
	line3: ['Address Line 3', 'text'],
	city: ['City', 'text'],
	state: ['State', 'text'],
	postalCode: ['Postal Code', 'text'],
	country: ['Country', 'text'],
	contactId: ['Contact ID', 'text'],
	contactFirstName: ['Contact First Name', 'text'],
	contactLastName: ['Contact Last Name', 'text'],
	contactEmail: ['Contact Email', 'text'],
	contactPhone: ['Contact Phone', 'text'],
	contactRole: ['Contact Role', 'text'],
	parentId: ['Parent', 'text'],
	createdAt: ['Created At', 'date'],
	modifiedAt: ['Modified At', 'date'],
} as const satisfies Targets;

/** Likewise for an item. */
export const ITEM_TARGETS = {
	name: ['Name', 'text'],
	description: ['Description', 'text'],
	status: ['Status', 'text'],
	type: ['Type', 'text'],
	group: ['Group', 'text'],
	unit: ['Unit', 'text'],
	currency: ['Currency', 'text'],
	price: ['Price', 'number'],
	priceUnit: ['Price Unit', 'text'],
	effectiveFrom: ['Effective From', 'date'],
	effectiveTo: ['Effective To', 'date'],
	taxCode: ['Tax Code', 'text'],
	accountingCode: ['Accounting Code', 'text'],
	createdAt: ['Created At', 'date'],
	modifiedAt: ['Modified At', 'date'],
} as const satisfies Targets;

export type Targets = Readonly<Record<string, readonly [label: string, kind: Kind]>>;

/** One row of the field mapping. Of several rows for one target, the first field with a value counts. */
export interface Mapped {
	target: string;
	/** Field of the class; of a related one with a dot, e.g. `Address.City`. */
	field: string;
}

/**
 * Set beforehand, so that the form shows what a mapping looks like. No list of these classes' fields is public: only the
 * names of keys (`ItemGroup`, `Item`) have been seen, the others are guesses that the tenant is asked about first.
 */
export const UNVERIFIED_CUSTOMER: readonly Mapped[] = mapped({
	name: 'Name',
	searchKey: 'SearchName',
	status: 'Status',
	email: 'EmailAddress',
	phone: 'PhoneNumber',
	website: 'WebAddress',
	vatNumber: 'TaxRegistrationNumber',
	registrationNumber: 'CompanyRegistrationNumber',
	currency: 'Currency',
	language: 'Language',
	paymentTerms: 'PaymentTerms',
	creditLimit: 'CreditLimit',
	line1: 'AddressLine1',
	city: 'City',
	state: 'StateProvince',
	postalCode: 'PostalCode',
	country: 'Country',
	contactId: 'PrimaryContact',
	contactFirstName: 'ContactFirstName',
	contactLastName: 'ContactLastName',
	contactEmail: 'ContactEmailAddress',
	contactPhone: 'ContactPhoneNumber',
	contactRole: 'ContactTitle',
	parentId: 'ParentCustomer',
});

export const UNVERIFIED_ITEM: readonly Mapped[] = mapped({
	name: 'Description',
	status: 'Active',
	type: 'ItemType',
	group: 'InventoryMajorClass',
	unit: 'StockUOM',
});

function mapped(fields: Readonly<Record<string, string>>): Mapped[] {
	return Object.entries(fields).map(([target, field]) => ({ target, field }));
}
