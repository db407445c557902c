import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import type { CodeMapping } from './codes';
import type { CustomerFilter } from './customerFilter';
import { filterExpression } from './customerFilter';
import { isFew } from './few';
import { firstBy, joinCustomers } from './joinCustomers';
import type { NormaliseContext } from './normalise';
import { normaliseCustomer } from './normalise';
import { anyOf, stringLiteral } from './query';
import { CODE_SETS, readCodes } from './readCodes';
import type { LnRow, LnSession } from './session';
import { ADDRESSES, BUSINESS_PARTNERS, CONTACTS, INVOICE_TO, TAX_NUMBERS } from './sets';

export interface ReadOptions extends Omit<NormaliseContext, 'codes'> {
	codeMappings: readonly CodeMapping[];
}

const ALL_SETS = [BUSINESS_PARTNERS, INVOICE_TO, ADDRESSES, TAX_NUMBERS, CONTACTS, ...CODE_SETS];

/** Reads business partners and joins what else makes them customers, in as few calls as possible. */
export async function readCustomers(
	session: LnSession,
	{ filter, limit, ...options }: ReadOptions & { filter: CustomerFilter; limit: number },
): Promise<SourceCustomer[]> {
	await session.check(ALL_SETS);
	const read = await session.read(BUSINESS_PARTNERS, filterExpression(filter), limit);
	// a partner inserted while we read moves the others on: the last of a page may come again on the next
	const partners = [...firstBy(read, BUSINESS_PARTNERS.key).values()];
	return await complete(session, partners, isFew(partners, read.length === limit), options);
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
