import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { say } from '../../errors/say';
import { itemIdOf, itemKeyOf, standardItemKey } from '../ln/itemKey';
import { normaliseItem } from '../ln/normaliseItem';
import type { MasterQuery } from '../product';
import { isoOf, textOf } from '../values';
import type { Cells } from './cells';
import { cellsOf } from './cells';
import { noColumn } from './filters';
import type { LnContext } from './lnRecord';
import { isAnyDeleted, latestArrival, present } from './lnRecord';
import type { Asked, Joined, Plan } from './plan';
import { atOrBehind, oneText } from './sql';
import { countStatement } from './statements';
import type { LakeTables, TableSpec } from './tables';

/** Items and their sales data; columns as those of the business partners. */
export const ITEMS: TableSpec = {
	name: 'LN_tcibd001',
	// the project is a part of the key: without its column, blanks that were lost in front would make another item
	needed: ['compnr', 'item', 'dsca', 'cprj'],
	wanted: ['kitm', 'kitm_kw', 'citg', 'cuni', 'crdt', 'lmdt'],
	deleted: 'deleted',
};
const SALES: TableSpec = {
	name: 'LN_tdisa001',
	needed: ['compnr', 'item'],
	wanted: ['cuqs', 'cups', 'ccur', 'pris', 'ltsp', 'cvat'],
	deleted: 'deleted',
};

/** Members of the item type as LN's OData service calls them, by their numbers in the table. */
const TYPE: Readonly<Record<number, string>> = {
	1: 'Purchased',
	2: 'Manufactured',
	3: 'GenericObsolete',
	4: 'CostObsolete',
	5: 'ServiceObsolete',
	6: 'SubcontractedServiceObsolete',
	10: 'ListObsolete',
	12: 'ToolObsolete',
	15: 'EquipmentObsolete',
	20: 'EngineeringModuleObsolete',
	30: 'Product',
	35: 'RentalProduct',
	40: 'Tool',
	50: 'Equipment',
	60: 'SubcontractedService',
	70: 'Cost',
	80: 'Service',
	90: 'Generic',
	100: 'EngineeringModule',
	110: 'List',
};

/** Items with their sales data. */
export async function itemsPlan(
	tables: LakeTables,
	context: LnContext,
): Promise<Plan<SourceItem> | undefined> {
	const main = await tables.table(ITEMS, 't');
	if (!main) return undefined;
	const sales = await tables.table(SALES, 's');
	const joins: Joined[] = sales
		? [{ table: sales, on: 's.compnr = t.compnr AND s.item = t.item' }]
		: [];
	return {
		main,
		joins,
		always: inCompany(context.company),
		key: ['t.item'],
		asked: (query) => {
			if (query.groups.length > 0 && !main.columns.has('citg'))
				throw operationError(context.node, noColumn('Item Groups', ITEMS.name, 'item group'));
			return askedOf(query);
		},
		ofIds: (ids) =>
			oneText('TRIM(t.item)', [...new Set(ids.flatMap((id) => [itemKeyOf(id).trim(), id.trim()]))])
				.sql,
		isMeant: (id, record) => record.id === id.trim(),
		from: (position) => atOrBehind('t.item', position),
		twice: (id) => say('compass_row_twice', { table: ITEMS.name, id }),
		read: (row) => {
			const id = keyOf(row.t_item, row.t_cprj);
			const cells = (table: typeof main | undefined) =>
				cellsOf(context.node, row, table, 'item', itemIdOf(id));
			const [item, price] = [cells(main), cells(sales)];
			return {
				record: itemOf(id, item, present(price), context),
				arrivedAt: latestArrival([item, price]),
				isDeleted: item?.isDeleted === true,
				deletedAt: item?.arrivedAt,
				hasDeleted: isAnyDeleted([item, price]),
				position: asText(row.t_item),
			};
		},
	};
}

/** Counts items, without a look at the tables first; nothing when Compass can not be asked for just these. */
export function countItems(company: string, query: MasterQuery): string | undefined {
	const counted = { source: `${ITEMS.name} t`, always: inCompany(company), key: 't.item' };
	return countStatement(counted, askedOf(query), query);
}

function inCompany(company: string): string[] {
	return [`t.compnr = ${company}`];
}

/** An item has no status here: whoever asks for one is refused before. */
function askedOf({ groups, status }: MasterQuery): Asked {
	const asked = oneText('TRIM(t.citg)', groups);
	return {
		conditions: groups.length > 0 ? [asked.sql] : [],
		isExact: status.length === 0 && asked.isExact,
		needsJoins: false,
	};
}

/**
 * The key as LN's services have it: nine characters of the project, blanks for none, then the code. Blanks in front may have
 * been lost on the way into the Data Lake; that an item has no project is told by a column of its own.
 */
function keyOf(item: unknown, project: unknown): string {
	const key = asText(item);
	return textOf(project) === null ? standardItemKey(key.trim()) : key;
}

function itemOf(
	key: string,
	item: Cells | undefined,
	sales: Cells | undefined,
	context: LnContext,
): SourceItem {
	const type = item?.number('kitm') ?? null;
	const date = (row: Cells, column: string) => isoOf(row.date(column));
	const record = normaliseItem(
		{
			item: {
				Item: key,
				Description: item?.raw('dsca'),
				ItemType: type === null ? null : (TYPE[type] ?? keywordOf(item) ?? String(type)),
				ItemGroup: item?.raw('citg'),
				InventoryUnit: item?.raw('cuni'),
				CreationDate: item && date(item, 'crdt'),
			},
			changedAt: item?.date('lmdt'),
			...(sales
				? {
						sales: {
							SalesUnit: sales.raw('cuqs'),
							SalesPriceUnit: sales.raw('cups'),
							SalesCurrency: sales.raw('ccur'),
							SalesPrice: sales.number('pris'),
							LastSalesPriceTransactionDate: date(sales, 'ltsp'),
							TaxCode: sales.raw('cvat'),
						},
					}
				: {}),
		},
		{ ...context, includeRaw: false },
	);
	return {
		...record,
		raw: context.includeRaw
			? { [ITEMS.name]: item?.all ?? null, [SALES.name]: sales?.all ?? null }
			: null,
	};
}

/** The last part of e.g. `tckitm.product`, for a type a later release has added. */
function keywordOf(item: Cells | undefined): string | undefined {
	return textOf(item?.raw('kitm_kw'))?.split('.').pop();
}
