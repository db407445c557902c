import type { EntitySet } from './types';
import { columns, one } from './types';

/**
 * The pay-by role of a business partner.
 * Columns and navigations after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata);
 * navigations to sets this sandbox doesn't have are left out.
 */
export const payByBusinessPartners: EntitySet = {
	name: 'PaybyBusinessPartners',
	type: 'PaybyBusinessPartner_',
	key: ['PaybyBusinessPartner', 'Department'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.payByBusinessPartners,
	columns: columns(`
	PaybyBusinessPartner:code! Department:code!
	BusinessPartnerStatus:BusinessPartnerRoleStatus!=Active StartDate:date! EndDate:date!
	Language:code! BusinessPartnerSignal:code BusinessPartnerType:code AddressCode:code!
	PhoneNumber:code CountryForPhoneNumber:code CityAreaCodeForPhoneNumber:code
	LocalNumberForPhoneNumber:code ExtensionForPhoneNumber:code FaxNumber:code
	CountryForFaxNumber:code CityAreaCodeForFaxNumber:code LocalNumberForFaxNumber:code
	ExtensionForFaxNumber:code CalendarCode:code Contact:code Currency:code! ExchangeRateType:code!
	Bank:code BankRelation:code ExtraDaysAfterDueDate:int16! ReminderMethod:code
	RemittoAddress:code PrintReceiptAcknowledgement:yn! VatOnCashBasis:yn!
	RevenueStampTaxApplicable:yn! TradeNoteDivisionMethod:TradeNoteDivisionMethod!=NotApplicable
	MaximumNumberOfTNsAllowed:int32! PrintPaymentSlip:yn! AccountingOffice:code SearchKey:text
	BlockSettlementOfDirectDebitsWithPurchaseInvoices:yn!
`),
	navigations: [
		one('AddressCodeRef', 'Addresses', { AddressCode: 'AddressCode' }),
		one('CalendarCodeRef', 'CalendarCodes', { CalendarCode: 'CalendarCode' }),
		one('ContactRef', 'Contacts', { Contact: 'Contact' }),
		one('CurrencyRef', 'Currencies', { Currency: 'Currency' }),
		one('LanguageRef', 'Languages', { Language: 'Language' }),
		one('DepartmentRef', 'Departments', { Department: 'Department' }),
		one('PayByBPRef', 'ReferenceBusinessPartners', { BusinessPartner: 'PaybyBusinessPartner' }),
		one('RemitToAddressRef', 'Addresses', { AddressCode: 'RemittoAddress' }),
		one('ExchangeRateTypeRef', 'ExchangeRateTypes', { ExchangeRateType: 'ExchangeRateType' }),
	],
};
