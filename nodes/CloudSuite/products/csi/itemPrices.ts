import type { SourceItem } from '../../../shared/source/sourceItem';
import type { SourceItemPrice } from '../../../shared/source/sourceItemPrice';
import { withPriceHash } from '../../../shared/source/sourceItemPrice';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { countByListing } from '../countByListing';
import { firstRecords } from '../matching';
import type { ListReader, MasterQuery, MasterReader } from '../product';
import { isoOf, numberOf, textOf } from '../values';
import { wantedItems } from '../wantedItems';
import type { CsiRow } from './answer';
import { dayOf, isoDay, timeOf } from './dates';
import type { CheckedEntity, Entity } from './entities';
import { isOneOf, portions } from './filter';
import type { NormaliseContext } from './normalise';
import { identityOf } from './normalise';
import { readRows } from './pages';
import { decimalOf } from './prices';
import { comparable, isSince, sinceCondition } from './rows';
import type { CsiSession } from './session';

/**
 * All prices of items: by currency and first day, those of the past and of days to come, too; of each its quantity breaks. A
 * price for which another code than the first is agreed on with a customer (UnitPrice2 and so on) is not among them.
 * @param itemsAlone reads items without their prices, for filters that are about items
 */
export function itemPriceReader(
	session: CsiSession,
	entity: Entity,
	itemsAlone: MasterReader<SourceItem>,
	context: NormaliseContext & { readBreaks: boolean },
): ListReader<SourceItemPrice> {
	const list: ListReader<SourceItemPrice>['list'] = async (query) => {
		const checked = await session.check(entity);
		if (query.modifiedSince !== undefined && !checked.has('RecordDate'))
			throw session.fail(say('csi_price_no_date'));
		const records = await firstRecords(pricesOf(checked, query), query.limit);
		return {
			records,
			undated: records.filter(({ modifiedAt }) => modifiedAt === null).length,
		};
	};
	return {
		list,
		count: (query) => countByListing(list, query),
	};

	async function* pricesOf(
		checked: CheckedEntity,
		{ modifiedSince, ...query }: MasterQuery,
	): AsyncGenerator<SourceItemPrice[]> {
		const wanted = await wantedItems(itemsAlone, query);
		if (wanted?.size === 0) return;
		const since = sinceCondition(checked, modifiedSince, context.zone);
		// all of them, and what is wanted of them sorted out here, where one filter does not hold the items
		const [some, ...others] = portions([...(wanted ?? [])]);
		const named = some && others.length === 0 ? [isOneOf('Item', some)] : [];
		const items = wanted && new Set([...wanted].map(comparable));
		for await (const page of readRows(session, checked, { where: [...since, ...named] }))
			yield page
				.filter((row) => items?.has(comparable(asText(row.Item))) ?? true)
				.filter((row) => isSince(row, modifiedSince, context.zone))
				.flatMap((row) => toldOf(row));
	}

	function toldOf(row: CsiRow): SourceItemPrice[] {
		const price = told(row, row.UnitPrice1, null);
		const breaks = [1, 2, 3, 4, 5].map((at) => {
			const from = decimalOf(row[`BrkQty_${at}`]);
			// an empty break is one from 0 on
			return (numberOf(from) ?? 0) > 0 ? told(row, row[`BrkPrice_${at}`], from) : undefined;
		});
		return [price, ...(context.readBreaks ? breaks : [])].filter((one) => one !== undefined);
	}

	function told(row: CsiRow, value: unknown, from: string | null): SourceItemPrice | undefined {
		const { zone, codes, includeRaw } = context;
		const price = decimalOf(value);
		const itemId = textOf(row.Item);
		if (price === null || itemId === null) return undefined;
		const currency = textOf(row.CurrCode);
		const id = [itemId, currency, dayOf(row.EffectDate), from].filter((part) => part !== null);
		return withPriceHash(
			{
				...identityOf(id.filter((part) => part !== undefined).join('/'), context),
				itemKey: identityOf(itemId, context).key,
				itemId,
				itemName: null,
				currency: codes.iso('currency', currency),
				price,
				// the item's own, which is not in the row
				priceUnit: null,
				priceList: null,
				fromQuantity: from,
				effectiveFrom: isoDay(row.EffectDate, zone),
				effectiveTo: null,
				modifiedAt: isoOf(timeOf(row.RecordDate, zone)),
			},
			includeRaw ? { price: row } : null,
		);
	}
}
