import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { itemReads } from './reads';
import { upsertItemDescription } from './upsert';
import { removeDescription } from '../../operations/remove';
import { itemSpec } from './spec';

export const itemDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['item'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update an item',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete an item',
				description: 'Delete an item for good; the sync itself never does',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an item',
				description: 'Read one plan, addon or charge by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many items',
				description: 'Read a list of plans, addons and charges',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile items',
				description:
					'Compare all items of CloudSuite and Chargebee, and report what differs or is missing on either side; writes nothing',
			},
		],
		default: 'upsert',
	},
	...upsertItemDescription,
	...getOneDescription(itemReads),
	...getManyDescription(itemReads),
	...removeDescription('item', itemSpec),
];
