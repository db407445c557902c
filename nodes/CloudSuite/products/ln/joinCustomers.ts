import type { Join } from './few';
import type { CustomerRows } from './normalise';
import { allOf, anyOf, stringLiteral } from './query';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';
import { ADDRESSES, CONTACTS, INVOICE_TO, PAY_BY, SOLD_TO, TAX_NUMBERS } from './sets';
import { textOf } from '../values';

/** Keys in one filter: short enough for any address limit. */
const KEYS_PER_CALL = 20;

/**
 * Adds to business partners the rows that make them customers.
 * @param join how their rows are asked for
 */
export async function joinCustomers(
	session: LnSession,
	partners: readonly LnRow[],
	join: Join,
): Promise<CustomerRows[]> {
	const ids = partners.map(({ BusinessPartner: id }) => raw(id));
	const isOwn = new Set(ids);
	const all = async (set: LnSet, field: string, keys: readonly string[]) => {
		if (join === 'whole') return await session.read(set);
		if (join === 'byKey') return await byKeys(session, set, field, keys);
		// the partners' own rows stand between the first and the last of them; others are asked for one by one
		const own = keys.some((key) => isOwn.has(key));
		const others = own ? keys.filter((key) => !isOwn.has(key)) : keys;
		return [
			...(own ? await session.read(set, between(field, ids)) : []),
			...(await byKeys(session, set, field, others)),
		];
	};
	const roles = await readRoles(partners, all);
	const rolesOf = (partner: LnRow) => roles.get(raw(partner.BusinessPartner)) ?? {};

	const addressCode = (partner: LnRow) => {
		const { invoiceTo, soldTo } = rolesOf(partner);
		const [code = ''] = [invoiceTo, partner, soldTo]
			.map((row) => raw(row?.AddressCode))
			.filter(Boolean);
		return code;
	};
	const addresses = firstBy(
		await all(ADDRESSES, ADDRESSES.key, partners.map(addressCode)),
		ADDRESSES.key,
	);
	const contactCodes = (partner: LnRow) => [
		raw(partner.PrimaryContact),
		raw(rolesOf(partner).invoiceTo?.Contact),
	];
	const contactRows = await all(CONTACTS, 'BusinessPartner', ids);
	const contacts = groupBy(contactRows, 'BusinessPartner');
	const named = firstBy(contactRows, CONTACTS.key);
	// a contact a partner names may belong to another partner, its parent for instance
	const missing = partners.flatMap(contactCodes).filter((code) => !named.has(code));
	for (const row of join === 'whole' ? [] : await byKeys(session, CONTACTS, CONTACTS.key, missing))
		named.set(raw(row.Contact), row);
	const taxNumbers = groupBy(await all(TAX_NUMBERS, TAX_NUMBERS.key, ids), TAX_NUMBERS.key);

	return partners.map((partner) => {
		const id = raw(partner.BusinessPartner);
		const address = addresses.get(addressCode(partner));
		const chosen = contactCodes(partner)
			.map((code) => named.get(code))
			.filter((row) => row !== undefined);
		return {
			partner,
			...rolesOf(partner),
			...(address ? { address } : {}),
			contacts: [...new Set([...(contacts.get(id) ?? []), ...chosen])],
			taxNumbers: taxNumbers.get(id) ?? [],
		};
	});
}

/** LN compares codes as it orders them. @param ids in the order of keys */
function between(field: string, ids: readonly string[]): string {
	const [first = '', last = ''] = [ids[0], ids.at(-1)];
	return `${field} ge ${stringLiteral(first)} and ${field} le ${stringLiteral(last)}`;
}

type Roles = Pick<CustomerRows, 'soldTo' | 'invoiceTo' | 'invoicedInstead' | 'payBy'>;

/** The roles of partners, by partner. Who has no invoice-to role of its own is invoiced at the one its sold-to role names. */
async function readRoles(
	partners: readonly LnRow[],
	all: (set: LnSet, field: string, keys: readonly string[]) => Promise<LnRow[]>,
): Promise<Map<string, Roles>> {
	const ids = partners.map(({ BusinessPartner: id }) => raw(id));
	const soldTo = firstBy(await all(SOLD_TO, SOLD_TO.key, ids), SOLD_TO.key);
	const instead = (id: string) => raw(soldTo.get(id)?.InvoicetoBusinessPartner);
	const invoiceTo = firstBy(
		(await all(INVOICE_TO, INVOICE_TO.key, [...ids, ...ids.map(instead)])).filter(
			isForAllDepartments,
		),
		INVOICE_TO.key,
	);
	const payBy = firstBy(
		(await all(PAY_BY, PAY_BY.key, ids)).filter(isForAllDepartments),
		PAY_BY.key,
	);
	return new Map(
		ids.map((id) => {
			const own = invoiceTo.get(id);
			const roles = {
				soldTo: soldTo.get(id),
				invoiceTo: own,
				invoicedInstead: own ? undefined : invoiceTo.get(instead(id)),
				payBy: payBy.get(id),
			};
			const found = Object.entries(roles).filter(([, row]) => row !== undefined);
			return [id, Object.fromEntries(found)];
		}),
	);
}

/**
 * Rows by key, in chunks an address can hold.
 * @param filter OData they must match as well
 */
export async function byKeys(
	session: LnSession,
	set: LnSet,
	field: string,
	keys: readonly string[],
	filter?: string,
): Promise<LnRow[]> {
	const distinct = [...new Set(keys)].filter((key) => key !== '');
	const rows: LnRow[] = [];
	for (let start = 0; start < distinct.length; start += KEYS_PER_CALL) {
		const chunk = distinct.slice(start, start + KEYS_PER_CALL);
		const ofChunk = anyOf(field, chunk.map(stringLiteral));
		rows.push(...(await session.read(set, allOf([ofChunk, filter]))));
	}
	return rows;
}

/** Rows per department are exceptions for that department; the row without one is the customer's own. */
function isForAllDepartments({ Department: department }: LnRow): boolean {
	return textOf(department) === null;
}

/** A key byte for byte: padding is part of it. Nothing but blanks is no key. */
export function raw(value: unknown): string {
	return typeof value === 'string' && value.trim() !== '' ? value : '';
}

/** Rows by a column; of several with the same value the first. */
export function firstBy(rows: readonly LnRow[], field: string): Map<string, LnRow> {
	const first = new Map<string, LnRow>();
	for (const row of rows) if (!first.has(raw(row[field]))) first.set(raw(row[field]), row);
	return first;
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
