/** A description LN keeps per language; `Content-Language` picks one, `en-US` stands in for a missing one. */
export interface Localised {
	'en-US': string;
	[language: string]: string;
}

export type LnValue = string | number | null | Localised | string[];

/**
 * A row as LN's tables hold it. Columns left out have LN's default; codes are kept byte for byte, blanks included;
 * dates are ISO 8601 in UTC or null for "empty"; enums and yes/no are member names.
 */
export interface LnRow {
	[column: string]: LnValue | undefined;
}

export interface BusinessPartnerRow extends LnRow {
	BusinessPartner: string;
	Name: string;
	SearchKey: string | null;
	BusinessPartnerStatus: 'Prospect' | 'Active' | 'Inactive';
	BusinessPartnerRole: 'NoRoles' | 'Customer' | 'Supplier' | 'CustomerAndSupplier';
	Language: string;
	Currency: string;
	AddressCode: string | null;
	PrimaryContact: string | null;
	PhoneNumber: string | null;
}

export interface InvoiceToRow extends LnRow {
	InvoicetoBusinessPartner: string;
	Department: string;
	BusinessPartnerStatus: 'Active' | 'Inactive' | 'Doubtful';
	PaymentTerms: string | null;
	CreditLimit: number;
	AddressCode: string;
}

export interface AddressRow extends LnRow {
	AddressCode: string;
	Name: string;
	Street: string | null;
	HouseNumber: string | null;
	ZIPCodePostalCode: string | null;
	City: string;
	Country: string;
	StateProvince: string | null;
}

export interface ContactRow extends LnRow {
	Contact: string;
	FullName: string;
	FirstName: string | null;
	LastName: string | null;
	Email: string | null;
	BusinessPartner: string | null;
}

export interface TaxNumberRow extends LnRow {
	BusinessPartner: string;
	BusinessPartnerTaxCountry: string;
	EffectiveDate: string;
	ExpiryDate: string | null;
	TaxNumber: string;
}

export interface ItemRow extends LnRow {
	/** Nine characters of the project, blanks for none, then the code. */
	Item: string;
	Description: string;
	ItemType: string;
	ItemGroup: string;
	InventoryUnit: string;
	CreationDate: string | null;
	LastModificationDate: string | null;
}

export interface ItemSalesRow extends LnRow {
	Item: string;
	SalesUnit: string;
	SalesPriceUnit: string;
	SalesCurrency: string;
	SalesPrice: number;
	LastSalesPriceTransactionDate: string | null;
	TaxCode: string | null;
}

/** What one LN company holds. All lists may be changed while the sandbox runs; the next request sees it. */
export interface LnCompanyData {
	businessPartners: BusinessPartnerRow[];
	soldToBusinessPartners: LnRow[];
	invoiceToBusinessPartners: InvoiceToRow[];
	payByBusinessPartners: LnRow[];
	addresses: AddressRow[];
	addressesByBusinessPartner: LnRow[];
	contacts: ContactRow[];
	taxNumbers: TaxNumberRow[];
	items: ItemRow[];
	itemsSales: ItemSalesRow[];
	languages: LnRow[];
	currencies: LnRow[];
	countries: LnRow[];
	paymentTerms: LnRow[];
	/** The companies of the tenant, the same in each of them. */
	companies: LnRow[];
}

/** The main company's rows, and the other companies of the tenant by number. */
export interface LnData extends LnCompanyData {
	otherCompanies: Record<string, LnCompanyData>;
}
