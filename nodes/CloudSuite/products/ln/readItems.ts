import type { SourceItem } from '../../../shared/source/sourceItem';
import { asText } from '../../../shared/text';
import { countByListing } from '../countByListing';
import type { Listed, MasterQuery } from '../product';
import { STANDARD_DATE } from './dateColumns';
import { firstBy, byKeys } from './joinCustomers';
import { isFew } from './few';
import { itemKeyOf } from './itemKey';
import { ITEMS, ITEMS_SALES } from './itemSets';
import { normaliseItem } from './normaliseItem';
import { allOf, anyOf, dateLiteral, stringLiteral } from './query';
import { CODE_SETS, readCodes } from './readCodes';
import type { ReadOptions } from './readCustomers';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';
import { textOf, timeOf } from '../values';

const ALL_SETS = [ITEMS, ITEMS_SALES, ...CODE_SETS];

/**
 * Makes sure that this tenant has what items are made of, and what is asked.
 * @throws NodeOperationError naming what is not there
 */
export async function checkItems(
	session: LnSession,
	{ groups, modifiedSince }: Partial<MasterQuery>,
	sets: readonly LnSet[] = ALL_SETS,
): Promise<void> {
	await session.check(sets);
	await session.tenant.need(ITEMS, [
		...(groups && groups.length > 0 ? ['ItemGroup'] : []),
		...(modifiedSince === undefined ? [] : [await dateOfItems(session)]),
	]);
}

/** The column with the date of change; LN's own where the tenant lacks it. */
export async function dateOfItems(session: LnSession): Promise<string> {
	return (await session.tenant.dateColumn(ITEMS)) ?? STANDARD_DATE;
}

/** Reads items and their sales data, in as few calls as possible. */
export async function readItems(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<Listed<SourceItem>> {
	await checkItems(session, query);
	const dated = await dateOfItems(session);
	const read =
		query.ids.length > 0
			? await byKeys(session, ITEMS, ITEMS.key, query.ids.flatMap(keysOf))
			: await session.read(ITEMS, itemExpression(query, dated), query.limit);
	// an item inserted while we read moves the others on: the last of a page may come again on the next
	const rows = [...firstBy(read, ITEMS.key).values()].filter((row) => isWanted(row, query, dated));
	return {
		records: (
			await completeItems(session, rows, isFew(rows, read.length === query.limit), options)
		).slice(0, query.limit),
		undated: rows.filter((row) => timeOf(row[dated]) === undefined).length,
	};
}

/** How many items match. */
export async function countItems(
	session: LnSession,
	query: MasterQuery,
	options: ReadOptions,
): Promise<number> {
	await checkItems(session, query, [ITEMS]);
	if (query.ids.length > 0)
		return await countByListing((wanted) => readItems(session, wanted, options), query);
	return await session.count(ITEMS, itemExpression(query, await dateOfItems(session)));
}

function keysOf(id: string): string[] {
	return [itemKeyOf(id), id];
}

/** The filter again, for rows asked for by key. */
function isWanted(row: LnRow, { modifiedSince, groups }: MasterQuery, dated: string): boolean {
	const time = timeOf(row[dated]);
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
	await checkItems(session, {});
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
	const dated = await dateOfItems(session);
	const nameOf = (set: LnSet) => session.pathOf(set);
	return rows.map((item) => {
		const own = sales.get(asText(item.Item));
		const changedAt = timeOf(item[dated]);
		return normaliseItem(
			{ item, changedAt, ...(own ? { sales: own } : {}) },
			{ ...context, codes, nameOf },
		);
	});
}

/** The OData filter, or nothing for all items. @param dated the column with the date of change */
export function itemExpression(
	{ modifiedSince, groups }: Pick<MasterQuery, 'modifiedSince' | 'groups'>,
	dated: string,
): string | undefined {
	return allOf([
		modifiedSince === undefined ? undefined : `${dated} ge ${dateLiteral(modifiedSince)}`,
		groups.length > 0 ? anyOf('ItemGroup', groups.map(stringLiteral)) : undefined,
	]);
}
