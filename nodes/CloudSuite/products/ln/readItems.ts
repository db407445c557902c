import type { SourceItem } from '../../../shared/source/sourceItem';
import { asText } from '../../../shared/text';
import type { Listed, MasterQuery } from '../product';
import { firstBy, byKeys } from './joinCustomers';
import { isFew } from './few';
import { itemKeyOf } from './itemKey';
import { ITEMS, ITEMS_SALES } from './itemSets';
import { normaliseItem } from './normaliseItem';
import { anyOf, dateLiteral, stringLiteral } from './query';
import { CODE_SETS, readCodes } from './readCodes';
import type { ReadOptions } from './readCustomers';
import type { LnRow, LnSession } from './session';
import { textOf, timeOf } from '../values';

const ALL_SETS = [ITEMS, ITEMS_SALES, ...CODE_SETS];

/** Makes sure that this tenant has what items are made of. */
export async function checkItems(session: LnSession): Promise<void> {
	await session.check(ALL_SETS);
}

/** Reads items and their sales data, in as few calls as possible. */
export async function readItems(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<Listed<SourceItem>> {
	await session.check(ALL_SETS);
	const read =
		query.ids.length > 0
			? await byKeys(session, ITEMS, ITEMS.key, query.ids.flatMap(keysOf))
			: await session.read(ITEMS, itemExpression(query), query.limit);
	// an item inserted while we read moves the others on: the last of a page may come again on the next
	const rows = [...firstBy(read, ITEMS.key).values()].filter((row) => isWanted(row, query));
	return {
		records: (
			await completeItems(session, rows, isFew(rows, read.length === query.limit), options)
		).slice(0, query.limit),
		undated: rows.filter((row) => timeOf(row.LastModificationDate) === undefined).length,
	};
}

/** How many items match. */
export async function countItems(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<number> {
	await session.check([ITEMS]);
	if (query.ids.length === 0) return await session.count(ITEMS, itemExpression(query));
	return (await readItems(session, query, options)).records.length;
}

function keysOf(id: string): string[] {
	return [itemKeyOf(id), id];
}

/** The filter again, for rows asked for by key. */
function isWanted(row: LnRow, { modifiedSince, groups }: MasterQuery): boolean {
	const time = timeOf(row.LastModificationDate);
	return (
		(modifiedSince === undefined || (time !== undefined && time >= modifiedSince)) &&
		(groups.length === 0 || groups.includes(textOf(row.ItemGroup) ?? ''))
	);
}

/** Reads the item a person means by `id`; none when there is none. */
export async function readItem(
	session: LnSession,
	id: string,
	options: ReadOptions,
): Promise<SourceItem[]> {
	await session.check(ALL_SETS);
	const keys = [...new Set(keysOf(id))];
	const rows = await session.read(ITEMS, anyOf(ITEMS.key, keys.map(stringLiteral)));
	return await completeItems(session, rows, true, options);
}

/** Adds their sales data to rows of items. */
export async function completeItems(
	session: LnSession,
	rows: readonly LnRow[],
	few: boolean,
	{ codeMappings, ...context }: ReadOptions,
): Promise<SourceItem[]> {
	if (rows.length === 0) return [];
	const codes = await readCodes(session, codeMappings);
	const keys = rows.map(({ Item: key }) => asText(key));
	const sales = firstBy(
		few
			? await byKeys(session, ITEMS_SALES, ITEMS_SALES.key, keys)
			: await session.read(ITEMS_SALES),
		ITEMS_SALES.key,
	);
	return rows.map((item) => {
		const own = sales.get(asText(item.Item));
		return normaliseItem({ item, ...(own ? { sales: own } : {}) }, { ...context, codes });
	});
}

/** The OData filter, or nothing for all items. */
export function itemExpression({
	modifiedSince,
	groups,
}: Pick<MasterQuery, 'modifiedSince' | 'groups'>): string | undefined {
	const parts = [
		...(modifiedSince === undefined
			? []
			: [`LastModificationDate ge ${dateLiteral(modifiedSince)}`]),
		...(groups.length > 0 ? [anyOf('ItemGroup', groups.map(stringLiteral))] : []),
	];
	return parts.length > 0 ? parts.join(' and ') : undefined;
}
