import type { INodeProperties } from 'n8n-workflow';
import { businessEntityOption, suppressOption } from '../../transport/settings';

const resource = { resource: ['api'] };
const show = { ...resource, operation: ['request'] };

export const apiDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: resource },
		options: [
			{
				name: 'Send',
				value: 'request',
				action: 'Send an API request',
				description: "Call any operation of Chargebee's API",
			},
		],
		default: 'request',
	},
	{
		displayName:
			'For what this node has no operation for, at the same pace and with the same retries. Nothing is matched or compared: a POST does what it says.',
		name: 'apiNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
		],
		default: 'GET',
		displayOptions: { show },
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /subscriptions',
		description: 'Without host and /api/v2',
		displayOptions: { show },
	},
	{
		displayName: 'Return All Pages',
		name: 'returnAllPages',
		type: 'boolean',
		default: false,
		description: 'Whether to read a list to its end and return its entries one by one',
		displayOptions: { show: { ...show, method: ['GET'] } },
	},
	{
		displayName: 'Specify Parameters',
		name: 'specifyParameters',
		type: 'options',
		options: [
			{ name: 'As JSON', value: 'json', description: 'Nested objects become bracketed names' },
			{ name: 'By Name and Value', value: 'pairs' },
		],
		default: 'pairs',
		description: 'The query of a GET, the form of a POST',
		displayOptions: { show },
	},
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Parameter',
		default: {},
		displayOptions: { show: { ...show, specifyParameters: ['pairs'] } },
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. billing_address[city] or status[is]',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'An empty value clears the field in a POST',
					},
				],
			},
		],
	},
	{
		displayName: 'Parameters',
		name: 'parametersJson',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "billing_address": { "city": "Oslo" } }',
		displayOptions: { show: { ...show, specifyParameters: ['json'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			businessEntityOption,
			{
				displayName: 'Idempotency Key',
				name: 'idempotencyKey',
				type: 'string',
				default: '',
				description:
					'Of a POST, at most 100 characters: Chargebee does what has the same key only once within 30 minutes. Empty makes one of the execution and the request, so that "Retry on Fail" is safe.',
			},
			suppressOption,
		],
	},
];
