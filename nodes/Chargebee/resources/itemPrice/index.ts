import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { itemPriceReads } from './reads';

export const itemPriceDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['itemPrice'] } },
		options: [
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
		],
		default: 'getAll',
	},
	...getOneDescription(itemPriceReads),
	...getManyDescription(itemPriceReads),
];
