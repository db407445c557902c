import type { INodeProperties } from 'n8n-workflow';
import { getManyDescription } from '../../reads/getMany';
import { getOneDescription } from '../../reads/getOne';
import { creditNoteReads } from './reads';

/** Credit notes are Chargebee's own: they are read, never written. */
export const creditNoteDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['creditNote'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get a credit note',
				description: 'Read one credit note by its ID',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many credit notes',
				description: 'Read a list of credit notes',
			},
		],
		default: 'getAll',
	},
	...getOneDescription(creditNoteReads),
	...getManyDescription(creditNoteReads),
];
