import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { say } from '../../errors/say';
import { isOfStatusAndGroup } from '../matching';
import type { ChangeFeed, MasterQuery, MasterReader } from '../product';
import { sliceByFeed } from '../sliceByFeed';
import type { CsiRow } from './answer';
import type { CheckedEntity, Entity } from './entities';
import type { NormaliseContext } from './normalise';
import { changedAt, normaliseCustomer } from './normalise';
import type { RowsQuery } from './pages';
import { keyOf, readRows } from './pages';
import {
	OVERLAP_MS,
	firstMatching,
	isSince,
	mostFor,
	rowsOfIds,
	sinceCondition,
	versionOf,
} from './rows';
import type { CsiSession } from './session';

/** The date of change of name and address, which are a row of their own. */
const ADDRESS_DATE = 'AdrRecordDate';

/** What is needed to tell whether a customer matches a filter. */
const OF_FILTERS = [
	...['CustNum', 'CustSeq', 'CreditHold', 'ShowInDropDownList'],
	...['RecordDate', ADDRESS_DATE],
];

/** Reads the customers of one configuration. */
export function customerReader(
	session: CsiSession,
	entity: Entity,
	context: NormaliseContext & { numberLength: number },
): MasterReader<SourceCustomer> {
	const told = (row: CsiRow) => normaliseCustomer(row, context);

	/** Rows that are customers, and changed since; other conditions are looked at by what they are told as. */
	async function* rowsOf(
		query: Pick<MasterQuery, 'ids' | 'modifiedSince'>,
		how: (checked: CheckedEntity) => Omit<RowsQuery, 'where'>,
	): AsyncGenerator<CsiRow[]> {
		const checked = await session.check(entity);
		const { ids, modifiedSince: since } = query;
		if (since !== undefined && !checked.has(ADDRESS_DATE))
			session.hint(say('csi_address_undated', { company: session.company }).reason);
		const rows = {
			// the others are the addresses goods are shipped to
			where: ['CustSeq = 0', ...sinceCondition(checked, since, context.zone)],
			...how(checked),
		};
		const keyLength = checked.keyLength ?? context.numberLength;
		const pages =
			ids.length > 0
				? rowsOfIds(session, checked, ids, { ...rows, keyLength })
				: readRows(session, checked, rows);
		for await (const page of pages)
			yield page.filter((row) => Number(row.CustSeq) === 0 && isSince(row, since, context.zone));
	}

	async function* recordsOf(query: MasterQuery): AsyncGenerator<SourceCustomer[]> {
		for await (const page of rowsOf(query, () => ({ most: mostFor(session, query) })))
			yield page.map(told);
	}

	const feed = changesOf();
	return {
		get: async (id) => {
			const found: SourceCustomer[] = [];
			if (id.trim() === '') return found;
			for await (const page of rowsOf({ ids: [id] }, () => ({}))) found.push(...page.map(told));
			return found;
		},
		list: async (query) => await firstMatching(recordsOf(query), query),
		// nothing counts in CSI: all rows in one call, but of a row no more than the filter needs
		count: async (query) => {
			let count = 0;
			const pages = rowsOf(query, ({ has }) => ({ properties: OF_FILTERS.filter(has), most: 0 }));
			for await (const page of pages)
				count += page.filter((row) => isOfStatusAndGroup(told(row), query)).length;
			return count;
		},
		slice: async (query, after) => await sliceByFeed(feed, query, after),
		// without a date of its own, a change of the address would never be seen
		changes: async () => ((await session.check(entity)).has(ADDRESS_DATE) ? feed : 'scan'),
	};

	/** By the dates of the row and of its address, in the order of customer numbers. */
	function changesOf(): ChangeFeed<SourceCustomer> {
		return {
			overlap: OVERLAP_MS,
			resumes: true,
			async *read(query, after) {
				const checked = await session.check(entity);
				const most = mostFor(session, query);
				for await (const page of rowsOf(query, () => ({ after, most }))) {
					const wanted = page
						.map((row) => ({ row, record: told(row) }))
						.filter(({ record }) => isOfStatusAndGroup(record, query));
					const last = page.at(-1);
					if (wanted.length === 0 && last) yield { passed: keyOf(last, checked) };
					else
						yield wanted.map(({ row, record }) => ({
							key: record.key,
							modifiedAt: changedAt(row, context.zone),
							version: versionOf(row),
							row: { ...row } as Record<string, string>,
							position: keyOf(row, checked),
						}));
				}
			},
			complete: async (changes) => await Promise.resolve(changes.map(({ row }) => told(row))),
		};
	}
}
