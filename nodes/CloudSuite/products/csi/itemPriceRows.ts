import { asText } from '../../../shared/text';
import { textOf } from '../values';
import type { CsiRow } from './answer';
import { dayOf, serverTime, timeOf } from './dates';
import { dayAt, startOfDay } from '../days';
import type { CheckedEntity, Entity } from './entities';
import { PRICE_ALONE } from './entities';
import { both, either, isOneOf, literal, portions } from './filter';
import { readRows } from './pages';
import { byItem } from './prices';
import type { CsiSession } from './session';

/** Rows of prices by item, without blanks around its number. */
export type PricesOf = ReadonlyMap<string, readonly CsiRow[]>;

/** Reads prices for items. */
export class ItemPriceRows {
	constructor(
		private readonly session: CsiSession,
		private readonly entity: Entity,
		/** IANA name: of the server's clock. */
		private readonly zone: string,
	) {}

	/** @throws NodeOperationError when this tenant has not what prices are made of */
	async check(): Promise<CheckedEntity> {
		return await this.session.check(this.entity);
	}

	/** All there are, without their quantity breaks. */
	async all(): Promise<PricesOf> {
		return byItem(await this.read([]));
	}

	/** Those of these items, as CSI wrote their numbers. */
	async of(items: readonly string[]): Promise<PricesOf> {
		const rows: CsiRow[] = [];
		for (const some of portions(items)) rows.push(...(await this.read([isOneOf('Item', some)])));
		return byItem(rows);
	}

	/** Those of all items from one to another, as CSI wrote their numbers and orders them. */
	async between(first: string, last: string): Promise<PricesOf> {
		return byItem(await this.read([`Item >= ${literal(first)}`, `Item <= ${literal(last)}`]));
	}

	/**
	 * Items with a price that was changed since a moment, or came into force since; as CSI writes their numbers. It tells what
	 * changed about an item without its own date moving.
	 */
	async changedItems(since: number, now: number): Promise<string[]> {
		const checked = await this.session.check(this.entity);
		const dates = [
			...(checked.has('RecordDate')
				? [`RecordDate >= ${literal(serverTime(since, this.zone))}`]
				: []),
			...(checked.has('EffectDate')
				? [
						`(${both([
							`EffectDate >= ${literal(dayAt(since, this.zone))}`,
							`EffectDate <= ${literal(dayAt(now, this.zone))}`,
						])})`,
					]
				: []),
		];
		if (dates.length === 0) return [];
		const rows = await this.read([either(dates)]);
		const changed = rows.filter((row) => (this.changedAt(row, now) ?? 0) >= since);
		return [...byItem(changed).values()].map(([row]) => asText(row?.Item));
	}

	/** Milliseconds: when a price was changed, or came into force by now, whichever is later. */
	changedAt({ RecordDate: date, EffectDate: first }: CsiRow, now: number): number | undefined {
		const day = dayOf(first);
		const inForce = day === undefined ? undefined : startOfDay(day, this.zone);
		const changed = timeOf(date, this.zone);
		if (inForce === undefined || inForce > now) return changed;
		return Math.max(inForce, changed ?? inForce);
	}

	private async read(where: readonly string[]): Promise<CsiRow[]> {
		const checked: CheckedEntity = await this.session.check(this.entity);
		const rows: CsiRow[] = [];
		const properties = PRICE_ALONE.filter((name) => checked.has(name));
		for await (const page of readRows(this.session, checked, { where, properties }))
			rows.push(...page.filter((row) => textOf(row.Item) !== null));
		return rows;
	}
}
