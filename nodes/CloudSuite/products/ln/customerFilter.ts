import type { MasterQuery } from '../product';
import { anyOf, enumLiteral } from './query';
import { BUSINESS_PARTNERS } from './sets';

/** LN's own status by ours; "doubtful" stands on the invoice-to role, of partners that are active. */
const STATUS: Readonly<Record<string, string>> = {
	active: 'Active',
	doubtful: 'Active',
	inactive: 'Inactive',
	prospect: 'Prospect',
};
const ROLE_MEMBERS = {
	customer: ['Customer', 'CustomerAndSupplier'],
	supplier: ['Supplier', 'CustomerAndSupplier'],
	any: [],
} as const;

/** The filter in OData; empty for all business partners. */
export function filterExpression({ status, role }: Pick<MasterQuery, 'status' | 'role'>): string {
	return [
		...oneOf(
			'BusinessPartnerStatus',
			status.map((one) => STATUS[one] ?? one),
		),
		...oneOf('BusinessPartnerRole', ROLE_MEMBERS[role]),
	].join(' and ');
}

/** Whether doubtful customers alone are wanted, which LN can not filter by. */
export function wantsDoubtfulOnly(status: readonly string[]): boolean {
	return status.includes('doubtful') && !status.includes('active');
}

/** Both columns are of an enum type of the same name. */
function oneOf(column: string, members: readonly string[]): string[] {
	const { service } = BUSINESS_PARTNERS;
	const literals = [...new Set(members)].map((member) => enumLiteral(service, column, member));
	return literals.length === 0 ? [] : [anyOf(column, literals)];
}
