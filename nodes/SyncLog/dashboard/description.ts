import type { INodeProperties } from 'n8n-workflow';
import { apiUseField, flowsField, jsonField, nowField } from '../fields';

const show = { resource: ['dashboard'], operation: ['render'] };
const displayOptions = { show };

export const dashboardDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['dashboard'] } },
		options: [
			{
				name: 'Render',
				value: 'render',
				action: 'Render the dashboard',
				description: 'Make a web page of the state of the sync, to answer a webhook with',
			},
		],
		default: 'render',
	},
	{ ...jsonField('checkpoints', 'Checkpoints', 'Rows of the checkpoints table'), displayOptions },
	{ ...jsonField('ledger', 'Ledger', 'Rows of the ledger table'), displayOptions },
	{
		...jsonField(
			'audit',
			'Recent Audit Rows',
			'Rows of the last 14 days; the chart is made of them',
		),
		displayOptions,
	},
	{
		...jsonField('alertState', 'Alert State', 'newState of the last evaluation of alerts', {
			default: '{}',
		}),
		displayOptions,
	},
	flowsField(show, [
		{
			displayName: 'Record Type',
			name: 'recordType',
			type: 'options',
			options: [
				{ name: 'By the Name of the Flow', value: '' },
				{ name: 'Customer', value: 'customer' },
				{ name: 'Other', value: 'other' },
			],
			default: '',
			description: 'What the flow writes; customers get a link to their page in Chargebee',
		},
	]),
	{
		displayName: 'Filter',
		name: 'filter',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.query.record }}',
		description: 'Shows only records with this in their key, Chargebee ID, flow or reason',
		displayOptions,
	},
	{
		displayName: 'Token',
		name: 'csrfToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Sent back with every button as "token". The workflow that is called compares it, so that no other page can press the buttons.',
		displayOptions,
	},
	{
		displayName: 'Links',
		name: 'links',
		type: 'collection',
		placeholder: 'Add Link',
		default: {},
		displayOptions,
		options: [
			{
				displayName: 'Action Path',
				name: 'actionPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. /webhook/cloudsuite-replay',
				description: 'Where the buttons send to; without it there are none',
			},
			{
				displayName: 'Chargebee Site',
				name: 'chargebeeSite',
				type: 'string',
				default: '',
				placeholder: 'e.g. acme-test',
				description: 'The first part of its address; without it there are no links to Chargebee',
			},
			{
				displayName: 'Dashboard Path',
				name: 'dashboardPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. /webhook/cloudsuite-dashboard',
				description: 'Where the page itself is, for the search; the same address when empty',
			},
			{
				displayName: 'N8n URL',
				name: 'n8nUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com',
				description: 'For a link to n8n',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions,
		options: [
			apiUseField,
			jsonField(
				'comparisons',
				'Comparisons',
				'What the last comparisons of both sides found: rows with flow, at, compared, counts and findings, as the workflows that compare remember them',
			),
			nowField,
			{
				displayName: 'Timezone',
				name: 'timezone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description: "Of the times on the page; the workflow's own when empty",
			},
		],
	},
];
