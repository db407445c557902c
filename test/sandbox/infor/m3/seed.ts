import type { SeedCustomer } from '../../seed/customers';
import type { SampleCompany } from '../../seed/copies';
import { sampleCompany } from '../../seed/copies';
import type { SeedItem } from '../../seed/items';
import type { M3Company, M3Data, M3TableRow } from './data';
import { M3_BEHAVIOUR } from './data';
import { LENGTHS } from './transactions';

/** The company that is synced, and the one a lost company would bring into the sync. */
export const M3_COMPANY = '130';
export const OTHER_M3_COMPANY = '140';

/**
 * The sample company in M3: 300 customers and 120 items in company 130; company 140 has 24 other customers and 10 items
 * under numbers that exist in the first, too. Columns and their lengths as in
 * https://github.com/GaryWayneSmith/M3H5 (at 62f027a), which was made from a real M3's own description.
 */
export function m3Seed({ customers, items }: SampleCompany = sampleCompany()): M3Data {
	return {
		companies: {
			[M3_COMPANY]: companyOf('Acme Software Distribution', M3_COMPANY, customers, items),
			[OTHER_M3_COMPANY]: companyOf(
				'Acme Service',
				OTHER_M3_COMPANY,
				customers.slice(0, 24).map(asServiceCustomer),
				items.slice(0, 10),
			),
		},
		behaviour: structuredClone(M3_BEHAVIOUR),
	};
}

/** A price list of 130, with the first 40 items in two currencies and a version that begins later. */
const LIST = 'RETAIL';

function companyOf(
	name: string,
	company: string,
	customers: readonly SeedCustomer[],
	items: readonly SeedItem[],
): M3Company {
	const versions = [
		{ CUCD: 'EUR', FVDT: '20250101', LVDT: '20251231', factor: 100 },
		{ CUCD: 'EUR', FVDT: '20260101', LVDT: '0', factor: 104 },
		{ CUCD: 'USD', FVDT: '20250101', LVDT: '0', factor: 110 },
	];
	return {
		name,
		customers: customers.map((customer) => customerRow(customer, company)),
		items: items.map((item) => itemRow(item, company)),
		priceLists: versions.map(({ factor: _factor, ...version }) => ({
			CONO: company,
			PRRF: LIST,
			CUNO: '',
			TX15: 'Retail prices',
			...version,
		})),
		basePrices: versions.flatMap(({ factor, ...version }) =>
			items.slice(0, 40).map((item, position) => ({
				CONO: company,
				PRRF: LIST,
				CUNO: '',
				TX15: 'Retail prices',
				...version,
				ITNO: item.id,
				SAPR: `${String((position + 1) * factor)}.000000`,
				SACD: '100',
				SPUN: unitOf(item),
			})),
		),
	};
}

function customerRow(customer: SeedCustomer, company: string): M3TableRow {
	const { city, country, people } = customer;
	const hasRoles = customer.status !== 'Prospect';
	return clipped({
		CONO: company,
		DIVI: '',
		CUNO: customer.id.trim(),
		CUNM: customer.name,
		ALCU: customer.searchKey.slice(0, 10),
		STAT: { Prospect: '10', Active: '20', Inactive: '90' }[customer.status],
		CUTP: '0',
		BLCD: customer.doubtful ? '1' : '0',
		CUA1: `${customer.street} ${customer.houseNumber}`,
		CUA2: '',
		CUA3: '',
		CUA4: '',
		TOWN: city.name['en-US'],
		PONO: city.postalCode,
		ECAR: city.state ?? '',
		CSCD: customer.countryCode === country.code ? country.iso2 : customer.countryCode,
		MAIL: people.find(({ active, email }) => active && email !== null)?.email ?? '',
		PHNO: customer.phone ?? '',
		PHN2: '',
		YREF: people[0] ? `${people[0].firstName} ${people[0].lastName}` : '',
		VRNO: customer.vatNumber ?? '',
		CORG: customer.registrationNumber ?? '',
		CUCD: country.currency,
		LHCD: LANGUAGES[country.language] ?? '',
		TEPY: hasRoles ? customer.paymentTerms : '',
		CRLM: '0',
		CRL2: hasRoles ? String(customer.creditLimit) : '0',
		CRL3: '0',
		CCUS: customer.parent?.trim() ?? '',
		RGDT: dayOf(customer.createdAt),
		LMDT: dayOf(customer.modifiedAt),
	});
}

/** What is longer than its column was cut when it was entered. */
function clipped(row: M3TableRow): M3TableRow {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			value.slice(0, LENGTHS[name as keyof typeof LENGTHS]).trim(),
		]),
	);
}

/** M3 has codes of its own, of two letters. */
const LANGUAGES: Record<string, string> = {
	...{ ENG: 'GB', GER: 'DE', FRA: 'FR', DUT: 'NL', SPA: 'ES', ITA: 'IT', SWE: 'SE', DAN: 'DK' },
	POL: 'PL',
};

function itemRow(item: SeedItem, company: string): M3TableRow {
	const unit = unitOf(item);
	return {
		CONO: company,
		ITNO: item.id,
		ITDS: item.name,
		FUDS: '',
		STAT: '20',
		UNMS: unit,
		SPUN: unit,
		ITGR: item.group,
		ITTY: { Product: 'PRO', Purchased: 'PUR', Service: 'SRV' }[
			item.oldType ? 'Service' : item.kind
		],
		TAXC: item.kind === 'Service' ? 'SRV' : 'STD',
		SAPR: (item.price ?? 0).toFixed(6),
		SACD: '0',
		CUCS: item.currency,
		SPDT: item.price === null ? '0' : '20210104',
		RGDT: dayOf(item.createdAt),
		LMDT: dayOf(item.modifiedAt),
		ITNE: '',
	};
}

/** A unit has three characters. */
function unitOf({ unit }: SeedItem): string {
	return unit === 'hour' ? 'HUR' : unit;
}

/** `YYYYMMDD`; `0` for none. */
function dayOf(date: string | null): string {
	return date === null ? '0' : date.slice(0, 10).replaceAll('-', '');
}

/** Same number, other company, other customer. */
function asServiceCustomer(customer: SeedCustomer, position: number): SeedCustomer {
	return { ...customer, name: `Service customer ${position + 1}`, people: [], vatNumber: null };
}
