import type { SeedCustomer } from '../../seed/customers';
import type { SampleCompany } from '../../seed/copies';
import { sampleCompany } from '../../seed/copies';
import { COUNTRIES } from '../../seed/countries';
import type { SeedItem } from '../../seed/items';
import { seedSuppliers } from '../../seed/suppliers';
import type { Clock } from '../../shared/clock';
import { Lake } from './lake';
import { LN_TABLES, M3_TABLES } from './lnTables';

/** The company that is synced, and another one whose rows are in the same tables. */
export const COMPANY = 1300;
const OTHER_COMPANY = 1400;
const M3_COMPANY = 130;

/** When all of it was loaded into the lake: long before a test begins. */
const LOADED_AT = Date.parse('2025-06-01T02:00:00Z');
/** LN's form of an empty date. */
const NO_DATE = '1970-01-01 00:00:00';

/**
 * The sample company in the Data Lake: LN's tables with company 1300 (300 customers, 12 suppliers, 120 items) and company
 * 1400 (24 other customers under the same codes, the items), and M3's with company 130. Some records have several
 * variations, some were deleted.
 */
export function lakeSeed(
	clock: Clock,
	{ customers, items }: SampleCompany = sampleCompany(),
): Lake {
	const lake = new Lake(clock);
	for (const table of [...LN_TABLES, ...M3_TABLES]) lake.define(table);
	for (const [position, customer] of customers.entries()) {
		putCustomer(lake, customer, position, COMPANY);
		putM3Customer(lake, customer);
		if (position < 24)
			putCustomer(
				lake,
				{ ...customer, name: `Service customer ${position + 1}`, people: [] },
				position,
				OTHER_COMPANY,
			);
	}
	for (const item of items) {
		putItem(lake, item, COMPANY);
		putItem(lake, item, OTHER_COMPANY);
		putM3Item(lake, item);
	}
	for (const supplier of seedSuppliers())
		lake.put(
			'LN_tccom100',
			{
				...{ compnr: COMPANY, bpid: supplier.BusinessPartner, nama__en_us: supplier.Name },
				...{ bprl: 3, bprl_kw: 'tcbprl.supplier', prst: 2, prst_kw: 'tccom.prst.active' },
				...{ crdt: NO_DATE, lmdt: NO_DATE, cadr: '', ccur: supplier.Currency },
			},
			LOADED_AT,
		);
	for (const { code, iso2, iso3, name } of COUNTRIES)
		lake.put(
			'LN_tcmcs010',
			{ compnr: COMPANY, ccty: code, ict2: iso2, ictc: iso3, dsca__en_us: name['en-US'] },
			LOADED_AT,
		);
	lake.put('LN_tccom100', { ...deleted('C00999001'), bprl: 2 }, LOADED_AT);
	lake.remove('LN_tccom100', deleted('C00999001'), LOADED_AT + 3_600_000);
	return lake;
}

function deleted(bpid: string) {
	return { compnr: COMPANY, bpid, nama__en_us: 'Dissolved GmbH', bprl: 2, prst: 2, cadr: '' };
}

const PRST = {
	Prospect: [1, 'potential'],
	Active: [2, 'active'],
	Inactive: [3, 'inactive'],
} as const;

function putCustomer(lake: Lake, customer: SeedCustomer, position: number, compnr: number): void {
	const cadr = `A${String(position + 1).padStart(8, '0')}`;
	const [prst, keyword] = PRST[customer.status];
	const isBoth = customer.role === 'CustomerAndSupplier';
	const partner = {
		compnr,
		bpid: customer.id,
		nama__en_us: customer.name,
		seak__en_us: customer.searchKey,
		prbp: customer.parent ?? '',
		prst,
		prst_kw: `tccom.prst.${keyword}`,
		stdt: '2019-01-01 00:00:00',
		endt: NO_DATE,
		clan: customer.country.language,
		ccur: customer.country.currency,
		lgid__en_us: customer.registrationNumber ?? '',
		cadr,
		cadr_ref_compnr: compnr,
		telp: customer.phone ?? '',
		ccnt: customer.people[0]?.code ?? '',
		crdt: lakeDate(customer.createdAt),
		lmdt: lakeDate(customer.createdAt),
		bprl: isBoth ? 4 : 2,
		bprl_kw: `tcbprl.${isBoth ? 'both' : 'customer'}`,
		inet__en_us: customer.website ?? '',
	};
	// every tenth was changed after it was loaded: it has an older variation
	if (position % 10 === 0)
		lake.put('LN_tccom100', { ...partner, nama__en_us: 'Old name' }, LOADED_AT);
	lake.put('LN_tccom100', { ...partner, lmdt: lakeDate(customer.modifiedAt) }, LOADED_AT + 60_000);
	putInvoiceTo(lake, customer, { compnr, cadr });
	const { city } = customer;
	const email = customer.people.find((person) => person.active && person.email !== null)?.email;
	lake.put(
		'LN_tccom130',
		{
			compnr,
			cadr,
			nama__en_us: customer.name,
			namc__en_us: customer.street,
			namd__en_us: '',
			hono__en_us: customer.houseNumber,
			pstc__en_us: city.postalCode,
			ccit: city.code,
			ccty: customer.countryCode,
			cste: city.state ?? '',
			dsca__en_us: city.name['en-US'],
			info__en_us: email ?? '',
			dtlm: lakeDate(customer.createdAt),
			crdt: lakeDate(customer.createdAt),
		},
		LOADED_AT,
	);
}

/** A prospect has no roles yet. Every seventh customer has another row for a department of its own. */
function putInvoiceTo(
	lake: Lake,
	customer: SeedCustomer,
	{ compnr, cadr }: { compnr: number; cadr: string },
): void {
	if (customer.status === 'Prospect') return;
	const isDoubtful = customer.doubtful;
	const row = {
		compnr,
		itbp: customer.id,
		itst: isDoubtful ? 3 : customer.status === 'Inactive' ? 2 : 1,
		itst_kw: `tccom.itst.${isDoubtful ? 'doubtful' : customer.status.toLowerCase()}`,
		cadr,
		cadr_ref_compnr: compnr,
		ccur: customer.country.currency,
		crlr: customer.creditLimit,
		cpay: customer.paymentTerms,
		crdt: lakeDate(customer.createdAt),
		lmdt: lakeDate(customer.createdAt),
	};
	lake.put('LN_tccom112', { ...row, cofc: '      ' }, LOADED_AT);
	if (customer.creditLimit === 5000)
		lake.put('LN_tccom112', { ...row, cofc: 'DEP1', cpay: 'COD', crlr: 1 }, LOADED_AT);
}

/** Of the sample's kinds, by their numbers in the table. */
const KITM = {
	Product: [30, 'product'],
	Purchased: [1, 'purchase'],
	Service: [80, 'service'],
} as const;

function putItem(lake: Lake, item: SeedItem, compnr: number): void {
	const key = `${(item.project ?? '').padEnd(9)}${item.id}`;
	const [kitm, keyword] = item.oldType ? ([5, 'service.obs'] as const) : KITM[item.kind];
	lake.put(
		'LN_tcibd001',
		{
			compnr,
			item: key,
			dsca__en_us: item.name,
			seak__en_us: item.name.slice(0, 16).toUpperCase(),
			crdt: lakeDate(item.createdAt),
			lmdt: lakeDate(item.modifiedAt),
			kitm,
			kitm_kw: `tckitm.${keyword}`,
			citg: item.group,
			cuni: item.unit,
			cprj: item.project ?? '',
		},
		LOADED_AT,
	);
	lake.put(
		'LN_tdisa001',
		{
			compnr,
			item: key,
			cuqs: item.unit,
			cups: item.unit,
			ccur: item.currency,
			pris: item.price ?? 0,
			ltsp: item.price === null ? NO_DATE : lakeDate(item.modifiedAt ?? '2021-01-04T08:00:00Z'),
			cvat: item.kind === 'Service' ? 'SRV' : 'STD',
		},
		LOADED_AT,
	);
}

function putM3Customer(lake: Lake, customer: SeedCustomer): void {
	lake.put(
		'OCUSMA',
		{
			CONO: M3_COMPANY,
			DIVI: '',
			CUNO: customer.id.trim(),
			CUNM: customer.name,
			ALCU: customer.searchKey.slice(0, 10),
			STAT: { Prospect: '10', Active: '20', Inactive: '90' }[customer.status],
			PHNO: customer.phone ?? '',
			VRNO: customer.vatNumber ?? '',
			CUCD: customer.country.currency,
			TEPY: customer.paymentTerms,
			CUA1: `${customer.street} ${customer.houseNumber}`,
			TOWN: customer.city.name['en-US'],
			ECAR: customer.city.state ?? '',
			PONO: customer.city.postalCode,
			CSCD: customer.country.iso2,
			RGDT: dayNumber(customer.createdAt),
			LMDT: dayNumber(customer.modifiedAt),
		},
		LOADED_AT,
	);
}

function putM3Item(lake: Lake, item: SeedItem): void {
	lake.put(
		'MITMAS',
		{
			CONO: M3_COMPANY,
			ITNO: item.id,
			ITDS: item.name,
			STAT: '20',
			ITTY: item.kind.slice(0, 3).toUpperCase(),
			ITGR: item.group,
			UNMS: item.unit.slice(0, 3).toUpperCase(),
			RGDT: dayNumber(item.createdAt),
			LMDT: dayNumber(item.modifiedAt),
		},
		LOADED_AT,
	);
}

function lakeDate(time: string | null): string {
	return time === null ? NO_DATE : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function dayNumber(time: string | null): number {
	return time === null ? 0 : Number(time.slice(0, 10).replaceAll('-', ''));
}
