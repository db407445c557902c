import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import type { CodeMapping } from './codes';
import { CodeMap } from './codes';
import type { CustomerRows, NormaliseContext } from './normalise';
import { normaliseCustomer } from './normalise';
import { anyOf, enumLiteral, stringLiteral } from './query';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';
import {
	ADDRESSES,
	BUSINESS_PARTNERS,
	CONTACTS,
	COUNTRIES,
	CURRENCIES,
	INVOICE_TO,
	LANGUAGES,
	TAX_NUMBERS,
} from './sets';
import { textOf } from './values';

export interface CustomerFilter {
	/** Empty: all. */
	status: ReadonlyArray<'active' | 'inactive' | 'prospect'>;
	role: 'customer' | 'supplier' | 'any';
	/** One business partner, as typed. */
	id?: string;
}

export interface ReadOptions extends Omit<NormaliseContext, 'codes'> {
	filter: CustomerFilter;
	limit: number;
	codeMappings: readonly CodeMapping[];
}

/** Up to so many customers, their other rows are asked for by key; beyond, whole sets take fewer calls. */
const FEW = 60;
/** Keys in one filter: short enough for any address limit. */
const KEYS_PER_CALL = 20;

const STATUS = { active: 'Active', inactive: 'Inactive', prospect: 'Prospect' } as const;
const ROLE_MEMBERS = {
	customer: ['Customer', 'CustomerAndSupplier'],
	supplier: ['Supplier', 'CustomerAndSupplier'],
	any: [],
} as const;

/** Reads business partners and joins what else makes them customers, in as few calls as possible. */
export async function readCustomers(
	session: LnSession,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	const partners = await session.read(BUSINESS_PARTNERS, filterOf(options.filter), options.limit);
	const wanted =
		options.filter.id === undefined
			? partners
			: partners.filter((row) => textOf(row.BusinessPartner) === options.filter.id?.trim());
	if (wanted.length === 0) return [];
	const codes = await readCodes(session, options.codeMappings);
	const rows = await join(session, wanted);
	return rows.map((one) => normaliseCustomer(one, { ...options, codes }));
}

function filterOf({ status, role, id }: CustomerFilter): string {
	const { service } = BUSINESS_PARTNERS;
	const literals = (type: string, members: readonly string[]) =>
		members.map((member) => enumLiteral(service, type, member));
	const parts = [
		...(status.length > 0
			? [
					anyOf(
						'BusinessPartnerStatus',
						literals(
							'BusinessPartnerStatus',
							status.map((one) => STATUS[one]),
						),
					),
				]
			: []),
		...(ROLE_MEMBERS[role].length > 0
			? [anyOf('BusinessPartnerRole', literals('BusinessPartnerRole', ROLE_MEMBERS[role]))]
			: []),
		// LN compares keys byte for byte and some are padded with blanks: ask for the visible part, compare afterwards
		...(id === undefined ? [] : [`contains(BusinessPartner,${stringLiteral(id.trim())})`]),
	];
	return parts.join(' and ');
}

async function readCodes(session: LnSession, own: readonly CodeMapping[]): Promise<CodeMap> {
	return new CodeMap(
		{
			country: { rows: await session.read(COUNTRIES), key: 'Country', iso: 'ISOCodeAlpha2' },
			currency: { rows: await session.read(CURRENCIES), key: 'Currency', iso: 'ISOCurrencyCode' },
			language: { rows: await session.read(LANGUAGES), key: 'Language', iso: 'ISOCode' },
		},
		own,
	);
}

async function join(session: LnSession, partners: readonly LnRow[]): Promise<CustomerRows[]> {
	const few = partners.length <= FEW;
	const ids = partners.map(({ BusinessPartner: id }) => raw(id));
	const all = async (set: LnSet, field: string, keys: readonly string[]) =>
		few ? await byKeys(session, set, field, keys) : await session.read(set);

	const invoiceTo = firstBy(
		(await all(INVOICE_TO, INVOICE_TO.key, ids)).filter(isForAllDepartments),
		INVOICE_TO.key,
	);
	const addressCode = (partner: LnRow) =>
		raw(invoiceTo.get(raw(partner.BusinessPartner))?.AddressCode) || raw(partner.AddressCode);
	const addresses = firstBy(
		await all(ADDRESSES, ADDRESSES.key, partners.map(addressCode)),
		ADDRESSES.key,
	);
	const contacts = groupBy(await all(CONTACTS, 'BusinessPartner', ids), 'BusinessPartner');
	const taxNumbers = groupBy(await all(TAX_NUMBERS, TAX_NUMBERS.key, ids), TAX_NUMBERS.key);

	return partners.map((partner) => {
		const id = raw(partner.BusinessPartner);
		const [invoice, address] = [invoiceTo.get(id), addresses.get(addressCode(partner))];
		return {
			partner,
			...(invoice ? { invoiceTo: invoice } : {}),
			...(address ? { address } : {}),
			contacts: contacts.get(id) ?? [],
			taxNumbers: taxNumbers.get(id) ?? [],
		};
	});
}

async function byKeys(
	session: LnSession,
	set: LnSet,
	field: string,
	keys: readonly string[],
): Promise<LnRow[]> {
	const distinct = [...new Set(keys)].filter((key) => key !== '');
	const rows: LnRow[] = [];
	for (let start = 0; start < distinct.length; start += KEYS_PER_CALL) {
		const chunk = distinct.slice(start, start + KEYS_PER_CALL);
		rows.push(...(await session.read(set, anyOf(field, chunk.map(stringLiteral)))));
	}
	return rows;
}

/** Rows per department are exceptions for that department; the row without one is the customer's own. */
function isForAllDepartments({ Department: department }: LnRow): boolean {
	return textOf(department) === null;
}

/** A key byte for byte: padding is part of it. */
function raw(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function firstBy(rows: readonly LnRow[], field: string): Map<string, LnRow> {
	return new Map(rows.map((row) => [raw(row[field]), row]));
}

function groupBy(rows: readonly LnRow[], field: string): Map<string, LnRow[]> {
	const groups = new Map<string, LnRow[]>();
	for (const row of rows) {
		const group = groups.get(raw(row[field]));
		if (group) group.push(row);
		else groups.set(raw(row[field]), [row]);
	}
	return groups;
}
