import type { INodeProperties } from 'n8n-workflow';
import { fromField, jsonField, nowField } from '../fields';

const showOf = (...operation: string[]) => ({ show: { resource: ['audit'], operation } });

export const auditDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['audit'] } },
		options: [
			{
				name: 'Chain',
				value: 'chain',
				action: 'Chain audit rows',
				description: 'Give new rows their hashes, before they are written to the table',
			},
			{
				name: 'Export',
				value: 'export',
				action: 'Export audit rows',
				description: 'Make a CSV or JSON file of rows, personal data masked, with a manifest',
			},
			{
				name: 'Plan Retention',
				value: 'retention',
				action: 'Plan the retention of audit rows',
				description: 'Say which rows are old enough to be deleted, and how to verify without them',
			},
			{
				name: 'Verify',
				value: 'verify',
				action: 'Verify audit rows',
				description:
					'Find out whether rows were altered, put in or deleted since they were written',
			},
		],
		default: 'chain',
	},
	{
		displayName: 'Previous Hash',
		name: 'previousHash',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $("Read checkpoint").first().json.audit_head }}',
		description:
			"The hash of the flow's last audit row, from audit_head of its checkpoint. Empty for the first row of all. Evaluated for the first row of each flow.",
		displayOptions: showOf('chain'),
	},
	{
		...jsonField(
			'heads',
			'Heads',
			'Rows of the checkpoints table. Without them, rows deleted at the end of a chain are not noticed.',
		),
		displayOptions: showOf('verify'),
	},
	{ ...fromField, displayOptions: showOf('retention', 'verify') },
	{
		displayName: 'Months to Keep',
		name: 'months',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1200 },
		default: 13,
		description: 'Rows older than this are due. Thirteen months cover a year and its closing.',
		displayOptions: showOf('retention'),
	},
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'CSV', value: 'csv', description: 'For a spreadsheet' },
			{ name: 'JSON', value: 'json', description: 'With the manifest inside, for programs' },
		],
		default: 'csv',
		displayOptions: showOf('export'),
	},
	{
		displayName: 'Mask Personal Data',
		name: 'maskPersonalData',
		type: 'boolean',
		default: true,
		description:
			'Whether to mask e-mail addresses, names, phones, addresses and VAT numbers in changes and reasons. Masked rows can not be verified.',
		displayOptions: showOf('export'),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: showOf('retention'),
		options: [nowField],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: showOf('export'),
		options: [
			nowField,
			{
				displayName: 'Period End',
				name: 'periodEnd',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-02-01',
				description: 'Only rows before this moment; all that come in when empty',
			},
			{
				displayName: 'Period Start',
				name: 'periodStart',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-01-01',
				description: 'Only rows from this moment on; all that come in when empty',
			},
		],
	},
];
