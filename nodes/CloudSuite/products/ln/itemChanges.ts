import { fingerprint } from '../../../shared/canonicalJson';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { formatSourceKey } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import type { Change, ChangeFeed, MasterQuery } from '../product';
import { timeOf } from '../values';
import { isFew } from './few';
import { itemIdOf } from './itemKey';
import { ITEMS } from './itemSets';
import { keyPages } from './keyPages';
import { canonicalCompany } from './normalise';
import type { ReadOptions } from './readCustomers';
import { checkItems, completeItems, dateOfItems, itemExpression } from './readItems';
import type { LnRow, LnSession } from './session';

/** A transaction is dated when it begins and seen when it is committed: so much later at most, one hopes. */
export const OVERLAP_MS = 10 * 60_000;

/** Changed items. A change of sales data alone does not touch the item's date and is not among them. */
export function itemChanges(session: LnSession, options: ReadOptions): ChangeFeed<SourceItem> {
	const changeOf = (row: LnRow, dated: string): Change => ({
		key: formatSourceKey({
			product: 'ln',
			tenant: options.tenant,
			company: canonicalCompany(options.company),
			id: itemIdOf(asText(row.Item)),
		}),
		modifiedAt: timeOf(row[dated]),
		version: fingerprint(row),
		row: row as Change['row'],
		position: asText(row.Item),
	});
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query: MasterQuery, after?: string) {
			await checkItems(session, query);
			const dated = await dateOfItems(session);
			const pages = keyPages(session, ITEMS, itemExpression(query, dated), after);
			for await (const page of pages) yield page.map((row) => changeOf(row, dated));
		},
		complete: async (changes) =>
			await completeItems(
				session,
				changes.map(({ row }) => row),
				isFew(changes, true),
				options,
			),
	};
}
