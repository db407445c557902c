import { contactReader } from '../derived/contacts';
import { priceReader } from '../derived/itemPrices';
import type { Hashed } from '../changes';
import type { ListReader, ProductSession } from '../products/product';

export type KindId = 'customer' | 'contact' | 'item' | 'itemPrice';

/** What records of a kind have in common, for node and trigger. */
export interface Hashable extends Hashed {
	id: string;
	/** ISO 8601, `null` for none; contacts have no such field. */
	modifiedAt?: string | null;
}

/** One kind of record, with the words for it and how a session reads it. */
export interface Kind {
	id: KindId;
	one: string;
	many: string;
	reader(session: ProductSession): ListReader<Hashable>;
	/** By the id a person would name: for contacts the customer's, for prices the item's. */
	get(session: ProductSession, id: string): Promise<Hashable[]>;
	/** Whether an id names one record, so that several are an ambiguity. */
	unique: boolean;
}

export const KINDS: Record<KindId, Kind> = {
	customer: {
		id: 'customer',
		one: 'customer',
		many: 'customers',
		reader: ({ customers }) => customers,
		get: ({ customers }, id) => customers.get(id),
		unique: true,
	},
	contact: {
		id: 'contact',
		one: 'customer',
		many: 'contacts',
		reader: contactReader,
		get: (session, id) => allOf(contactReader(session), id),
		unique: false,
	},
	item: {
		id: 'item',
		one: 'item',
		many: 'items',
		reader: ({ items }) => items,
		get: ({ items }, id) => items.get(id),
		unique: true,
	},
	itemPrice: {
		id: 'itemPrice',
		one: 'item',
		many: 'item prices',
		reader: priceReader,
		get: (session, id) => allOf(priceReader(session), id),
		unique: false,
	},
};

/** A query without any condition. */
export const EVERYTHING = {
	status: [],
	ids: [],
	groups: [],
	role: 'any',
	limit: Number.POSITIVE_INFINITY,
} as const;

/** All parts of one customer or item. */
async function allOf(reader: ListReader<Hashable>, id: string): Promise<Hashable[]> {
	return (await reader.list({ ...EVERYTHING, ids: [id] })).records;
}
