import { fingerprint } from '../../../shared/canonicalJson';
import type { Master } from '../matching';
import { firstRecords, isOfStatusAndGroup } from '../matching';
import type { Listed, MasterQuery } from '../product';
import type { CsiRow } from './answer';
import { serverTime } from './dates';
import type { CheckedEntity } from './entities';
import { either, isOneOf, keyForms, literal, portions } from './filter';
import { changedAt } from './normalise';
import type { RowsQuery } from './pages';
import { keyOf, readRows } from './pages';
import type { CsiSession } from './session';

/**
 * Milliseconds that are read again each time. CSI dates a change by its server's clock when it is made, and others see it
 * when its transaction is committed: ten minutes for that and for clocks that differ. The hour is for clocks of which one is
 * set back at the end of summer time and the other is not, e.g. of a server that is kept in standard time; within one zone
 * `serverTime` and `timeOf` see to the hour that comes twice.
 */
export const OVERLAP_MS = 70 * 60_000;

/** Rows changed at or after a moment; the name and address of a customer have a date of their own. */
export function sinceCondition(
	entity: CheckedEntity,
	since: number | undefined,
	zone: string,
): string[] {
	if (since === undefined) return [];
	const dates = ['RecordDate', 'AdrRecordDate'].filter((name) => entity.has(name));
	const from = literal(serverTime(since, zone));
	return [either(dates.map((name) => `${name} >= ${from}`))];
}

/** Whether a row was changed at or after a moment: what is asked of CSI is a little more. */
export function isSince(row: CsiRow, since: number | undefined, zone: string): boolean {
	return since === undefined || (changedAt(row, zone) ?? Number.NEGATIVE_INFINITY) >= since;
}

/** Rows with these IDs, however their keys are written; an ID nobody has is left out. */
export async function* rowsOfIds(
	session: CsiSession,
	entity: CheckedEntity,
	ids: readonly string[],
	query: RowsQuery & { keyLength?: number | undefined },
): AsyncGenerator<CsiRow[]> {
	const forms = ids.flatMap((id) => keyForms(id, query.keyLength));
	const wanted = new Set(ids.map(comparable));
	const seen = new Set<string>();
	for (const some of portions([...new Set(forms)]))
		for await (const page of readRows(session, entity, {
			...query,
			where: [...query.where, isOneOf(entity.key, some)],
		}))
			yield page
				.filter((row) => wanted.has(comparable(keyOf(row, entity))))
				.filter((row) => !seen.has(keyOf(row, entity)) && seen.add(keyOf(row, entity)));
}

/** A key for comparisons: databases compare without regard to case, and forms of a key differ in blanks. */
export function comparable(key: string): string {
	return key.trim().toLowerCase();
}

/** The first records of pages of rows that match, with the number of those without a date. */
export async function firstMatching<T extends Master>(
	pages: AsyncIterable<readonly T[]>,
	query: Pick<MasterQuery, 'status' | 'groups' | 'limit'>,
): Promise<Listed<T>> {
	async function* matching() {
		for await (const page of pages)
			yield page.filter((record) => isOfStatusAndGroup(record, query));
	}
	const records = await firstRecords(matching(), query.limit);
	return { records, undated: records.filter(({ modifiedAt }) => modifiedAt === null).length };
}

/** Most rows of a call: no more than are wanted, if CSI gives just these. */
export function mostFor(
	session: CsiSession,
	{ status, limit }: Pick<MasterQuery, 'status' | 'limit'>,
): number {
	const { pageSize } = session.options;
	return status.length === 0 ? Math.min(pageSize, limit) : pageSize;
}

/** Changes with every change of what is read of a record. */
export function versionOf(...rows: unknown[]): string {
	return fingerprint(rows);
}
