import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Filter } from './filter';

export type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** What reading a resource takes to know; the filters and orders are those of Chargebee's list, no more. */
export interface ReadSpec {
	/** The resource of the node, e.g. `itemPrice`. */
	resource: string;
	/** The member Chargebee wraps a record in, e.g. `item_price`. */
	member: string;
	singular: string;
	plural: string;
	/** e.g. `/item_prices` */
	path: string;
	/** An id, for people. */
	placeholder: string;
	filters: readonly Filter[];
	/** What the list can be sorted by; the first is the order when nothing else is asked for. */
	sortable: readonly string[];
	/** Whether the list has `include_deleted`. */
	includeDeleted: boolean;
	simplify: (record: IDataObject) => IDataObject;
}
