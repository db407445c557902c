import type { INodeProperties } from 'n8n-workflow';
import { getAllDescription } from './getAll';
import { upsertContactDescription } from './upsert';

export const contactDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contact'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update a contact',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many contacts',
				description: 'Read the contacts of a customer',
			},
		],
		default: 'upsert',
	},
	...upsertContactDescription,
	...getAllDescription,
];
