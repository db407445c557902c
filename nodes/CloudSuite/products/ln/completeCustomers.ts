import { say } from '../../errors/say';
import type { MasterQuery } from '../product';
import type { Joined } from './customerFilter';
import { roleSetOf } from './customerFilter';
import { latestOf } from './dateColumns';
import type { Join } from './few';
import { joinCustomers } from './joinCustomers';
import type { CustomerRows } from './normalise';
import { normaliseCustomer } from './normalise';
import { readCodes } from './readCodes';
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

/** Customers of business partners that were read. @param join see `joinCustomers` */
export async function complete(
	session: LnSession,
	partners: readonly LnRow[],
	join: Join,
	{ codeMappings, ...context }: ReadOptions,
): Promise<Joined[]> {
	if (partners.length === 0) return [];
	const codes = await readCodes(session, codeMappings);
	const joined = await joinCustomers(session, partners, join);
	const dates = new Map<LnSet, string | undefined>();
	for (const set of [BUSINESS_PARTNERS, ...CUSTOMER_PARTS])
		dates.set(set, await session.tenant.dateColumn(set));
	const nameOf = (set: LnSet) => session.pathOf(set);
	return joined.map((one) => {
		const rows = { ...one, changedAt: changedAt(one, dates) };
		return { rows, record: normaliseCustomer(rows, { ...context, codes, nameOf }) };
	});
}

/**
 * Without the set that tells who has a role, nobody would seem to have it.
 * @throws NodeOperationError when that set could not be read
 */
export function makeSureOfRole(session: LnSession, role: MasterQuery['role']): void {
	const set = roleSetOf(role);
	if (set && session.leftOut.has(set))
		throw session.fail(say('ln_role_unknown', { path: session.pathOf(set) }));
}

/** Milliseconds: a customer changed when any of its rows did, as far as they are dated. */
function changedAt(
	rows: CustomerRows,
	dates: ReadonlyMap<LnSet, string | undefined>,
): number | undefined {
	const parts: Array<readonly [LnSet, LnRow | undefined]> = [
		[BUSINESS_PARTNERS, rows.partner],
		[SOLD_TO, rows.soldTo],
		[INVOICE_TO, rows.invoiceTo ?? rows.invoicedInstead],
		[PAY_BY, rows.payBy],
		[ADDRESSES, rows.address],
		...rows.contacts.map((row) => [CONTACTS, row] as const),
		...rows.taxNumbers.map((row) => [TAX_NUMBERS, row] as const),
	];
	return latestOf(parts.map(([set, row]) => [row, dates.get(set)] as const));
}
