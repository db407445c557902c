import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { itemPriceReads } from './reads';
import { upsertItemPriceDescription } from './upsert';
import { removeDescription } from '../../operations/remove';
import { itemPriceSpec } from './spec';

export const itemPriceDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['itemPrice'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update an item price',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete an item price',
				description: 'Delete an item price for good; the sync itself never does',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an item price',
				description: 'Read one price by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many item prices',
				description: 'Read a list of prices',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile item prices',
				description:
					'Compare all item prices of CloudSuite and Chargebee, and report what differs or is missing on either side; writes nothing',
			},
		],
		default: 'upsert',
	},
	...upsertItemPriceDescription,
	...getOneDescription(itemPriceReads),
	...getManyDescription(itemPriceReads),
	...removeDescription('itemPrice', itemPriceSpec),
];
