import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { transactionReads } from './reads';

/** Transactions are Chargebee's own: they are read, never written. */
export const transactionDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['transaction'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a transaction',
				description: 'Read one payment, refund or authorization by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many transactions',
				description: 'Read a list of payments, refunds and authorizations',
			},
		],
		default: 'getAll',
	},
	...getOneDescription(transactionReads),
	...getManyDescription(transactionReads),
];
