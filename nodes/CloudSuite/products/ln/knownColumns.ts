import { pathOf } from './places';
import type { LnSet } from './sets';

/**
 * The columns LN is known to have, by the place of their set: as in a tenant's published `$metadata`, of contacts as in
 * its inventory (github.com/ssmilind94/InforCE-MCP, tests/fixtures/metadata and discovery). What a tenant has beyond
 * came with a later release, or is its own.
 */
const KNOWN: Readonly<Record<string, string>> = {
	'tcapi.comBusinessPartner/BusinessPartners': `
		BusinessPartner Title Name SearchKey ParentBusinessPartner BusinessPartnerStatus StartDate
		EndDate Language Currency OneTimeBusinessPartner EDI AffiliatedCompany AffiliatedCompanyNo
		ChamberOfCommerce CommercialIdentification BusinessPartnerForTexts AddressCode PhoneNumber
		CountryForPhoneNumber CityAreaCodeForPhoneNumber LocalNumberForPhoneNumber
		ExtensionForPhoneNumber FaxNumber CountryForFaxNumber CityAreaCodeForFaxNumber
		LocalNumberForFaxNumber ExtensionForFaxNumber PrimaryContact InternalBusinessPartner
		FrontOfficeID CreatorsUniqueSystemID IntercompanySettlement ICode Factor EnterpriseUnitCompany
		CollectionOffice CustomsOffice BusinessPartnerRole ToBeVerified CreditLimitCheckPerDepartment
		CurrencyForBPBalancesCreditLimits BusinessEntityIdentifier Website Picture SocialMediaType1
		SocialMediaLink1 SocialMediaType2 SocialMediaLink2 SocialMediaType3 SocialMediaLink3
		SocialMediaType4 SocialMediaLink4 SocialMediaType5 SocialMediaLink5 Text`,
	'tcapi.comBusinessPartner/SoldtoBusinessPartners': `
		SoldtoBusinessPartner BusinessPartnerStatus EndDate StartDate Language Area SalesTerritory
		LineOfBusiness BusinessPartnerSignal BusinessPartnerType BusinessPartnerForStatisticsUpdate
		AddressCode PhoneNumber CountryForPhoneNumber CityAreaCodeForPhoneNumber
		LocalNumberForPhoneNumber ExtensionForPhoneNumber FaxNumber CountryForFaxNumber
		CityAreaCodeForFaxNumber LocalNumberForFaxNumber ExtensionForFaxNumber CalendarCode Contact
		ResponseType Priority RateDeterminer SalesPriceList PriceListForDirectDelivery OrderDiscount
		UpperMargin LowerMargin BusinessPartnerForPricesDiscounts CalculateAdditionalCosts
		CalculateAdditionalCostsFor MethodOfAdditionalCostCalculation EligibleForPromotion
		ApplyAutomaticPromotions LogisticCompany SalesOffice InternalSalesRepresentative
		ExternalSalesRepresentative SalesOrderType AutomaticallyProcessReceivedCustomerOrders
		AutomaticallyApproveSalesOrders OurSupplierNumber ListGroup AllowAlternativeListGroups Channel
		EDIOrderChangeResponse AcknowledgeByException UseConfirmation SelfBilling PriceComponentInUse
		ReceiveInvoice UpdatePriceBasedOnSBI WhenPriceInconsistentWithAmount ShippingConstraint
		CustomerPriority DeliveryTerms PointOfTitlePassage ReturnDeliveryTerms ShiptoBusinessPartner
		ScheduleQuantityQualifier AutomaticallyProcessSalesScheduleReleases
		AllowShipmentOfMultipleAlternativeItems InvoicetoBusinessPartner
		InvoiceBusinessPartnerForFreight NumberOfEmployees AnnualRevenue AnnualRevenueCurrency
		IndustryCode Ownership Rating SearchKey ShipmentHandlingUnitMask SSCCStandard Text`,
	'tcapi.comBusinessPartner/InvoicetoBusinessPartners': `
		InvoicetoBusinessPartner Department BusinessPartnerStatus StartDate EndDate Language
		BusinessPartnerSignal BusinessPartnerType AddressCode PhoneNumber CountryForPhoneNumber
		CityAreaCodeForPhoneNumber LocalNumberForPhoneNumber ExtensionForPhoneNumber FaxNumber
		CountryForFaxNumber CityAreaCodeForFaxNumber LocalNumberForFaxNumber ExtensionForFaxNumber
		Contact Currency ExchangeRateType FinancialCustomerGroup StatementMethod ChargeInterest
		NumberOfExtraInvoiceCopies InvoicingMethod InvoiceDeliveryMethod MatchCode InvoiceInterval
		DateInvoiced InvoiceForFreightBasedOn AdditionalPercentage AdditionalAmount CreditRating
		CreditAnalyst CreditBureauReferenceNumber CreditLimit HighestCreditUsedSinceLastCreditReview
		DateOfLastCreditReview CreditLimitInsured CreditInsuranceCompany ReferenceCreditInsuranceCompany
		ExpiryDateOfInsuredCreditLimit ToleranceAmountForDueInvoices TolerancePercentageForDueInvoices
		PaymentTerms PaymentTermsForCreditNotes LatePaymentSurcharge LatePaymentSurchargeForCreditNotes
		PaybyBusinessPartner PaymentMethod PaymentMethodForCreditNotes Dimension1 Dimension2 Dimension3
		Dimension4 Dimension5 Dimension6 Dimension7 Dimension8 Dimension9 Dimension10 Dimension11
		Dimension12 SIRENCode EstablishmentCode SendMBI ClosingMethod BusinessPartnerTaxClassification
		InstallmentPlan SearchKey InterestRateCode BillingCycle QRbilling Text`,
	'tcapi.comBusinessPartner/PaybyBusinessPartners': `
		PaybyBusinessPartner Department BusinessPartnerStatus StartDate EndDate Language
		BusinessPartnerSignal BusinessPartnerType AddressCode PhoneNumber CountryForPhoneNumber
		CityAreaCodeForPhoneNumber LocalNumberForPhoneNumber ExtensionForPhoneNumber FaxNumber
		CountryForFaxNumber CityAreaCodeForFaxNumber LocalNumberForFaxNumber ExtensionForFaxNumber
		CalendarCode Contact Currency ExchangeRateType Bank BankRelation ExtraDaysAfterDueDate
		ReminderMethod RemittoAddress PrintReceiptAcknowledgement VatOnCashBasis
		RevenueStampTaxApplicable TradeNoteDivisionMethod MaximumNumberOfTNsAllowed PrintPaymentSlip
		AccountingOffice SearchKey BlockSettlementOfDirectDebitsWithPurchaseInvoices`,
	'tcapi.comBusinessPartner/Addresses': `
		AddressCode Name Street HouseNumber ZIPCodePostalCode City Country StateProvince CityDescription`,
	'tcapi.comBusinessPartner/TaxNumbersByBusinessPartner': `
		BusinessPartner BusinessPartnerTaxCountry EffectiveDate ExpiryDate TaxNumber TemporaryTaxNumber
		InvoicingAllowed LastVerificationDate VerificationUser ConsultationNumber VerifiedRegisteredName
		VerifiedRegisteredAddress RegisteredAddress VATAgent`,
	'tcapi.comContact/Contacts': `
		Active Assistant Attention Birthday BusinessPartner BuyerRole CityAreaCodeForFax
		CityAreaCodeForHomePhone CityAreaCodeForMobilePhone CityAreaCodeForOfficePhone Contact
		CountryForFax CountryForHomePhone CountryForMobilePhone CountryForOfficePhone Department
		DoNotCall ElectronicMessengerAddress Email ExtensionForFax ExtensionForHomePhone
		ExtensionForMobilePhone ExtensionForOfficePhone Fax FirstName FullName Gender GivenName
		HomePhone Initials JobTitle Language LastName LocalNumberForFax LocalNumberForHomePhone
		LocalNumberForMobilePhone LocalNumberForOfficePhone MessengerType MiddleName MobilePhone
		OfficePhone OptedOut PrimaryHomePhone PrimaryMobilePhone PrimaryOfficePhone PrimaryOfficePhone2
		PrivateAddress Promotion ReportsTo Salutation SearchKey Source Suffix Text Title Type Website
		WorkAddress`,
	'tcapi.ibdItem/Items': `
		Item Description Picture CreationDate LastModificationDate TechnicalCoordinator ItemType
		ItemGroup ListType DimensionControlled OrderSystem InventoryUnit UnitSet LotControlled
		Serialized Configurable Project ProductVariant DerivedfromItem StandardToOrder OptionSet
		Customized Customizable WithPCS ConfigurationGroup RevisionControlled Subassembly CostComponent
		MandatoryProjectPeg InheritProjectPeg DemandPegged DemandPeggingType UseUnallocatedInventory
		SubjectToTradeCompliance LicenseTracking ContainsLicenseTracking Material Size Standard Weight
		WeightUnit ProductType ProductClass ProductLine Manufacturer SelectionCode ResponsibleDepartment
		CountryOfOrigin EnvironmentalCompliance EANCode HarmonizedSystemCode CriticalSafetyItem
		FloorStock ItemText ModuleType IndicativeItemValueInReferenceCurrency
		IndicativeItemValueCurrency IndicativeItemValueUnit IndicativeItemValueModificationDate
		IndicativeItemValueBasedOnDefault RentalUnit`,
	'tdapi.isaItemSales/ItemsSales': `
		Item SearchKeyI MinimumQuantityToCommit MinimumRateForCommitment MinimumOrderQuantity SalesUnit
		SalesPriceUnit SalesPriceGroup SalesStatisticsGroup CommissionGroup SalesRebateGroup
		SalesCurrency SalesPrice LastSalesPriceTransactionDate SuggestedRetailPrice UpperMargin
		LowerMargin TaxCode DirectDeliveryFromQuantity BuyfromBusinessPartner ShipfromBusinessPartner
		AccessoriesAllowed ReleaseToWarehousing CommitmentPolicy ReturnComponents
		ItemApplicableForRetroBilling SiteLogisticCompany Site Warehouse ComponentHandling
		ShippingConstraint ConformanceReporting AllowOverdeliveries ToleranceType Action
		MaximumTolerance ItemSalesText`,
};

/** What can not be shown in a row: pictures, say. */
const NO_VALUES = /^(Edm\.(Stream|Binary)$|ttapi\.aadFormImages\.)/;

/** The columns of a set that nobody knew; none for a set of which nothing is known. */
export function newColumns(set: LnSet, available: ReadonlyMap<string, string>): string[] {
	const known = KNOWN[pathOf(set)]?.trim().split(/\s+/);
	if (!known) return [];
	return [...available]
		.filter(([name, type]) => !known.includes(name) && !NO_VALUES.test(type))
		.map(([name]) => name);
}
