import { asText } from '../../../nodes/shared/text';
import type { FormValues } from './form';
import type { Customer } from './types';

/**
 * Adds, changes or removes tax identifiers one by one, as their `operation` says; without one they are added.
 * https://apidocs.chargebee.com/docs/api/customers
 */
export function applyIdentifiers(
	customer: Customer | undefined,
	rows: readonly FormValues[],
): Record<string, unknown>[] {
	const before = (customer?.entity_identifiers ?? []) as Record<string, unknown>[];
	return rows.reduce<Record<string, unknown>[]>((identifiers, { operation, ...row }) => {
		if (operation === 'delete') return identifiers.filter(({ id }) => id !== row.id);
		if (operation === 'update') {
			return identifiers.map((one) => (one.id === row.id ? { ...one, ...row } : one));
		}
		const id = asText(row.id) || `identifier_${identifiers.length + 1}`;
		return [...identifiers, { ...row, id, object: 'entity_identifier' }];
	}, before);
}
