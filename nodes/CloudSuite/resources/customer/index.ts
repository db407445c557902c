import type { INodeProperties } from 'n8n-workflow';
import { getDescription } from './get';
import { getAllDescription } from './getAll';
import { lnOptions } from './lnOptions';

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
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1300',
		description:
			'Number of the LN company; part of every key, because the same code can be another customer elsewhere',
		displayOptions: { show: { product: ['ln'], resource: ['customer'] } },
	},
	...getDescription,
	...getAllDescription,
	lnOptions,
];
