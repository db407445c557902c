import type { INodeProperties } from 'n8n-workflow';
import { getAllDescription } from './getAll';

export const contactDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contact'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many contacts',
				description: 'Read the contacts of a customer',
			},
		],
		default: 'getAll',
	},
	...getAllDescription,
];
