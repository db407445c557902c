import type { SourceItem } from '../../../shared/source/sourceItem';
import { asText, someOf } from '../../../shared/text';
import { say } from '../../errors/say';
import { dayAt } from '../days';
import type { MasterQuery } from '../product';
import { textOf } from '../values';
import type { CsiRow } from './answer';
import type { CheckedEntity, Entity } from './entities';
import { either, isOneOf, portions } from './filter';
import type { ItemPriceRows, PricesOf } from './itemPriceRows';
import type { NormaliseContext } from './normalise';
import { normaliseItem } from './normalise';
import type { RowsQuery } from './pages';
import { keyOf, readRows } from './pages';
import type { CurrentPrice } from './prices';
import { currentPrice } from './prices';
import { isSince, rowsOfIds, sinceCondition } from './rows';
import type { CsiSession } from './session';

/** For so many portions of items prices are asked for by item; all prices are hardly more pages. */
const MOST_QUESTIONS = 3;

export interface ItemContext extends NormaliseContext {
	/** Milliseconds: which prices are in force. */
	now: number;
	priceCurrency: string;
	/** Nothing where prices are not to be read. */
	prices: ItemPriceRows | undefined;
}

/** Items of one configuration, with what their changes need. */
export class ItemRows {
	private readonly several: string[] = [];

	constructor(
		readonly session: CsiSession,
		private readonly entity: Entity,
		readonly context: ItemContext,
	) {}

	async check(): Promise<CheckedEntity> {
		return await this.session.check(this.entity);
	}

	/** Rows that changed since, or are one of the items named beside that. */
	async *rows(
		query: Pick<MasterQuery, 'ids' | 'groups' | 'modifiedSince'>,
		how: (checked: CheckedEntity) => Omit<RowsQuery, 'where'> & { orItems?: readonly string[] },
	): AsyncGenerator<CsiRow[]> {
		const checked = await this.check();
		const { ids, groups, modifiedSince: since } = query;
		const { orItems = [], ...rows } = how(checked);
		const changed = sinceCondition(checked, since, this.context.zone);
		const named = orItems.length > 0 ? [isOneOf(checked.key, orItems)] : [];
		const asked = {
			...rows,
			where: [
				...(changed.length > 0 ? [either([...changed, ...named])] : []),
				...(groups.length > 0 ? [isOneOf('ProductCode', groups)] : []),
			],
		};
		const others = new Set(orItems);
		const pages =
			ids.length > 0
				? rowsOfIds(this.session, checked, ids, asked)
				: readRows(this.session, checked, asked);
		for await (const page of pages)
			yield page.filter(
				(row) => isSince(row, since, this.context.zone) || others.has(keyOf(row, checked)),
			);
	}

	/** Items by their numbers, as CSI writes them: a portion that fits into one filter. */
	async named(
		items: readonly string[],
		{ groups }: Pick<MasterQuery, 'groups'>,
	): Promise<CsiRow[]> {
		const checked = await this.check();
		const where = [
			isOneOf(checked.key, items),
			...(groups.length > 0 ? [isOneOf('ProductCode', groups)] : []),
		];
		const found: CsiRow[] = [];
		for await (const page of readRows(this.session, checked, { where })) found.push(...page);
		return found;
	}

	/**
	 * Prices for the pages of one reading: all at once; those of the items of a page, or all of them if these are many; or
	 * those between the first and the last of a page, which must follow each other.
	 */
	pricesFor(how: 'all' | 'ofItems' | 'between'): (page: readonly CsiRow[]) => Promise<PricesOf> {
		const { prices } = this.context;
		let all: PricesOf | undefined;
		return async (page) => {
			const items = page.map((row) => asText(row.Item));
			if (!prices || items.length === 0) return new Map();
			if (how === 'between') return await prices.between(items[0] ?? '', items.at(-1) ?? '');
			const areMany = how === 'all' || portions(items).length > MOST_QUESTIONS;
			if (!all && areMany) all = await prices.all();
			return all ?? (await prices.of(items));
		};
	}

	/** The price of an item that is in force. */
	priceOf(row: CsiRow, prices: PricesOf): CurrentPrice | undefined {
		const { now, zone, priceCurrency } = this.context;
		const id = textOf(row.Item) ?? '';
		const price = currentPrice(prices.get(id) ?? [], dayAt(now, zone), priceCurrency);
		if (price?.isOneOfSeveral === true && priceCurrency === '') this.several.push(id);
		return price;
	}

	told(row: CsiRow, price: CurrentPrice | undefined): SourceItem {
		return normaliseItem(row, price, this.context);
	}

	/** Once a list is read: items whose price is one of several. */
	tellAboutCurrencies(): void {
		const ids = [...new Set(this.several.splice(0))];
		if (ids.length === 0) return;
		const shown = someOf(ids, 5);
		this.session.hint(say('csi_price_currencies', { count: ids.length, ids: shown }).reason);
	}
}
