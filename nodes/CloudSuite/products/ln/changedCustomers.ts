import { say } from '../../errors/say';
import type { MasterQuery } from '../product';
import { complete, makeSureOfRole } from './completeCustomers';
import type { Joined } from './customerFilter';
import { filterFor, isWanted } from './customerFilter';
import { isFew, joinFor } from './few';
import { byKeys, firstBy, raw } from './joinCustomers';
import { keyPages } from './keyPages';
import { allOf, dateLiteral } from './query';
import type { ReadOptions } from './readCustomers';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';
import {
	ADDRESSES,
	BUSINESS_PARTNERS,
	CONTACTS,
	CUSTOMER_PARTS,
	INVOICE_TO,
	PAY_BY,
	SOLD_TO,
	TAX_NUMBERS,
} from './sets';

/** So many customers are joined at a time, by their keys. */
const PER_SLICE = 200;

/**
 * Customers page by page, in the order of keys: all, or those that changed since a moment.
 * @param after go on behind this key, in wire form
 * @returns of each page also the key of its last row, whether that is wanted or not
 * @param inSlices whether somebody may stop in between; else many are joined at once, by whole sets, in fewer calls
 */
export async function* changedCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
	{ after, inSlices }: { after?: string | undefined; inSlices: boolean },
): AsyncGenerator<{ customers: Joined[]; last: string }> {
	const { modifiedSince: since } = query;
	const filter = await filterFor(session, query);
	await tellUndatedParts(session);
	const pages =
		since === undefined
			? keyPages(session, BUSINESS_PARTNERS, filter, after)
			: changedPartners(session, since, filter, { after, inSlices });
	for await (const page of pages) {
		const customers = await complete(session, page, joinFor(page, true), options);
		makeSureOfRole(session, query.role);
		yield {
			customers: customers.filter((one) => isWanted(one, query)),
			last: raw(page.at(-1)?.[BUSINESS_PARTNERS.key]),
		};
	}
}

/** Partners one of whose rows changed, each once, in the order of their codes. */
async function* changedPartners(
	session: LnSession,
	since: number,
	filter: string | undefined,
	{ after, inSlices }: { after?: string | undefined; inSlices: boolean },
): AsyncGenerator<LnRow[]> {
	const key = BUSINESS_PARTNERS.key;
	const own = firstBy(await rowsSince(session, BUSINESS_PARTNERS, since, filter), key);
	const codes = new Set([...own.keys(), ...(await ofChangedParts(session, since))]);
	const wanted = [...codes].filter((code) => code > (after ?? '')).sort();
	const size = inSlices || isFew(wanted, true) ? PER_SLICE : wanted.length;
	for (let start = 0; start < wanted.length; start += size) {
		const chunk = wanted.slice(start, start + size);
		const others = chunk.filter((code) => !own.has(code));
		const rows = firstBy(await thatHave(session, BUSINESS_PARTNERS, key, others, filter), key);
		const found = chunk.map((code) => own.get(code) ?? rows.get(code));
		yield found.filter((row) => row !== undefined);
	}
}

/** Rows of a set that changed; none where the tenant keeps no date of change. */
async function rowsSince(
	session: LnSession,
	set: LnSet,
	since: number,
	filter?: string,
): Promise<LnRow[]> {
	const column = await session.tenant.dateColumn(set);
	if (column === undefined) return [];
	return await session.read(set, allOf([`${column} ge ${dateLiteral(since)}`, filter]));
}

/** Codes of partners whose roles, contacts, tax numbers or addresses changed. */
async function ofChangedParts(session: LnSession, since: number): Promise<string[]> {
	const changed = async (set: LnSet) =>
		(await rowsSince(session, set, since)).map((row) => raw(row[set.key]));
	const invoiced = await changed(INVOICE_TO);
	const contacts = await rowsSince(session, CONTACTS, since);
	const [contactCodes, addressCodes] = [
		contacts.map((row) => raw(row[CONTACTS.key])),
		await changed(ADDRESSES),
	];
	return [
		...invoiced,
		...(await changed(SOLD_TO)),
		...(await changed(PAY_BY)),
		...(await changed(TAX_NUMBERS)),
		...contacts.map((row) => raw(row.BusinessPartner)),
		// who is invoiced, written to or found at one of them, though it belongs to somebody else
		...(await thatName(session, SOLD_TO, 'InvoicetoBusinessPartner', invoiced)),
		...(await thatName(session, BUSINESS_PARTNERS, 'PrimaryContact', contactCodes)),
		...(await thatName(session, INVOICE_TO, 'Contact', contactCodes)),
		...(await thatName(session, BUSINESS_PARTNERS, 'AddressCode', addressCodes)),
		...(await thatName(session, INVOICE_TO, 'AddressCode', addressCodes)),
		...(await thatName(session, SOLD_TO, 'AddressCode', addressCodes)),
	].filter((code) => code !== '');
}

/** Codes of partners whose row in a set names one of these. */
async function thatName(
	session: LnSession,
	set: LnSet,
	column: string,
	codes: readonly string[],
): Promise<string[]> {
	if ((await session.tenant.typeOf(set, column)) === undefined) return [];
	return (await thatHave(session, set, column, codes)).map((row) => raw(row[set.key]));
}

/** Rows with one of these values in a column; for many, the whole set takes fewer calls. */
async function thatHave(
	session: LnSession,
	set: LnSet,
	column: string,
	values: readonly string[],
	filter?: string,
): Promise<LnRow[]> {
	if (isFew(values, true)) return await byKeys(session, set, column, values, filter);
	const wanted = new Set(values);
	return (await session.read(set, filter)).filter((row) => wanted.has(raw(row[column])));
}

/** What changes without a date is told, or nobody would expect to miss it. */
async function tellUndatedParts(session: LnSession): Promise<void> {
	const undated: string[] = [];
	for (const set of CUSTOMER_PARTS) {
		const isThere = (await session.tenant.columns(set)) !== undefined;
		const column = await session.tenant.dateColumn(set);
		if (isThere && column === undefined) undated.push(session.pathOf(set));
	}
	if (undated.length > 0)
		session.hint(say('ln_parts_undated', { sets: undated.join(', ') }).reason);
}
