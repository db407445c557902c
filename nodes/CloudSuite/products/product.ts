import type { IDataObject, INode, INodeListSearchItems } from 'n8n-workflow';
import type { SourceCustomer } from '../../shared/source/sourceCustomer';
import type { SourceItem } from '../../shared/source/sourceItem';
import type { SourceItemPrice } from '../../shared/source/sourceItemPrice';
import type { InforClient } from '../transport/client';

/** The first part of every source key. */
export type ProductId = 'ln' | 'm3' | 'fsm' | 'csi' | 'dataFabric';

/**
 * One CloudSuite product as the nodes use it. It knows its addresses, paging, dates and how its rows become records;
 * everything else is the same for all products.
 */
export interface Product {
	id: ProductId;
	/** As Infor writes it, e.g. `LN`. */
	name: string;
	/** Reads and checks the settings of one input item. @throws NodeOperationError naming what is wrong */
	prepare(world: World): Prepared;
}

/** Where settings come from: an execution's item, a poll, or a form that is being filled in. */
export interface World {
	node: INode;
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** Milliseconds: the start of the run. */
	now: number;
	/** A node parameter; of a resource locator its value. */
	parameter(name: string, fallback: unknown): unknown;
	/** The input item, for errors. */
	item?: number;
}

/** Checked settings. */
export interface Prepared {
	/** Equal for settings that can share a session. */
	identity: string;
	/** One session per company named in the settings, in their order. */
	open(client: InforClient): ProductSession[];
	/** Companies to pick from, or what this product has in their place. */
	companies(client: InforClient): Promise<INodeListSearchItems[]>;
	/** Further things to pick from the tenant, where the product knows which there are. */
	lists?: Partial<Record<ListName, (client: InforClient, typed: string) => Promise<Choices>>>;
	/** For requests of the user's own. */
	request: {
		/** Behind the tenant, without slashes around it, e.g. `LN/lnapi/odata`. */
		path: string;
		headers: Record<string, string>;
	};
}

/** Classes and entity sets as options name them, columns with a date of change, and paths for requests of the user's own. */
export type ListName = 'classes' | 'entitySets' | 'dateColumns' | 'paths';

export type Choices = INodeListSearchItems[];

/** Reads the masters of one company. */
export interface ProductSession {
	/** As it stands in keys. */
	company: string;
	/** Things the user should know, e.g. a service that is not activated. */
	readonly hints: string[];
	customers: MasterReader<SourceCustomer>;
	items: MasterReader<SourceItem>;
	/** Prices, where the product keeps more than the one an item has. */
	itemPrices?: ListReader<SourceItemPrice>;
}

/** What a customer may be beyond the name: who buys, who is invoiced, who pays. */
export type CustomerRole = 'soldTo' | 'invoiceTo' | 'payBy';

export interface MasterQuery {
	/** Milliseconds: only records changed at or after this moment; those without a date are left out. */
	modifiedSince?: number;
	/** `active`, `inactive`, `prospect`, `doubtful`; empty: all. */
	status: readonly string[];
	/** As people write them; empty: all. */
	ids: readonly string[];
	/** Item groups as the product has them; empty: all. */
	groups: readonly string[];
	/** Only where business partners are customers and suppliers alike, and have roles of their own. */
	role: 'customer' | 'supplier' | 'any' | CustomerRole;
	/** Most records to return; `Infinity` for all. */
	limit: number;
}

export interface Listed<T> {
	records: T[];
	/** How many of them have no date of change, where the product has such dates: no filter by change ever finds them. */
	undated: number;
}

export interface ListReader<T> {
	list(query: MasterQuery): Promise<Listed<T>>;
	/** How many records `list` would return without a limit, in as few calls as the product allows. */
	count(query: MasterQuery): Promise<number>;
	/**
	 * A part of what `list` would return without a limit, in a lasting order: about `query.limit` records. Where a product
	 * can't read from the middle, it is cut out of the whole list.
	 * @param after the `next` of the slice before
	 */
	slice?(query: MasterQuery, after: string | undefined): Promise<Slice<T>>;
}

export interface Slice<T> {
	records: T[];
	/** What the next slice is asked for behind; `null` when this is the last. */
	next: string | null;
}

export interface MasterReader<T> extends ListReader<T> {
	/** What a person means by an id: usually one record, none, or several that differ in blanks alone. */
	get(id: string): Promise<T[]>;
	/** How this product tells what changed; where that depends on the tenant, it is asked first. */
	changes: Changes<T> | (() => Promise<Changes<T>>);
}

/** `scan`: there is no date of change, so all is read and compared. */
export type Changes<T> = 'scan' | ChangeFeed<T>;

/** Changes of a product whose records carry a date of change. */
export interface ChangeFeed<T> {
	/** Milliseconds by which a date may be inexact or a change may turn up late: that much is read again each time. */
	overlap: number;
	/**
	 * What changed at or after `query.modifiedSince`, page by page, in a lasting order of keys; everything when that is
	 * absent, records without a date included. In the order of keys, a record that changes meanwhile keeps its place.
	 * @param after the `position` of a change: go on behind it. Only if the feed `resumes`.
	 */
	read(query: MasterQuery, after?: string): AsyncIterable<ChangePage>;
	/** Whether reading can go on where an earlier poll stopped. If not, it begins at the front again, at the price of calls. */
	resumes: boolean;
	/** The full records of changes; one that is gone by now is left out. */
	complete(changes: readonly Change[]): Promise<T[]>;
}

/** Changes, or how far reading got where a page had none of those asked for: many such pages must not be read again. */
export type ChangePage = readonly Change[] | { passed: string };

/** A record that changed, as far as its own row tells. */
export interface Change {
	/** The source key. */
	key: string;
	/** Milliseconds; `undefined` for a record without a date. */
	modifiedAt: number | undefined;
	/** Changes with every change of the row, also with two in one second: a hash of its columns. */
	version: string;
	/** What the product needs to complete it. */
	row: IDataObject;
	/** Where it stands in the order of keys, e.g. the key in wire form; needed if the feed `resumes`. */
	position?: string;
}
