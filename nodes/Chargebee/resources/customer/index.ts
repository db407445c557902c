import type { INodeProperties } from 'n8n-workflow';
import { getDescription } from './get';
import { getAllDescription } from './getAll';
import { upsertCustomerDescription } from './upsert';

export const customerDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['customer'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update a customer',
				description:
					'Create a new customer, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a customer',
				description: 'Read one customer by its Chargebee ID or CloudSuite key',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many customers',
				description: 'Read a list of customers',
			},
		],
		default: 'upsert',
	},
	...upsertCustomerDescription,
	...getDescription,
	...getAllDescription,
];
