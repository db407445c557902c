import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { returnAllFields, simplifyField } from '../../../shared/listFields';
import { ChargebeeClient } from '../../transport/client';
import type { FormObject } from '../../transport/form';
import { LARGEST_PAGE, listPages } from '../../transport/list';
import { matchForm } from '../../upsert/matchForm';
import { simplifyCustomer } from './simplify';
import { customerSpec } from './spec';

const show = { resource: ['customer'], operation: ['getAll'] };

export const getAllDescription: INodeProperties[] = [
	...returnAllFields(show),
	simplifyField(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{ displayName: 'Company', name: 'company', type: 'string', default: '' },
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. ap@example.com',
				default: '',
			},
			{
				displayName: 'Include Deleted',
				name: 'includeDeleted',
				type: 'boolean',
				default: false,
				description: 'Whether to return deleted customers too',
			},
			{ displayName: 'Updated After', name: 'updatedAfter', type: 'dateTime', default: '' },
		],
	},
];

interface Filters {
	company?: string;
	email?: string;
	includeDeleted?: boolean;
	updatedAfter?: string;
}

/** Reads customers, oldest first (or by change when asked for changes), for each input item. */
export async function getAllCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this);
	const read = async (item: number): Promise<IDataObject[]> => {
		const returnAll = this.getNodeParameter('returnAll', item, false) === true;
		const limit = returnAll
			? Number.POSITIVE_INFINITY
			: Number(this.getNodeParameter('limit', item, 50));
		const filters = this.getNodeParameter('filters', item, {}) as Filters;
		const query = { ...toQuery.call(this, filters, item), limit: Math.min(limit, LARGEST_PAGE) };
		const records: IDataObject[] = [];
		for await (const page of listPages(client, this.getNode(), '/customers', query)) {
			for (const entry of page.entries) {
				const record = entry.customer as IDataObject;
				refuseStranger.call(this, record, filters, item);
				records.push(record);
			}
			if (records.length >= limit) break;
		}
		const simplify = this.getNodeParameter('simplify', item, true) as boolean;
		const wanted = records.slice(0, limit);
		return simplify ? wanted.map(simplifyCustomer) : wanted;
	};
	return [await forEachItem(this, read)];
}

/** Chargebee answers with everybody when it ignores a filter: a list of strangers must not be taken for the result. */
function refuseStranger(
	this: IExecuteFunctions,
	record: IDataObject,
	filters: Filters,
	itemIndex: number,
): void {
	const ignored = (['company', 'email'] as const).find((field) => {
		const asked = matchForm(customerSpec, field, filters[field]);
		return asked !== '' && asked !== matchForm(customerSpec, field, record[field]);
	});
	if (ignored === undefined) return;
	throw new NodeOperationError(
		this.getNode(),
		`Chargebee ignored the filter ${ignored} and answered with other customers`,
		{ itemIndex, description: 'Read all customers and filter them in n8n instead.' },
	);
}

/** An empty filter value is left out: Chargebee refuses it. */
function toQuery(this: IExecuteFunctions, filters: Filters, item: number): FormObject {
	const { company, email, includeDeleted, updatedAfter } = filters;
	const query: FormObject = { 'sort_by[asc]': updatedAfter ? 'updated_at' : 'created_at' };
	if (company) query['company[is]'] = company;
	if (email) query['email[is]'] = email;
	if (includeDeleted) query.include_deleted = true;
	if (updatedAfter) {
		const time = Date.parse(updatedAfter);
		if (Number.isNaN(time)) {
			throw new NodeOperationError(
				this.getNode(),
				`"Updated After" is not a date: ${updatedAfter}`,
				{
					itemIndex: item,
				},
			);
		}
		query['updated_at[after]'] = Math.floor(time / 1000);
	}
	return query;
}
