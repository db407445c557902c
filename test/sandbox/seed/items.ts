import type { LnCompanyData } from '../infor/ln/data';

/** An item of the sample company, whatever product holds it. */
export interface SeedItem {
	/** Item number without padding. */
	id: string;
	/** A project's own item; standard items have none. */
	project: string | null;
	name: string;
	group: string;
	kind: 'Product' | 'Service' | 'Purchased';
	/** Kept since a release that numbered item types otherwise. */
	oldType: boolean;
	unit: string;
	currency: string;
	/** `null` when no sales price was ever entered. */
	price: number | null;
	createdAt: string | null;
	modifiedAt: string | null;
}

const GROUPS: ReadonlyArray<{
	group: string;
	kind: SeedItem['kind'];
	unit: string;
	names: readonly string[];
}> = [
	{
		group: 'BOLTS',
		kind: 'Product',
		unit: 'pcs',
		names: ['Steel bolt M8', 'Steel bolt M10', 'Brass nut M8', 'Washer 8.4'],
	},
	{
		group: 'DRIVES',
		kind: 'Product',
		unit: 'pcs',
		names: ['Servo drive 400 W', 'Servo drive 750 W', 'Encoder cable 5 m'],
	},
	{
		group: 'SENSOR',
		kind: 'Purchased',
		unit: 'pcs',
		names: ['Proximity sensor', 'Light barrier', 'Temperature probe'],
	},
	{
		group: 'SERVICE',
		kind: 'Service',
		unit: 'hour',
		names: ['Commissioning', 'Remote support', 'Yearly maintenance'],
	},
	{
		group: 'LICENSE',
		kind: 'Service',
		unit: 'pcs',
		names: ['Controller software', 'Visualisation software'],
	},
];
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'USD', 'JPY'];
const COUNT = 120;
const FIRST_DAY = Date.parse('2021-01-04T08:00:00Z');
const DAY_MS = 86_400_000;

/** 120 items: descriptions repeat, some have no date, no price, or belong to a project; a few have an item type of an older release. */
export function seedItems(): SeedItem[] {
	return Array.from({ length: COUNT }, (_, position): SeedItem => {
		const { group, kind, unit, names } = GROUPS[position % GROUPS.length] ?? {
			group: '',
			kind: 'Product' as const,
			unit: 'pcs',
			names: [],
		};
		const currency = CURRENCIES[position % CURRENCIES.length] ?? 'EUR';
		const dated = position % 17 !== 16;
		const amount =
			5 + ((position * 37) % 900) + (currency === 'JPY' ? 0 : ((position * 7) % 100) / 100);
		return {
			id: `AX-${String(2000 + position)}`,
			project: position % 40 === 39 ? `PRJ${String(position).padStart(6, '0')}` : null,
			name: names[Math.floor(position / GROUPS.length) % names.length] ?? group,
			group,
			kind,
			oldType: position % 30 === 28,
			unit,
			currency,
			price:
				position % 23 === 22 ? null : currency === 'JPY' ? amount * 100 : Number(amount.toFixed(2)),
			createdAt: dated
				? new Date(FIRST_DAY + position * DAY_MS).toISOString().replace('.000', '')
				: null,
			modifiedAt: dated
				? new Date(FIRST_DAY + (position * 11 + 30) * DAY_MS).toISOString().replace('.000', '')
				: null,
		};
	});
}

/** The project's part of an item key is nine characters long. */
export const PROJECT_LENGTH = 9;

/** Puts one item into LN's tables. */
export function spreadItem(item: SeedItem, position: number, company: LnCompanyData): void {
	const key = `${(item.project ?? '').padEnd(PROJECT_LENGTH)}${item.id}`;
	company.items.push({
		Item: key,
		Description: item.name,
		ItemType: item.oldType ? 'ServiceObsolete' : item.kind,
		ItemGroup: item.group,
		InventoryUnit: item.unit,
		Project: item.project,
		CreationDate: item.createdAt,
		LastModificationDate: item.modifiedAt,
		EANCode: position % 4 === 0 ? `40${String(10_000_000_000 + position)}` : null,
	});
	company.itemsSales.push({
		Item: key,
		SearchKeyI: item.name.slice(0, 16).toUpperCase(),
		SalesUnit: item.unit,
		SalesPriceUnit: item.unit,
		SalesPriceGroup: item.group,
		SalesStatisticsGroup: item.group,
		SalesCurrency: item.currency,
		SalesPrice: item.price ?? 0,
		LastSalesPriceTransactionDate:
			item.price === null ? null : (item.modifiedAt ?? '2021-01-04T08:00:00Z'),
		TaxCode: item.kind === 'Service' ? 'SRV' : 'STD',
	});
}
