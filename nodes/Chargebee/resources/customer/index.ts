import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { billingSummaryDescription } from './billing/description';
import { getDescription } from './get';
import { customerReads } from './reads';
import { upsertCustomerDescription } from './upsert';
import { removeDescription } from '../../operations/remove';
import { customerSpec } from './spec';

export const customerDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['customer'] } },
		options: [
			{
				name: 'Billing Summary by Customer',
				value: 'billingSummary',
				action: 'Summarize billing by customer',
				description:
					'Add up what was invoiced, paid, due and credited per customer, currency and period',
			},
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update a customer',
				description:
					'Create a new customer, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete a customer',
				description: 'Delete a customer for good; the sync itself never does',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a customer',
				description: 'Read a customer by its Chargebee ID, CloudSuite key or email',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many customers',
				description: 'Read a list of customers',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile customers',
				description:
					'Compare all customers of CloudSuite and Chargebee, and report what differs or is missing on either side; writes nothing',
			},
		],
		default: 'upsert',
	},
	...billingSummaryDescription,
	...upsertCustomerDescription,
	...getDescription,
	...getManyDescription(customerReads),
	...removeDescription('customer', customerSpec),
];
