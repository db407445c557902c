import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { invoiceReads } from './reads';

/** Invoices are Chargebee's own: they are read, never written. */
export const invoiceDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['invoice'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get an invoice',
				description: 'Read one invoice by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many invoices',
				description: 'Read a list of invoices',
			},
		],
		default: 'getAll',
	},
	...getOneDescription(invoiceReads),
	...getManyDescription(invoiceReads),
];
