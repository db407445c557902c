import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../ln/companyField';
import { getItemDescription } from './get';
import { getAllItemsDescription } from './getAll';

export const itemDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['item'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get an item',
				description: 'Read one item by its code',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many items',
				description: 'Read a list of items with their sales data, or only those that changed',
			},
		],
		default: 'getAll',
	},
	companyField('item'),
	...getItemDescription,
	...getAllItemsDescription,
];
