import type { EntitySet } from './types';
import { columns, one } from './types';

/**
 * The sold-to role of a business partner.
 * Columns and navigations after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata);
 * navigations to sets this sandbox doesn't have are left out.
 */
export const soldToBusinessPartners: EntitySet = {
	name: 'SoldtoBusinessPartners',
	type: 'SoldtoBusinessPartner_',
	key: ['SoldtoBusinessPartner'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.soldToBusinessPartners,
	columns: columns(`
	SoldtoBusinessPartner:code! BusinessPartnerStatus:BusinessPartnerStatus!=Active EndDate:date!
	StartDate:date! Language:code! Area:code SalesTerritory:code LineOfBusiness:code
	BusinessPartnerSignal:code BusinessPartnerType:code BusinessPartnerForStatisticsUpdate:code
	AddressCode:code! PhoneNumber:code CountryForPhoneNumber:code CityAreaCodeForPhoneNumber:code
	LocalNumberForPhoneNumber:code ExtensionForPhoneNumber:code FaxNumber:code
	CountryForFaxNumber:code CityAreaCodeForFaxNumber:code LocalNumberForFaxNumber:code
	ExtensionForFaxNumber:code CalendarCode:code Contact:code ResponseType:code Priority:byte!
	RateDeterminer:CurrencyRateDeterminer!=DocumentDate SalesPriceList:code
	PriceListForDirectDelivery:code OrderDiscount:single! UpperMargin:single! LowerMargin:single!
	BusinessPartnerForPricesDiscounts:code CalculateAdditionalCosts:yn!
	CalculateAdditionalCostsFor:CalculateAdditionalCostsFor!=NotApplicable
	MethodOfAdditionalCostCalculation:MethodOfAdditionalCostCalculation!=NotApplicable
	EligibleForPromotion:yn! ApplyAutomaticPromotions:yn! LogisticCompany:int16! SalesOffice:code
	InternalSalesRepresentative:code ExternalSalesRepresentative:code SalesOrderType:code
	AutomaticallyProcessReceivedCustomerOrders:yn! AutomaticallyApproveSalesOrders:yn!
	OurSupplierNumber:code ListGroup:code AllowAlternativeListGroups:yn! Channel:code
	EDIOrderChangeResponse:EDIOrderChangeResponse!=OrderAcknowledgement AcknowledgeByException:yn!
	UseConfirmation:yn! SelfBilling:yn! PriceComponentInUse:yn! ReceiveInvoice:yn!
	UpdatePriceBasedOnSBI:yn! WhenPriceInconsistentWithAmount:ApprovalBasedOnPrice!=NotApplicable
	ShippingConstraint:ShippingConstraint!=None CustomerPriority:byte! DeliveryTerms:code
	PointOfTitlePassage:code ReturnDeliveryTerms:code ShiptoBusinessPartner:code
	ScheduleQuantityQualifier:ScheduleQuantityQualifier!=Cumulatives
	AutomaticallyProcessSalesScheduleReleases:yn! AllowShipmentOfMultipleAlternativeItems:yn!
	InvoicetoBusinessPartner:code InvoiceBusinessPartnerForFreight:yn! NumberOfEmployees:int32!
	AnnualRevenue:double! AnnualRevenueCurrency:code IndustryCode:code Ownership:text
	Rating:Rating!=None SearchKey:text ShipmentHandlingUnitMask:code SSCCStandard:yn! Text:long
`),
	navigations: [
		one('AnnualRevenueCurrencyRef', 'Currencies', { Currency: 'AnnualRevenueCurrency' }),
		one('AddressRef', 'Addresses', { AddressCode: 'AddressCode' }),
		one(
			'LineOfBusinessRef',
			'LinesOfBusiness',
			{ LineOfBusiness: 'LineOfBusiness' },
			'LineOfBusinesses',
		),
		one('CallendarCodeRef', 'CalendarCodes', { CalendarCode: 'CalendarCode' }),
		one('ContactRef', 'Contacts', { Contact: 'Contact' }),
		one('DeliveryTermsRef', 'DeliveryTerms', { DeliveryTerms: 'DeliveryTerms' }, 'DeliveryTermss'),
		one('LanguageRef', 'Languages', { Language: 'Language' }),
		one('AreaRef', 'Areas', { Area: 'Area' }),
		one('InvoiceToBPRef', 'ReferenceBusinessPartners', {
			BusinessPartner: 'InvoicetoBusinessPartner',
		}),
		one('SoldToBPRef', 'ReferenceBusinessPartners', { BusinessPartner: 'SoldtoBusinessPartner' }),
		one(
			'PointOfTitlePassageRef',
			'PointsOfTitlePassage',
			{ PointOfTitlePassage: 'PointOfTitlePassage' },
			'PointOfTitlePassages',
		),
		one('ShipToBPRef', 'ReferenceBusinessPartners', { BusinessPartner: 'ShiptoBusinessPartner' }),
	],
};
