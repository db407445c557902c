import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { say } from '../../errors/say';
import type { CodeMapping } from '../codes';
import { countByListing } from '../countByListing';
import { firstRecords } from '../matching';
import type { Listed, MasterQuery } from '../product';
import { changedCustomers } from './changedCustomers';
import { complete, makeSureOfRole } from './completeCustomers';
import type { Joined } from './customerFilter';
import { filterFor, isAskedOfOthers, isWanted, roleSetOf } from './customerFilter';
import { joinFor } from './few';
import { byKeys, firstBy } from './joinCustomers';
import type { NormaliseContext } from './normalise';
import { anyOf, stringLiteral } from './query';
import { CODE_SETS } from './readCodes';
import type { LnSession } from './session';
import { BUSINESS_PARTNERS, CUSTOMER_PARTS } from './sets';
import { textOf } from '../values';

export interface ReadOptions extends Omit<NormaliseContext, 'codes'> {
	codeMappings: readonly CodeMapping[];
}

/**
 * Makes sure that this tenant has what customers are made of, and what is asked.
 * @throws NodeOperationError naming what is not there
 */
export async function checkCustomers(
	session: LnSession,
	{ role, modifiedSince }: Pick<MasterQuery, 'role' | 'modifiedSince'>,
): Promise<void> {
	await session.check([BUSINESS_PARTNERS, ...CUSTOMER_PARTS, ...CODE_SETS]);
	const roleSet = roleSetOf(role);
	if (roleSet && !(await session.tenant.columns(roleSet))) session.leftOut.add(roleSet);
	makeSureOfRole(session, role);
	if (modifiedSince !== undefined && !(await session.tenant.dateColumn(BUSINESS_PARTNERS)))
		throw session.fail(say('ln_no_date'));
}

/** Reads business partners and joins what else makes them customers, in as few calls as possible. */
export async function readCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<Listed<SourceCustomer>> {
	await checkCustomers(session, query);
	const records =
		query.ids.length > 0
			? await readCustomersById(session, query, options)
			: query.modifiedSince === undefined
				? await readAllCustomers(session, query, options)
				: await firstRecords(
						recordsOf(changedCustomers(session, query, options, { inSlices: false })),
						query.limit,
					);
	const hasDates = (await session.tenant.dateColumn(BUSINESS_PARTNERS)) !== undefined;
	const undated = records.filter(({ modifiedAt }) => modifiedAt === null).length;
	return { records, undated: hasDates ? undated : 0 };
}

async function readAllCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	const filtersHere = isAskedOfOthers(query);
	const most = filtersHere ? Number.POSITIVE_INFINITY : query.limit;
	const read = await session.read(BUSINESS_PARTNERS, await filterFor(session, query), most);
	// a partner inserted while we read moves the others on: the last of a page may come again on the next
	const partners = [...firstBy(read, BUSINESS_PARTNERS.key).values()];
	const join = joinFor(partners, read.length === most);
	const customers = await complete(session, partners, join, options);
	makeSureOfRole(session, query.role);
	return (filtersHere ? customers.filter((one) => isWanted(one, query)) : customers)
		.slice(0, query.limit)
		.map(({ record }) => record);
}

async function* recordsOf(
	pages: AsyncIterable<{ customers: readonly Joined[] }>,
): AsyncGenerator<SourceCustomer[]> {
	for await (const { customers } of pages) yield customers.map(({ record }) => record);
}

/** How many customers match. LN counts by itself, but for what stands on another entity set. */
export async function countCustomers(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<number> {
	await session.check([BUSINESS_PARTNERS]);
	if (query.ids.length === 0 && query.modifiedSince === undefined && !isAskedOfOthers(query))
		return await session.count(BUSINESS_PARTNERS, await filterFor(session, query));
	return await countByListing((wanted) => readCustomers(session, wanted, options), query);
}

/** Those with these ids and, of them, those that match the filter. An id nobody has is left out. */
async function readCustomersById(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<SourceCustomer[]> {
	const exact = await byKeys(session, BUSINESS_PARTNERS, BUSINESS_PARTNERS.key, query.ids);
	const found = new Set(exact.map((row) => textOf(row.BusinessPartner)));
	const customers = await complete(session, exact, 'byKey', options);
	for (const id of query.ids.filter((one) => !found.has(one)))
		customers.push(...(await readAlike(session, id, options)));
	makeSureOfRole(session, query.role);
	return customers
		.filter((one) => isWanted(one, query))
		.slice(0, query.limit)
		.map(({ record }) => record);
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
	await checkCustomers(session, { role: 'any' });
	return (await readAlike(session, id, options)).map(({ record }) => record);
}

async function readAlike(session: LnSession, id: string, options: ReadOptions): Promise<Joined[]> {
	const exact = await session.read(
		BUSINESS_PARTNERS,
		anyOf(BUSINESS_PARTNERS.key, [stringLiteral(id)]),
	);
	if (exact.length > 0) return await complete(session, exact, 'byKey', options);
	const containing = await session.read(
		BUSINESS_PARTNERS,
		`contains(${BUSINESS_PARTNERS.key},${stringLiteral(id.trim())})`,
	);
	const alike = [...firstBy(containing, BUSINESS_PARTNERS.key)]
		.filter(([key]) => key.trim() === id.trim())
		.map(([, partner]) => partner);
	return await complete(session, alike, 'byKey', options);
}
