import type { EntitySet } from './types';
import { columns, one } from './types';

/**
 * The invoice-to role: payment terms and credit limit. The key has two parts; a blank department is the general one.
 * Columns and navigations after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata);
 * navigations to sets this sandbox doesn't have are left out.
 */
export const invoiceToBusinessPartners: EntitySet = {
	name: 'InvoicetoBusinessPartners',
	type: 'InvoicetoBusinessPartner_',
	key: ['InvoicetoBusinessPartner', 'Department'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.invoiceToBusinessPartners,
	columns: columns(`
	InvoicetoBusinessPartner:code! Department:code!
	BusinessPartnerStatus:InvoicetoBusinessPartnerStatus!=Active StartDate:date! EndDate:date!
	Language:code! BusinessPartnerSignal:code BusinessPartnerType:code AddressCode:code!
	PhoneNumber:code CountryForPhoneNumber:code CityAreaCodeForPhoneNumber:code
	LocalNumberForPhoneNumber:code ExtensionForPhoneNumber:code FaxNumber:code
	CountryForFaxNumber:code CityAreaCodeForFaxNumber:code LocalNumberForFaxNumber:code
	ExtensionForFaxNumber:code Contact:code Currency:code! ExchangeRateType:code!
	FinancialCustomerGroup:code StatementMethod:code ChargeInterest:yn!=Yes
	NumberOfExtraInvoiceCopies:byte! InvoicingMethod:code InvoiceDeliveryMethod:code MatchCode:code
	InvoiceInterval:int16! DateInvoiced:date!
	InvoiceForFreightBasedOn:FreightManagement!=NotApplicable AdditionalPercentage:double!
	AdditionalAmount:double! CreditRating:code! CreditAnalyst:code CreditBureauReferenceNumber:code
	CreditLimit:double! HighestCreditUsedSinceLastCreditReview:double! DateOfLastCreditReview:date!
	CreditLimitInsured:double! CreditInsuranceCompany:code ReferenceCreditInsuranceCompany:code
	ExpiryDateOfInsuredCreditLimit:date! ToleranceAmountForDueInvoices:double!
	TolerancePercentageForDueInvoices:single! PaymentTerms:code PaymentTermsForCreditNotes:code
	LatePaymentSurcharge:code LatePaymentSurchargeForCreditNotes:code PaybyBusinessPartner:code
	PaymentMethod:code PaymentMethodForCreditNotes:code Dimension1:code Dimension2:code
	Dimension3:code Dimension4:code Dimension5:code Dimension6:code Dimension7:code Dimension8:code
	Dimension9:code Dimension10:code Dimension11:code Dimension12:code SIRENCode:code
	EstablishmentCode:code SendMBI:yn! ClosingMethod:code BusinessPartnerTaxClassification:code
	InstallmentPlan:code SearchKey:text InterestRateCode:code BillingCycle:code
	QRbilling:QRbilling!=NotApplicable Text:long
`),
	navigations: [
		one('BillingCycleRef', 'BillingCycles', { BillingCycle: 'BillingCycle' }),
		one('BPTaxClassificationRef', 'TaxClassifications', {
			TaxClassification: 'BusinessPartnerTaxClassification',
		}),
		one('AddressCodeRef', 'Addresses', { AddressCode: 'AddressCode' }),
		one('ContactRef', 'Contacts', { Contact: 'Contact' }),
		one('LatePaymentSurchargeRef', 'LatePaymentSurcharges', {
			LatePaymentSurcharge: 'LatePaymentSurcharge',
		}),
		one('CurrencyRef', 'Currencies', { Currency: 'Currency' }),
		one('LanguageRef', 'Languages', { Language: 'Language' }),
		one('DepartmentRef', 'Departments', { Department: 'Department' }),
		one('PaymentTermsRef', 'PaymentTerms', { PaymentTerms: 'PaymentTerms' }, 'PaymentTermss'),
		one('CreditRatingRef', 'CreditRatings', { CreditRating: 'CreditRating' }),
		one('InvoiceToBPRef', 'ReferenceBusinessPartners', {
			BusinessPartner: 'InvoicetoBusinessPartner',
		}),
		one('PayByBPRef', 'ReferenceBusinessPartners', { BusinessPartner: 'PaybyBusinessPartner' }),
		one(
			'PaymentTermsForCreditNotesRef',
			'PaymentTerms',
			{ PaymentTerms: 'PaymentTermsForCreditNotes' },
			'PaymentTermss',
		),
		one('ExchangeRateTypeRef', 'ExchangeRateTypes', { ExchangeRateType: 'ExchangeRateType' }),
	],
};
