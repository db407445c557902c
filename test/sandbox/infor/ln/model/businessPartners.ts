import type { EntitySet } from './types';
import { columns, many, one } from './types';

/**
 * Business partners as the metadata of a real tenant declares them: no e-mail, and no date of creation or change.
 * Columns and navigations after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata);
 * navigations to sets this sandbox doesn't have are left out.
 */
export const businessPartners: EntitySet = {
	name: 'BusinessPartners',
	type: 'BusinessPartner_',
	key: ['BusinessPartner'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.businessPartners,
	columns: columns(`
	BusinessPartner:code! Title:code Name:text! SearchKey:text ParentBusinessPartner:code
	BusinessPartnerStatus:BusinessPartnerStatus!=Active StartDate:date! EndDate:date!
	Language:code! Currency:code! OneTimeBusinessPartner:yn! EDI:yn! AffiliatedCompany:yn!
	AffiliatedCompanyNo:int16! ChamberOfCommerce:text CommercialIdentification:text
	BusinessPartnerForTexts:code AddressCode:code PhoneNumber:code CountryForPhoneNumber:code
	CityAreaCodeForPhoneNumber:code LocalNumberForPhoneNumber:code ExtensionForPhoneNumber:code
	FaxNumber:code CountryForFaxNumber:code CityAreaCodeForFaxNumber:code
	LocalNumberForFaxNumber:code ExtensionForFaxNumber:code PrimaryContact:code
	InternalBusinessPartner:yn! FrontOfficeID:int32! CreatorsUniqueSystemID:int32!
	IntercompanySettlement:yn! ICode:Icode!=None Factor:yn! EnterpriseUnitCompany:int16!
	CollectionOffice:yn! CustomsOffice:yn! BusinessPartnerRole:BusinessPartnerRole!=NoRoles
	ToBeVerified:yn! CreditLimitCheckPerDepartment:yn! CurrencyForBPBalancesCreditLimits:code
	BusinessEntityIdentifier:text Website:text Picture:code
	SocialMediaType1:SocialMediaType!=Twitter SocialMediaLink1:text
	SocialMediaType2:SocialMediaType!=Facebook SocialMediaLink2:text
	SocialMediaType3:SocialMediaType!=LinkedIn SocialMediaLink3:text
	SocialMediaType4:SocialMediaType!=Other SocialMediaLink4:text
	SocialMediaType5:SocialMediaType!=Other SocialMediaLink5:text Text:long
`),
	navigations: [
		one('AddressRef', 'Addresses', { AddressCode: 'AddressCode' }),
		one('ContactRef', 'Contacts', { Contact: 'PrimaryContact' }),
		one('LanguageRef', 'Languages', { Language: 'Language' }),
		one('CurrencyRef', 'Currencies', { Currency: 'Currency' }),
		one('BPBalancesCurrencyRef', 'Currencies', { Currency: 'CurrencyForBPBalancesCreditLimits' }),
		one('ParentBPRef', 'ReferenceBusinessPartners', { BusinessPartner: 'ParentBusinessPartner' }),
		one('BPforTextRef', 'ReferenceBusinessPartners', {
			BusinessPartner: 'BusinessPartnerForTexts',
		}),
		one('EnterpriseUnitCompanyRef', 'Companies', { Company: 'EnterpriseUnitCompany' }),
		one('AffiliatedCompanyRef', 'Companies', { Company: 'AffiliatedCompanyNo' }),
		one('TitleRef', 'Titles', { Title: 'Title' }),
		one('SoldtoBusinessPartnerRef', 'SoldtoBusinessPartners', {
			SoldtoBusinessPartner: 'BusinessPartner',
		}),
		one('InvoicetoBusinessPartnerRef', 'InvoicetoBusinessPartners', {
			InvoicetoBusinessPartner: 'BusinessPartner',
			Department: null,
		}),
		one('PaybyBusinessPartnerRef', 'PaybyBusinessPartners', {
			PaybyBusinessPartner: 'BusinessPartner',
			Department: null,
		}),
		many('TaxNumberByBusinessPartnerRefs', 'TaxNumbersByBusinessPartner', {
			BusinessPartner: 'BusinessPartner',
		}),
		many('AddressByBusinessPartnerRefs', 'AddressesByBusinessPartner', {
			BusinessPartner: 'BusinessPartner',
		}),
	],
};
