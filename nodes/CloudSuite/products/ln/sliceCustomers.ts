import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { asText } from '../../../shared/text';
import type { MasterQuery, Slice } from '../product';
import { complete, makeSureOfRole } from './completeCustomers';
import { filterFor, isWanted } from './customerFilter';
import { joinFor } from './few';
import { keyPages } from './keyPages';
import type { ReadOptions } from './readCustomers';
import { checkCustomers } from './readCustomers';
import type { LnRow, LnSession } from './session';
import { BUSINESS_PARTNERS } from './sets';

/**
 * A part of the customers in LN's order of codes. What belongs to them is asked for from the first to the last of them;
 * when they are all there is, as whole sets, which takes fewer calls.
 * @param after the code of the last one before, in wire form
 */
export async function sliceCustomers(
	session: LnSession,
	query: MasterQuery,
	after: string | undefined,
	options: ReadOptions,
): Promise<Slice<SourceCustomer>> {
	await checkCustomers(session, query);
	const partners: LnRow[] = [];
	let isCut = false;
	const filter = await filterFor(session, query);
	for await (const page of keyPages(session, BUSINESS_PARTNERS, filter, after)) {
		const left = query.limit - partners.length;
		partners.push(...page.slice(0, left));
		isCut = page.length >= left;
		if (isCut) break;
	}
	const isAll = after === undefined && !isCut;
	const join = isAll ? joinFor(partners, false) : 'byRange';
	const customers = await complete(session, partners, join, options);
	makeSureOfRole(session, query.role);
	return {
		records: customers.filter((one) => isWanted(one, query)).map(({ record }) => record),
		next: isCut ? asText(partners.at(-1)?.[BUSINESS_PARTNERS.key]) : null,
	};
}
