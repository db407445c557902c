import type { EntitySet } from './types';
import { columns, one } from './types';

/**
 * Contacts with their e-mail addresses. Of this set only the column names are public
 * (https://github.com/ssmilind94/InforCE-MCP, discovery/ln_endpoint_inventory.json); the types are assumed
 * after columns of the same name in the business partner service.
 */
export const contacts: EntitySet = {
	name: 'Contacts',
	type: 'Contact_',
	key: ['Contact'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.contacts,
	columns: columns(`
	Active:yn!=Yes Assistant:text Attention:text Birthday:date BusinessPartner:code BuyerRole:code
	CityAreaCodeForFax:code CityAreaCodeForHomePhone:code CityAreaCodeForMobilePhone:code
	CityAreaCodeForOfficePhone:code Contact:code! CountryForFax:code CountryForHomePhone:code
	CountryForMobilePhone:code CountryForOfficePhone:code Department:text DoNotCall:yn!
	ElectronicMessengerAddress:text Email:text ExtensionForFax:code ExtensionForHomePhone:code
	ExtensionForMobilePhone:code ExtensionForOfficePhone:code Fax:code FirstName:text FullName:text
	Gender:Gender!=NotKnown GivenName:text HomePhone:code Initials:text JobTitle:text Language:code
	LastName:text LocalNumberForFax:code LocalNumberForHomePhone:code LocalNumberForMobilePhone:code
	LocalNumberForOfficePhone:code MessengerType:ElectronicMessengerType!=NotApplicable
	MiddleName:text MobilePhone:code OfficePhone:code OptedOut:yn! PrimaryHomePhone:code
	PrimaryMobilePhone:code PrimaryOfficePhone:code PrimaryOfficePhone2:code PrivateAddress:code
	Promotion:yn! ReportsTo:code Salutation:text SearchKey:text Source:code Suffix:text Text:long
	Title:code Type:ContactType!=Contact Website:text WorkAddress:code
`),
	navigations: [
		one('BusinessPartnerRef', 'BusinessPartners', { BusinessPartner: 'BusinessPartner' }),
		one('LanguageRef', 'Languages', { Language: 'Language' }),
		one('WorkAddressRef', 'Addresses', { AddressCode: 'WorkAddress' }),
	],
};
