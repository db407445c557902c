import type { INodeProperties } from 'n8n-workflow';
import { getDescription } from './get';
import { getAllDescription } from './getAll';
import { companyField } from '../ln/companyField';

export const customerDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['customer'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a customer',
				description: 'Read one customer by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many customers',
				description: 'Read a list of customers, or only those that changed',
			},
		],
		default: 'getAll',
	},
	companyField('customer'),
	...getDescription,
	...getAllDescription,
];
