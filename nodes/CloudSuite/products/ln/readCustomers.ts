import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import type { CodeMapping } from '../codes';
import { isOfStatusAndGroup } from '../matching';
import type { MasterQuery } from '../product';
import { filterExpression, wantsDoubtfulOnly } from './customerFilter';
import { isFew } from './few';
import { byKeys, firstBy, joinCustomers } from './joinCustomers';
import type { NormaliseContext } from './normalise';
import { normaliseCustomer } from './normalise';
import { anyOf, stringLiteral } from './query';
import { CODE_SETS, readCodes } from './readCodes';
import type { LnRow, LnSession } from './session';
import { ADDRESSES, BUSINESS_PARTNERS, CONTACTS, INVOICE_TO, TAX_NUMBERS } from './sets';
import { textOf } from '../values';

export interface ReadOptions extends Omit<NormaliseContext, 'codes'> {
	codeMappings: readonly CodeMapping[];
}

const ALL_SETS = [BUSINESS_PARTNERS, INVOICE_TO, ADDRESSES, TAX_NUMBERS, CONTACTS, ...CODE_SETS];

/** Reads business partners and joins what else makes them customers, in as few calls as possible. */
export async function readCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	await session.check(ALL_SETS);
	if (query.ids.length > 0) return await readCustomersById(session, query, options);
	const onlyDoubtful = wantsDoubtfulOnly(query.status);
	const most = onlyDoubtful ? Number.POSITIVE_INFINITY : query.limit;
	const read = await session.read(BUSINESS_PARTNERS, filterExpression(query), most);
	// a partner inserted while we read moves the others on: the last of a page may come again on the next
	const partners = [...firstBy(read, BUSINESS_PARTNERS.key).values()];
	const customers = await complete(
		session,
		partners,
		isFew(partners, read.length === most),
		options,
	);
	return (onlyDoubtful ? customers.filter((one) => isWanted(one, query)) : customers).slice(
		0,
		query.limit,
	);
}

/** How many customers match. LN counts by itself, but for what stands on another entity set. */
export async function countCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<number> {
	await session.check([BUSINESS_PARTNERS]);
	if (query.ids.length === 0 && !wantsDoubtfulOnly(query.status))
		return await session.count(BUSINESS_PARTNERS, filterExpression(query));
	return (await readCustomers(session, { ...query, limit: Number.POSITIVE_INFINITY }, options))
		.length;
}

/** Those with these ids and, of them, those that match the filter. An id nobody has is left out. */
async function readCustomersById(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	const exact = await byKeys(session, BUSINESS_PARTNERS, BUSINESS_PARTNERS.key, query.ids);
	const found = new Set(exact.map((row) => textOf(row.BusinessPartner)));
	const customers = await complete(session, exact, true, options);
	for (const id of query.ids.filter((one) => !found.has(one)))
		customers.push(...(await readCustomer(session, id, options)));
	return customers.filter((one) => isWanted(one, query)).slice(0, query.limit);
}

function isWanted(customer: SourceCustomer, query: MasterQuery): boolean {
	return (
		isOfStatusAndGroup(customer, query) &&
		(query.role === 'any' || (customer.role ?? '').includes(query.role))
	);
}

/**
 * Reads the customer a person means by `id`. LN compares codes byte for byte and pads some with blanks, which nobody
 * types: so it is looked for as typed, then as part of a code that differs in blanks alone.
 * @returns usually one; none, or several that differ in blanks alone
 */
export async function readCustomer(
	session: LnSession,
	id: string,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	await session.check(ALL_SETS);
	const exact = await session.read(
		BUSINESS_PARTNERS,
		anyOf(BUSINESS_PARTNERS.key, [stringLiteral(id)]),
	);
	if (exact.length > 0) return await complete(session, exact, true, options);
	const containing = await session.read(
		BUSINESS_PARTNERS,
		`contains(${BUSINESS_PARTNERS.key},${stringLiteral(id.trim())})`,
	);
	const alike = [...firstBy(containing, BUSINESS_PARTNERS.key)]
		.filter(([key]) => key.trim() === id.trim())
		.map(([, partner]) => partner);
	return await complete(session, alike, true, options);
}

async function complete(
	session: LnSession,
	partners: readonly LnRow[],
	few: boolean,
	{ codeMappings, ...context }: ReadOptions,
): Promise<SourceCustomer[]> {
	if (partners.length === 0) return [];
	const codes = await readCodes(session, codeMappings);
	const rows = await joinCustomers(session, partners, few);
	return rows.map((one) => normaliseCustomer(one, { ...context, codes }));
}
