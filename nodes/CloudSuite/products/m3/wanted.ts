import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import type { SourceItem } from '../../../shared/source/sourceItem';
import type { Listed, MasterQuery } from '../product';
import type { M3Row } from './answer';
import { dayAt, dayOf } from './dates';

export type Master = SourceCustomer | SourceItem;

/** The filter, for records that came: only dates are asked of M3, which knows "and" and "or" without brackets. */
export function isWanted(record: Master, { status, groups, ids }: MasterQuery): boolean {
	const group = 'group' in record ? (record.group ?? '') : undefined;
	return (
		(status.length === 0 || isStatus(record.status, status)) &&
		(groups.length === 0 || group === undefined || groups.includes(group)) &&
		(ids.length === 0 || ids.some((id) => id.trim() === record.id))
	);
}

function isStatus(status: string | null, wanted: readonly string[]): boolean {
	if (status === null) return false;
	return wanted.includes(status) || (status === 'doubtful' && wanted.includes('active'));
}

/** Whether a row was changed on the day of a moment or later. A date of change is a day: the whole day counts. */
export function isSince(row: M3Row, since: number | undefined, zone: string): boolean {
	if (since === undefined) return true;
	const day = dayOf(row.LMDT);
	return day !== undefined && day >= dayAt(since, zone);
}

/** The first records of what comes page by page, each once; what is behind the limit is not read. */
export async function firstOf<T extends Master>(
	pages: AsyncIterable<readonly T[]>,
	query: MasterQuery,
): Promise<Listed<T>> {
	const records = new Map<string, T>();
	for await (const page of pages) {
		const wanted = page.filter((record) => isWanted(record, query));
		for (const record of wanted) if (records.size < query.limit) records.set(record.key, record);
		if (records.size >= query.limit) break;
	}
	const all = [...records.values()];
	return { records: all, undated: all.filter(({ modifiedAt }) => modifiedAt === null).length };
}

/** Whether M3 itself gives just what is wanted, so that a limit is one for its rows, too. */
export function isPlain({ status, groups, ids }: MasterQuery): boolean {
	return [status, groups, ids].every((list) => list.length === 0);
}
