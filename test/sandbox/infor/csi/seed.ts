import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { SeedCustomer } from '../../seed/customers';
import type { SampleCompany } from '../../seed/copies';
import { sampleCompany } from '../../seed/copies';
import type { SeedItem } from '../../seed/items';
import type { CsiConfiguration, CsiData, CsiRow } from './data';
import { CSI_BEHAVIOUR } from './data';

/** The configuration that is synced, and another site’s. */
export const CSI_CONFIGURATION = 'ACME_TST_DALS';
export const OTHER_CSI_CONFIGURATION = 'ACME_TST_EMEA';

/** The clock of the server, which dates are written by. */
export const CSI_ZONE = 'America/New_York';

/**
 * The sample company in CSI: 300 customers, some with ship-to addresses, and 120 items with prices of the past, in force and
 * to come; the other site has 24 other customers and 10 items under numbers that exist in the first, too.
 */
export function csiSeed({ customers, items }: SampleCompany = sampleCompany()): CsiData {
	return {
		configurations: {
			[CSI_CONFIGURATION]: configurationOf(CSI_CONFIGURATION, customers, items),
			[OTHER_CSI_CONFIGURATION]: configurationOf(
				OTHER_CSI_CONFIGURATION,
				customers.slice(0, 24).map(asServiceCustomer),
				items.slice(0, 10),
			),
		},
		behaviour: structuredClone(CSI_BEHAVIOUR),
	};
}

function configurationOf(
	site: string,
	customers: readonly SeedCustomer[],
	items: readonly SeedItem[],
): CsiConfiguration {
	return {
		customers: customers.flatMap((customer, position) => {
			const row = customerRow(customer, position, site);
			return position % 10 === 0 ? [row, shipToOf(row, site)] : [row];
		}),
		items: items.map((item) => itemRow(item, site)),
		itemPrices: items.flatMap((item, position) => priceRows(item, position, site)),
	};
}

/**
 * A customer number has seven characters. Numbers of digits alone stand right-justified, those with letters are as entered.
 */
export function customerNumber(id: string): string {
	const code = id.trim();
	if (code.startsWith('P')) return code.slice(1).padStart(7);
	return code.startsWith('C') ? `C${code.slice(3)}` : code.replace('-', '');
}

/** The time of a moment on the server's clock, `YYYYMMDD HH:MM:SS.mmm`. */
export function serverDate(moment: string | number | null): string | null {
	if (moment === null) return null;
	const time = typeof moment === 'number' ? moment : Date.parse(moment);
	return DateTime.fromMillis(time, { zone: CSI_ZONE }).toFormat('yyyyMMdd HH:mm:ss.SSS');
}

function customerRow(customer: SeedCustomer, position: number, site: string): CsiRow {
	const { city, country, people } = customer;
	const hasTerms = customer.status !== 'Prospect';
	const active = people.filter((person) => person.active);
	const email = active.find((person) => person.email !== null)?.email ?? null;
	// name and address are rows of their own, of which the one or the other was changed last
	const isAddressNewer = position % 2 === 1;
	return {
		CustNum: customerNumber(customer.id),
		CustSeq: '0',
		Name: customer.name,
		Addr_1: `${customer.street} ${customer.houseNumber}`,
		Addr_2: null,
		Addr_3: null,
		Addr_4: null,
		City: city.name['en-US'],
		State: city.state ?? null,
		StateCode: city.state ?? null,
		Zip: city.postalCode,
		County: null,
		Country: customer.countryCode === country.code ? country.name['en-US'] : customer.countryCode,
		Contact_1: nameOf(active[0]),
		Contact_2: nameOf(active[1]),
		Contact_3: null,
		Phone_1: customer.phone,
		Phone_2: null,
		Phone_3: null,
		FaxNum: null,
		CustomerEmailAddr: position % 3 === 0 ? email : null,
		ExternalEmailAddr: position % 3 === 1 ? email : null,
		InternalEmailAddr: null,
		BillToEmail: position % 3 === 2 ? email : null,
		ShipToEmail: null,
		InternetUrl: customer.website,
		CurrCode: country.currency,
		TermsCode: hasTerms ? customer.paymentTerms : null,
		TaxRegNum1: customer.vatNumber,
		TaxRegNum2: null,
		LangCode: country.language,
		CustType: null,
		CorpCust: customer.parent === null ? null : customerNumber(customer.parent),
		CreditHold: customer.doubtful ? '1' : '0',
		CreditLimit: (hasTerms ? customer.creditLimit : 0).toFixed(8),
		ShowInDropDownList: customer.status === 'Inactive' ? '0' : '1',
		CreateDate: serverDate(customer.createdAt),
		RecordDate: serverDate(isAddressNewer ? customer.createdAt : customer.modifiedAt),
		AdrRecordDate: serverDate(isAddressNewer ? customer.modifiedAt : customer.createdAt),
		RowPointer: rowPointer(site, customer.id),
	};
}

/** An address goods are shipped to: the same number with another sequence. */
function shipToOf(row: CsiRow, site: string): CsiRow {
	return {
		...row,
		CustSeq: '1',
		Name: `Warehouse of ${row.Name ?? ''}`,
		Addr_1: 'Dock 7',
		RowPointer: rowPointer(site, `${row.CustNum ?? ''}/1`),
	};
}

function itemRow(item: SeedItem, site: string): CsiRow {
	return {
		Item: item.id,
		Description: item.name,
		Stat: 'A',
		UM: item.unit,
		MatlType: item.kind === 'Service' || item.oldType ? 'O' : 'M',
		ProductCode: item.group,
		ProdType: 'J',
		CostMethod: 'S',
		Buyer: null,
		UnitCost: '0.00000000',
		LotSize: '1.00000000',
		LotTracked: '0',
		SerialTracked: '0',
		CreateDate: serverDate(item.createdAt),
		RecordDate: serverDate(item.modifiedAt),
		RowPointer: rowPointer(site, `item ${item.id}`),
	};
}

/** One in force for each that has a price; of some an earlier one, of some one for a day far off, of some quantity breaks. */
function priceRows(item: SeedItem, position: number, site: string): CsiRow[] {
	const { price } = item;
	if (price === null) return [];
	const row = (day: string, factor: number): CsiRow => ({
		Item: item.id,
		CurrCode: item.currency,
		EffectDate: `${day} 00:00:00.000`,
		UnitPrice1: (price * factor).toFixed(8),
		UnitPrice2: '0.00000000',
		UnitPrice3: '0.00000000',
		...breaksOf(position % 10 === 0 && factor === 1 ? [10, price * 0.9] : []),
		ItmProductCode: item.group,
		CreateDate: `${day} 08:00:00.000`,
		RecordDate: '20210104 08:00:00.000',
		RowPointer: rowPointer(site, `price ${item.id} ${day}`),
	});
	return [
		...(position % 4 === 0 ? [row('20200101', 0.8)] : []),
		row('20210104', 1),
		...(position % 6 === 0 ? [row('20990101', 1.2)] : []),
	];
}

function breaksOf([quantity = 0, price = 0]: readonly number[]): CsiRow {
	return Object.fromEntries(
		[1, 2, 3, 4, 5].flatMap((at) => [
			[`BrkQty_${at}`, (at === 1 ? quantity : 0).toFixed(8)],
			[`BrkPrice_${at}`, (at === 1 ? price : 0).toFixed(8)],
		]),
	);
}

function nameOf(person: SeedCustomer['people'][number] | undefined): string | null {
	return person ? `${person.firstName} ${person.lastName}` : null;
}

/** A GUID that is the same in every run. */
function rowPointer(site: string, of: string): string {
	const hex = createHash('sha256').update(`${site} ${of}`).digest('hex');
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Same number, other site, other customer. */
function asServiceCustomer(customer: SeedCustomer, position: number): SeedCustomer {
	return { ...customer, name: `Service customer ${position + 1}`, people: [], vatNumber: null };
}
