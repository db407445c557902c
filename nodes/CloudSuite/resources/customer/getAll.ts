import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CustomerFilter } from '../../products/ln/customerFilter';
import { readCustomers } from '../../products/ln/readCustomers';
import { returnAllFields } from '../../../shared/listFields';
import { listMasters } from '../listMasters';
import { onlyChangedFields } from '../onlyChanged';

const show = { resource: ['customer'], operation: ['getAll'] };

export const getAllDescription: INodeProperties[] = [
	...returnAllFields(show),
	...onlyChangedFields(
		show,
		'Whether to return only customers that are new, changed or not yet accepted by Chargebee. LN business partners carry no modification date, so all are read and compared with the known records.',
	),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: [
					{ name: 'Any', value: 'any' },
					{ name: 'Customer', value: 'customer', description: 'Also those that are supplier too' },
					{ name: 'Supplier', value: 'supplier', description: 'Also those that are customer too' },
				],
				default: 'customer',
				description: 'Customers only, unless this says otherwise',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Inactive', value: 'inactive' },
					{ name: 'Prospect', value: 'prospect' },
				],
				default: [],
				description: 'All, unless this says otherwise',
			},
		],
	},
];

/** Reads customers; with "Only Changed" just those Chargebee does not have yet. */
export async function getAllCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await listMasters(this, 'customers', async ({ session, options, limit, item }) => {
		const filters = this.getNodeParameter('filters', item, {}) as Partial<CustomerFilter>;
		const filter = { status: filters.status ?? [], role: filters.role ?? 'customer' };
		return await readCustomers(session, { ...options, limit, filter });
	});
}
