import type { LnCompanyData } from '../infor/ln/data';
import type { SeedCustomer } from './customers';

const VALID_SINCE = '2019-01-01T00:00:00Z';

export function emptyCompany(): LnCompanyData {
	return {
		businessPartners: [],
		soldToBusinessPartners: [],
		invoiceToBusinessPartners: [],
		payByBusinessPartners: [],
		addresses: [],
		addressesByBusinessPartner: [],
		contacts: [],
		taxNumbers: [],
		items: [],
		itemsSales: [],
		languages: [],
		currencies: [],
		countries: [],
		paymentTerms: [],
		companies: [],
	};
}

/** Puts one customer into LN's tables: master row, roles, address, contacts, tax numbers. */
export function spread(customer: SeedCustomer, position: number, company: LnCompanyData): void {
	const address = `A${String(position + 1).padStart(8, '0')}`;
	company.addresses.push({
		AddressCode: address,
		Name: customer.name,
		Street: customer.street,
		HouseNumber: customer.houseNumber,
		ZIPCodePostalCode: customer.city.postalCode,
		City: customer.city.code,
		Country: customer.countryCode,
		StateProvince: customer.city.state ?? null,
		CityDescription: customer.city.name,
	});
	company.addressesByBusinessPartner.push({
		BusinessPartner: customer.id,
		Address: address,
		// one answer per role: sold-to, ship-to, invoice-to, pay-by, buy-from, ship-from, invoice-from, pay-to
		BPRoleMask: ['Yes', 'Yes', 'Yes', 'Yes', 'No', 'No', 'No', 'No'],
	});
	company.businessPartners.push({
		BusinessPartner: customer.id,
		Name: customer.name,
		SearchKey: customer.searchKey,
		ParentBusinessPartner: customer.parent,
		BusinessPartnerStatus: customer.status,
		BusinessPartnerRole: customer.role,
		StartDate: VALID_SINCE,
		EndDate: null,
		Language: customer.country.language,
		Currency: customer.country.currency,
		ChamberOfCommerce: customer.registrationNumber,
		AddressCode: address,
		PhoneNumber: customer.phone,
		PrimaryContact: customer.people[0]?.code ?? null,
		Website: customer.website,
	});
	spreadRoles(customer, address, company);
	spreadContacts(customer, address, company);
	spreadTaxNumbers(customer, position, company);
}

/** A prospect has no roles yet; everyone else buys, is invoiced and pays. */
function spreadRoles(customer: SeedCustomer, address: string, company: LnCompanyData): void {
	if (customer.status === 'Prospect') return;
	const status = customer.status === 'Inactive' ? 'Inactive' : 'Active';
	const shared = {
		StartDate: VALID_SINCE,
		EndDate: null,
		Language: customer.country.language,
		AddressCode: address,
		Contact: customer.people[0]?.code ?? null,
		SearchKey: customer.searchKey,
	};
	company.soldToBusinessPartners.push({
		...shared,
		SoldtoBusinessPartner: customer.id,
		BusinessPartnerStatus: status,
		InvoicetoBusinessPartner: customer.id,
	});
	company.invoiceToBusinessPartners.push({
		...shared,
		InvoicetoBusinessPartner: customer.id,
		Department: '',
		BusinessPartnerStatus: customer.doubtful ? 'Doubtful' : status,
		Currency: customer.country.currency,
		PaymentTerms: customer.paymentTerms,
		CreditLimit: customer.creditLimit,
		CreditRating: 'A',
		ExchangeRateType: 'MTH',
		PaybyBusinessPartner: customer.id,
		BusinessPartnerTaxClassification: customer.country.euMember ? 'EU' : 'ROW',
	});
	company.payByBusinessPartners.push({
		...shared,
		PaybyBusinessPartner: customer.id,
		Department: '',
		BusinessPartnerStatus: status,
		Currency: customer.country.currency,
		ExchangeRateType: 'MTH',
	});
}

function spreadContacts(customer: SeedCustomer, address: string, company: LnCompanyData): void {
	for (const person of customer.people) {
		company.contacts.push({
			Contact: person.code,
			FullName: `${person.firstName} ${person.lastName}`,
			FirstName: person.firstName,
			LastName: person.lastName,
			Email: person.email,
			JobTitle: person.jobTitle,
			BusinessPartner: customer.id,
			Active: person.active ? 'Yes' : 'No',
			Language: customer.country.language,
			WorkAddress: address,
			OfficePhone: customer.phone,
			PrimaryOfficePhone: customer.phone,
		});
	}
}

/** Every thirteenth customer also has a number that expired years ago, under an older effective date. */
function spreadTaxNumbers(customer: SeedCustomer, position: number, company: LnCompanyData): void {
	const { vatNumber } = customer;
	if (!vatNumber) return;
	const row = { BusinessPartner: customer.id, BusinessPartnerTaxCountry: customer.country.code };
	if (position % 13 === 0) {
		company.taxNumbers.push({
			...row,
			EffectiveDate: '2010-01-01T00:00:00Z',
			ExpiryDate: '2018-12-31T00:00:00Z',
			TaxNumber: vatNumber.replace(/\d/g, (digit) => String((Number(digit) + 5) % 10)),
		});
	}
	company.taxNumbers.push({
		...row,
		EffectiveDate: VALID_SINCE,
		ExpiryDate: null,
		TaxNumber: vatNumber,
		InvoicingAllowed: 'Yes',
	});
}
