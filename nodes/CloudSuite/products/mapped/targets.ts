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
	/** Field of the class or column of the table; of a related FSM record with a dot, e.g. `Address.City`. */
	field: string;
}

/** A mapping of one field each. */
export function mapped(fields: Readonly<Record<string, string>>): Mapped[] {
	return Object.entries(fields).map(([target, field]) => ({ target, field }));
}
