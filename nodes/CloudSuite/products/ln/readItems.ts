import type { SourceItem } from '../../../shared/source/sourceItem';
import { asText } from '../../../shared/text';
import { firstBy, byKeys } from './joinCustomers';
import { isFew } from './few';
import { itemKeyOf } from './itemKey';
import { ITEMS, ITEMS_SALES } from './itemSets';
import { normaliseItem } from './normaliseItem';
import { anyOf, stringLiteral } from './query';
import { CODE_SETS, readCodes } from './readCodes';
import type { ReadOptions } from './readCustomers';
import type { LnRow, LnSession } from './session';
import { timeOf } from './values';

const ALL_SETS = [ITEMS, ITEMS_SALES, ...CODE_SETS];

export interface ItemFilter {
	/** Milliseconds: only items changed at or after this moment; those without a date are left out. */
	modifiedSince?: number;
	/** Item groups, as LN has them. */
	groups: readonly string[];
}

export interface ItemsRead {
	items: SourceItem[];
	/** How many have no date of change: a filter by change never finds them. */
	undated: number;
}

/** Reads items and their sales data, in as few calls as possible. */
export async function readItems(
	session: LnSession,
	{ filter, limit, ...options }: ReadOptions & { filter: ItemFilter; limit: number },
): Promise<ItemsRead> {
	await session.check(ALL_SETS);
	const read = await session.read(ITEMS, itemExpression(filter), limit);
	// an item inserted while we read moves the others on: the last of a page may come again on the next
	const rows = [...firstBy(read, ITEMS.key).values()];
	return {
		items: await complete(session, rows, isFew(rows, read.length === limit), options),
		undated: rows.filter((row) => timeOf(row.LastModificationDate) === undefined).length,
	};
}

/** Reads the item a person means by `id`; none when there is none. */
export async function readItem(
	session: LnSession,
	id: string,
	options: ReadOptions,
): Promise<SourceItem[]> {
	await session.check(ALL_SETS);
	const keys = [...new Set([itemKeyOf(id), id])];
	const rows = await session.read(ITEMS, anyOf(ITEMS.key, keys.map(stringLiteral)));
	return await complete(session, rows, true, options);
}

async function complete(
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
function itemExpression({ modifiedSince, groups }: ItemFilter): string | undefined {
	const parts = [
		...(modifiedSince === undefined
			? []
			: [
					`LastModificationDate ge ${new Date(modifiedSince).toISOString().replace(/\.\d+Z$/, 'Z')}`,
				]),
		...(groups.length > 0 ? [anyOf('ItemGroup', groups.map(stringLiteral))] : []),
	];
	return parts.length > 0 ? parts.join(' and ') : undefined;
}
