/**
 * The LN entity sets that make up a customer, and the columns read of each. Names as in a tenant's published `$metadata`
 * (github.com/ssmilind94/InforCE-MCP, tests/fixtures/metadata). Tenants differ: what isn't there is left out,
 * unless it is `needed`.
 */
export interface LnSet {
	service: string;
	set: string;
	key: string;
	needed: readonly string[];
	wanted: readonly string[];
	/** Without it a customer is still a customer; a tenant that has not activated the service gets a hint. */
	optional?: boolean;
}

export const BUSINESS_PARTNERS: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'BusinessPartners',
	key: 'BusinessPartner',
	needed: ['BusinessPartner', 'Name', 'BusinessPartnerRole'],
	wanted: [
		'SearchKey',
		'ParentBusinessPartner',
		'BusinessPartnerStatus',
		'Language',
		'Currency',
		'ChamberOfCommerce',
		'AddressCode',
		'PhoneNumber',
		'PrimaryContact',
		'Website',
	],
};

export const INVOICE_TO: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'InvoicetoBusinessPartners',
	key: 'InvoicetoBusinessPartner',
	needed: ['InvoicetoBusinessPartner'],
	wanted: [
		'Department',
		'BusinessPartnerStatus',
		'AddressCode',
		'Contact',
		'Currency',
		'CreditLimit',
		'PaymentTerms',
	],
};

export const ADDRESSES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Addresses',
	key: 'AddressCode',
	needed: ['AddressCode'],
	wanted: [
		'Name',
		'Street',
		'HouseNumber',
		'ZIPCodePostalCode',
		'City',
		'CityDescription',
		'Country',
		'StateProvince',
	],
};

export const TAX_NUMBERS: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'TaxNumbersByBusinessPartner',
	key: 'BusinessPartner',
	needed: ['BusinessPartner', 'TaxNumber'],
	wanted: ['BusinessPartnerTaxCountry', 'EffectiveDate', 'ExpiryDate'],
	optional: true,
};

export const CONTACTS: LnSet = {
	service: 'tcapi.comContact',
	set: 'Contacts',
	key: 'Contact',
	needed: ['Contact'],
	wanted: [
		'BusinessPartner',
		'FullName',
		'FirstName',
		'LastName',
		'Email',
		'PrimaryOfficePhone',
		'JobTitle',
		'Active',
	],
	optional: true,
};

export const LANGUAGES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Languages',
	key: 'Language',
	needed: ['Language', 'ISOCode'],
	wanted: [],
	optional: true,
};
export const CURRENCIES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Currencies',
	key: 'Currency',
	needed: ['Currency', 'ISOCurrencyCode'],
	wanted: [],
	optional: true,
};
export const COUNTRIES: LnSet = {
	service: 'tcapi.ibdItem',
	set: 'Countries',
	key: 'Country',
	needed: ['Country', 'ISOCodeAlpha2'],
	wanted: [],
	optional: true,
};
