import type { Master } from '../matching';
import { firstRecords, isOfStatusAndGroup } from '../matching';
import type { Listed, MasterQuery } from '../product';
import type { M3Row } from './answer';
import { dayAt } from '../days';
import { dayOf } from './dates';

/** The filter, for records that came: only dates are asked of M3, which knows "and" and "or" without brackets. */
export function isWanted(record: Master, query: MasterQuery): boolean {
	const { ids } = query;
	return (
		isOfStatusAndGroup(record, query) &&
		(ids.length === 0 || ids.some((id) => id.trim() === record.id))
	);
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
	const records = await firstRecords(wantedOf(pages, query), query.limit);
	return { records, undated: records.filter(({ modifiedAt }) => modifiedAt === null).length };
}

async function* wantedOf<T extends Master>(
	pages: AsyncIterable<readonly T[]>,
	query: MasterQuery,
): AsyncGenerator<T[]> {
	for await (const page of pages) yield page.filter((record) => isWanted(record, query));
}

/** Whether M3 itself gives just what is wanted, so that a limit is one for its rows, too. */
export function isPlain({ status, groups, ids }: MasterQuery): boolean {
	return [status, groups, ids].every((list) => list.length === 0);
}
