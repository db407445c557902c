import { anyOf, enumLiteral } from './query';
import { BUSINESS_PARTNERS } from './sets';

export interface CustomerFilter {
	/** Empty: all. */
	status: ReadonlyArray<'active' | 'inactive' | 'prospect'>;
	role: 'customer' | 'supplier' | 'any';
}

const STATUS = { active: 'Active', inactive: 'Inactive', prospect: 'Prospect' } as const;
const ROLE_MEMBERS = {
	customer: ['Customer', 'CustomerAndSupplier'],
	supplier: ['Supplier', 'CustomerAndSupplier'],
	any: [],
} as const;

/** The filter in OData; empty for all business partners. */
export function filterExpression({ status, role }: CustomerFilter): string {
	return [
		...oneOf(
			'BusinessPartnerStatus',
			status.map((one) => STATUS[one]),
		),
		...oneOf('BusinessPartnerRole', ROLE_MEMBERS[role]),
	].join(' and ');
}

/** Both columns are of an enum type of the same name. */
function oneOf(column: string, members: readonly string[]): string[] {
	const { service } = BUSINESS_PARTNERS;
	const literals = members.map((member) => enumLiteral(service, column, member));
	return literals.length === 0 ? [] : [anyOf(column, literals)];
}
