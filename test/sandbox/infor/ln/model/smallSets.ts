import type { EntitySet } from './types';
import { columns, one, reference } from './types';

/** Addresses, tax numbers and code tables of the business partner service (source: see businessPartners.ts). */
export const SMALL_SETS: EntitySet[] = [
	{
		name: 'TaxNumbersByBusinessPartner',
		type: 'TaxNumberByBusinessPartner',
		key: ['BusinessPartner', 'BusinessPartnerTaxCountry', 'EffectiveDate'],
		writable: false,
		inServiceDocument: true,
		rows: (company) => company.taxNumbers,
		navigations: [],
		columns: columns(`
	BusinessPartner:code! BusinessPartnerTaxCountry:code! EffectiveDate:date!=none ExpiryDate:date
	TaxNumber:code! TemporaryTaxNumber:yn! InvoicingAllowed:YesNoNotApplicable!=NotApplicable
	LastVerificationDate:date VerificationUser:code ConsultationNumber:code
	VerifiedRegisteredName:text VerifiedRegisteredAddress:text RegisteredAddress:code VATAgent:yn!
`),
	},
	{
		name: 'AddressesByBusinessPartner',
		type: 'AddressByBusinessPartner',
		key: ['BusinessPartner', 'Address'],
		writable: false,
		inServiceDocument: true,
		rows: (company) => company.addressesByBusinessPartner,
		navigations: [one('AddressRef', 'Addresses', { AddressCode: 'Address' })],
		columns: columns('BusinessPartner:code! Address:code! BPRoleMask:list.yn!'),
	},
	reference(
		'Addresses',
		'Address',
		'AddressCode',
		`AddressCode:code! Name:text! Street:text HouseNumber:text ZIPCodePostalCode:text City:code!
		Country:code! StateProvince:code CityDescription:text`,
		(company) => company.addresses,
	),
	// in this service a contact is only a name: the e-mail is in tcapi.comContact
	reference(
		'Contacts',
		'Contact_',
		'Contact',
		'Contact:code! FullName:text',
		(company) => company.contacts,
	),
	reference(
		'Languages',
		'Language_',
		'Language',
		'Language:code! Description:text ISOCode:code',
		(company) => company.languages,
	),
	reference(
		'Currencies',
		'Currency_',
		'Currency',
		'Currency:code! Description:text ISOCurrencyCode:code',
		(company) => company.currencies,
	),
	reference(
		'ReferenceBusinessPartners',
		'ReferenceBusinessPartner',
		'BusinessPartner',
		'BusinessPartner:code! Name:text!',
		(company) => company.businessPartners,
	),
	reference(
		'PaymentTerms',
		'PaymentTerm',
		'PaymentTerms',
		'PaymentTerms:code! Description:text',
		(company) => company.paymentTerms,
	),
	reference(
		'Companies',
		'Company_',
		'Company',
		'Company:int16! Description:text',
		(company) => company.companies,
	),
	...(
		[
			['Titles', 'Title'],
			['Areas', 'Area'],
			['LinesOfBusiness', 'LineOfBusiness'],
			['CalendarCodes', 'CalendarCode'],
			['DeliveryTerms', 'DeliveryTerms'],
			['PointsOfTitlePassage', 'PointOfTitlePassage'],
			['BillingCycles', 'BillingCycle'],
			['TaxClassifications', 'TaxClassification'],
			['Departments', 'Department'],
			['CreditRatings', 'CreditRating'],
			['LatePaymentSurcharges', 'LatePaymentSurcharge'],
			['ExchangeRateTypes', 'ExchangeRateType'],
		] as const
	).map(([set, key]) => reference(set, `${key}_`, key, `${key}:code! Description:text`)),
];
