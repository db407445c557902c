import type { BusinessPartnerRow } from '../infor/ln/data';

const NAMES = [
	'Nimbus Cloud Hosting',
	'Paper & Toner Supply',
	'Café Catering Léon',
	'Datenschutz Kontor',
	'City Courier',
	'Office Furniture Depot',
	'Telecom Partners',
	'Event Agency Prisma',
	'Legal Advisers LLP',
	'Hardware Wholesale',
	'Cleaning Service Blank',
	'Travel Desk',
];

/** Twelve partners that only sell to us: no customer sync may ever pick them up. */
export function seedSuppliers(): BusinessPartnerRow[] {
	return NAMES.map((name, position) => ({
		BusinessPartner: `S${String(500001 + position).padStart(8, '0')}`,
		Name: name,
		SearchKey: name
			.toUpperCase()
			.replace(/[^A-Z]/g, '')
			.slice(0, 16),
		BusinessPartnerStatus: 'Active',
		BusinessPartnerRole: 'Supplier',
		StartDate: '2019-01-01T00:00:00Z',
		EndDate: null,
		Language: 'ENG',
		Currency: 'EUR',
		AddressCode: null,
		PrimaryContact: null,
		PhoneNumber: null,
	}));
}
