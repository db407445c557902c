import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { isOfStatusAndGroup } from '../matching';
import type { CustomerRole, MasterQuery } from '../product';
import type { CustomerRows } from './normalise';
import { allOf, anyOf, enumLiteral } from './query';
import type { LnSession } from './session';
import type { LnSet } from './sets';
import { BUSINESS_PARTNERS, INVOICE_TO, PAY_BY, SOLD_TO } from './sets';

/** LN's own status by ours; "doubtful" stands on the invoice-to role, of partners that are active. */
const STATUS: Readonly<Record<string, string>> = {
	active: 'Active',
	doubtful: 'Active',
	inactive: 'Inactive',
	prospect: 'Prospect',
};
const STATUS_COLUMN = 'BusinessPartnerStatus';
const ROLE_COLUMN = 'BusinessPartnerRole';
const CUSTOMER = ['Customer', 'CustomerAndSupplier'];
const ROLE_MEMBERS: Readonly<Record<MasterQuery['role'], readonly string[]>> = {
	customer: CUSTOMER,
	supplier: ['Supplier', 'CustomerAndSupplier'],
	any: [],
	soldTo: CUSTOMER,
	invoiceTo: CUSTOMER,
	payBy: CUSTOMER,
};
const ROLE_SETS: Readonly<Record<CustomerRole, LnSet>> = {
	soldTo: SOLD_TO,
	invoiceTo: INVOICE_TO,
	payBy: PAY_BY,
};

/**
 * The filter in OData; nothing for all business partners.
 * @param types of the columns of business partners: enums belong to the service that has them
 */
export function filterExpression(
	{ status, role }: Pick<MasterQuery, 'status' | 'role'>,
	types: ReadonlyMap<string, string>,
): string | undefined {
	const oneOf = (column: string, members: readonly string[]) =>
		members.length === 0
			? undefined
			: anyOf(
					column,
					[...new Set(members)].map((member) => enumLiteral(types.get(column) ?? '', member)),
				);
	return allOf([
		oneOf(
			STATUS_COLUMN,
			status.map((one) => STATUS[one] ?? one),
		),
		oneOf(ROLE_COLUMN, ROLE_MEMBERS[role]),
	]);
}

/** The same for this tenant. @throws NodeOperationError when it lacks a column that is asked for */
export async function filterFor(
	session: LnSession,
	query: Pick<MasterQuery, 'status' | 'role'>,
): Promise<string | undefined> {
	await session.tenant.need(BUSINESS_PARTNERS, [
		...(query.status.length > 0 ? [STATUS_COLUMN] : []),
		...(ROLE_MEMBERS[query.role].length > 0 ? [ROLE_COLUMN] : []),
	]);
	return filterExpression(query, (await session.tenant.typesOf(BUSINESS_PARTNERS)) ?? new Map());
}

/** The set that tells whether a customer has the role asked for; nothing when no such role is. */
export function roleSetOf(role: MasterQuery['role']): LnSet | undefined {
	return role in ROLE_SETS ? ROLE_SETS[role as CustomerRole] : undefined;
}

/** Whether LN can not filter by itself, because what is asked stands on other rows than the partner's own. */
export function isAskedOfOthers({ status, role }: Pick<MasterQuery, 'status' | 'role'>): boolean {
	const wantsDoubtfulOnly = status.includes('doubtful') && !status.includes('active');
	return wantsDoubtfulOnly || roleSetOf(role) !== undefined;
}

/** A customer that came, and the rows it is made of. */
export interface Joined {
	record: SourceCustomer;
	rows: CustomerRows;
}

/** The filter again, for what LN was not asked by. */
export function isWanted({ record, rows }: Joined, query: MasterQuery): boolean {
	const { role, modifiedSince } = query;
	const roleSet = roleSetOf(role);
	const own = record.role ?? '';
	const isOfRole =
		role === 'any' ||
		(roleSet ? own.includes('customer') && rows[role as CustomerRole] : own.includes(role));
	return (
		isOfStatusAndGroup(record, query) &&
		Boolean(isOfRole) &&
		(modifiedSince === undefined ||
			(record.modifiedAt !== null && Date.parse(record.modifiedAt) >= modifiedSince))
	);
}
