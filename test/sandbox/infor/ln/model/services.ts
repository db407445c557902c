import { businessPartners } from './businessPartners';
import { contacts } from './contacts';
import { BUSINESS_PARTNER_ENUMS, CONTACT_ENUMS, ITEM_ENUMS, ITEM_SALES_ENUMS } from './enums';
import { invoiceToBusinessPartners } from './invoiceTo';
import { items, itemsSales } from './items';
import { payByBusinessPartners } from './payBy';
import { SMALL_SETS } from './smallSets';
import { soldToBusinessPartners } from './soldTo';
import type { LnService } from './types';
import { reference } from './types';

/** The OData services this tenant has. LN has no catalogue of them: clients probe `<service>/$metadata`. */
export const LN_SERVICES: readonly LnService[] = [
	{
		name: 'tcapi.comBusinessPartner',
		enums: BUSINESS_PARTNER_ENUMS,
		sets: [
			businessPartners,
			soldToBusinessPartners,
			invoiceToBusinessPartners,
			payByBusinessPartners,
			...SMALL_SETS,
		],
	},
	{
		name: 'tcapi.comContact',
		enums: CONTACT_ENUMS,
		sets: [
			contacts,
			reference(
				'BusinessPartners',
				'BusinessPartner_',
				'BusinessPartner',
				'BusinessPartner:code! Name:text! AddressCode:code',
				(company) => company.businessPartners,
			),
			reference(
				'Addresses',
				'Address',
				'AddressCode',
				`AddressCode:code! Name:text! Street:text HouseNumber:text ZIPCodePostalCode:text City:code!
				Country:code! StateProvince:code`,
				(company) => company.addresses,
			),
			reference(
				'Languages',
				'Language_',
				'Language',
				'Language:code! Description:text ISOCode:code SystemLanguage:yn!',
				(company) => company.languages,
			),
		],
	},
	{
		name: 'tcapi.ibdItem',
		enums: ITEM_ENUMS,
		sets: [
			items,
			reference(
				'Countries',
				'Country_',
				'Country',
				`Country:code! Description:text ISOCodeAlpha3:code EUMemberState:yn! ISOCodeAlpha2:code
				Currency:code`,
				(company) => company.countries,
			),
		],
	},
	{ name: 'tdapi.isaItemSales', enums: ITEM_SALES_ENUMS, sets: [itemsSales] },
];
