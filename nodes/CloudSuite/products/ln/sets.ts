/**
 * The LN entity sets that make up a customer, and the columns read of each. Names as in a tenant's published `$metadata`
 * (github.com/ssmilind94/InforCE-MCP, tests/fixtures/metadata). Tenants differ: what isn't there is left out,
 * unless it is `needed`.
 */
export interface LnSet {
	service: string;
	set: string;
	/** The column by which rows belong to each other. */
	key: string;
	/** The whole key: pages come in this order. */
	order: readonly string[];
	needed: readonly string[];
	wanted: readonly string[];
	/**
	 * Without it a customer is still a customer; a tenant that has not activated the service gets a hint.
	 * `codes` are code tables, which may be forbidden, too: `Code Mappings` replace them. `role` is one that only fills
	 * gaps of others; it may be forbidden as well.
	 */
	optional?: 'part' | 'codes' | 'role';
}

export const BUSINESS_PARTNERS: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'BusinessPartners',
	key: 'BusinessPartner',
	order: ['BusinessPartner'],
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
	order: ['InvoicetoBusinessPartner', 'Department'],
	needed: ['InvoicetoBusinessPartner'],
	wanted: [
		'Department',
		'BusinessPartnerStatus',
		'AddressCode',
		'Contact',
		'Currency',
		'CreditLimit',
		'PaymentTerms',
		// these two are for the raw row only
		'PaymentMethod',
		'PaybyBusinessPartner',
	],
};

/** Who buys: names the partner that is invoiced in its place. */
export const SOLD_TO: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'SoldtoBusinessPartners',
	key: 'SoldtoBusinessPartner',
	order: ['SoldtoBusinessPartner'],
	needed: ['SoldtoBusinessPartner'],
	wanted: ['BusinessPartnerStatus', 'AddressCode', 'PhoneNumber', 'InvoicetoBusinessPartner'],
	optional: 'role',
};

export const PAY_BY: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'PaybyBusinessPartners',
	key: 'PaybyBusinessPartner',
	order: ['PaybyBusinessPartner', 'Department'],
	needed: ['PaybyBusinessPartner'],
	wanted: ['Department', 'BusinessPartnerStatus', 'Currency'],
	optional: 'role',
};

export const ADDRESSES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Addresses',
	key: 'AddressCode',
	order: ['AddressCode'],
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
	order: ['BusinessPartner', 'BusinessPartnerTaxCountry', 'EffectiveDate'],
	needed: ['BusinessPartner', 'TaxNumber'],
	wanted: ['BusinessPartnerTaxCountry', 'EffectiveDate', 'ExpiryDate'],
	optional: 'part',
};

export const CONTACTS: LnSet = {
	service: 'tcapi.comContact',
	set: 'Contacts',
	key: 'Contact',
	order: ['Contact'],
	needed: ['Contact', 'BusinessPartner', 'Email'],
	wanted: [
		'FullName',
		'FirstName',
		'LastName',
		'OfficePhone',
		'PrimaryOfficePhone',
		'MobilePhone',
		'JobTitle',
		'Active',
	],
	optional: 'part',
};

/** What is joined to a business partner. */
export const CUSTOMER_PARTS: readonly LnSet[] = [
	SOLD_TO,
	INVOICE_TO,
	PAY_BY,
	ADDRESSES,
	TAX_NUMBERS,
	CONTACTS,
];

export const LANGUAGES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Languages',
	key: 'Language',
	order: ['Language'],
	needed: ['Language', 'ISOCode'],
	wanted: [],
	optional: 'codes',
};
export const CURRENCIES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Currencies',
	key: 'Currency',
	order: ['Currency'],
	needed: ['Currency', 'ISOCurrencyCode'],
	wanted: [],
	optional: 'codes',
};
export const COUNTRIES: LnSet = {
	service: 'tcapi.ibdItem',
	set: 'Countries',
	key: 'Country',
	order: ['Country'],
	needed: ['Country', 'ISOCodeAlpha2'],
	wanted: [],
	optional: 'codes',
};

export const COMPANIES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Companies',
	key: 'Company',
	order: ['Company'],
	needed: ['Company'],
	wanted: ['Description'],
};
