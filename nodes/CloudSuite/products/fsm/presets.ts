import type { Mapped } from '../mapped/targets';
import { mapped } from '../mapped/targets';

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
