import { tryToParseDateTime } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { objectOf } from '../../shared/json';
import { asText, commaList } from '../../shared/text';
import { say } from '../errors/say';
import type { MasterQuery, World } from '../products/product';

const ROLES = ['any', 'supplier', 'soldTo', 'invoiceTo', 'payBy'] as const;

/** The filters of a list, read. @throws NodeOperationError for a date that is none */
export function readQuery(world: World): Omit<MasterQuery, 'limit'> {
	const filters = objectOf(world.parameter('filters', {})) ?? {};
	const modifiedSince = readTime(world, filters.modifiedSince, 'Modified Since');
	const role = asText(filters.role);
	return {
		...(modifiedSince === undefined ? {} : { modifiedSince }),
		status: Array.isArray(filters.status) ? filters.status.map(asText) : [],
		ids: commaList(filters.ids),
		groups: commaList(filters.groups),
		role: ROLES.find((one) => one === role) ?? 'customer',
	};
}

/** Milliseconds, or nothing for an empty field. @throws NodeOperationError naming the field whose value is no date */
export function readTime(world: World, value: unknown, field: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = timeIn(value, world.timezone);
	if (time === undefined)
		throw operationError(
			world.node,
			say('date_wrong', { field, value: asText(value) }),
			world.item,
		);
	return time;
}

/** Milliseconds; dates without a zone are of the workflow's. */
function timeIn(value: unknown, zone: string): number | undefined {
	try {
		return tryToParseDateTime(value, zone).toMillis();
	} catch {
		return undefined;
	}
}
