import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { itemFamilyReads } from './reads';
import { upsertItemFamilyDescription } from './upsert';
import { removeDescription } from '../../operations/remove';
import { itemFamilySpec } from './spec';

export const itemFamilyDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['itemFamily'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update an item family',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete an item family',
				description: 'Delete an item family for good; the sync itself never does',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an item family',
				description: 'Read one item family by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many item families',
				description: 'Read a list of item families',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile item families',
				description:
					'Compare all item families of CloudSuite and Chargebee, and report what differs or is missing on either side; writes nothing',
			},
		],
		default: 'upsert',
	},
	...upsertItemFamilyDescription,
	...getOneDescription(itemFamilyReads),
	...getManyDescription(itemFamilyReads),
	...removeDescription('itemFamily', itemFamilySpec),
];
