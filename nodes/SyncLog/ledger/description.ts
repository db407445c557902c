import type { INodeProperties } from 'n8n-workflow';
import { nowField } from '../fields';

const show = { resource: ['ledger'], operation: ['select'] };
const showFor = (...which: string[]) => ({ show: { ...show, which } });

export const ledgerDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['ledger'] } },
		options: [
			{
				name: 'Find Key Prefixes',
				value: 'prefixes',
				action: 'Find the prefixes of keys',
				description:
					'Get the few beginnings that many keys share, to read their ledger rows with few queries',
			},
			{
				name: 'Select for Replay',
				value: 'select',
				action: 'Select ledger rows for replay',
				description: 'Choose which records to send again, and which to give up for now',
			},
		],
		default: 'select',
	},
	{
		displayName: 'Of Keys',
		name: 'ofKeys',
		type: 'string',
		default: '',
		placeholder: 'e.g. ln:ACME_TST:1300:C000123, ln:ACME_TST:1300:C000124',
		description: 'CloudSuite keys with commas between, or a list that an expression gives',
		displayOptions: { show: { resource: ['ledger'], operation: ['prefixes'] } },
	},
	{
		displayName: 'At Most',
		name: 'atMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 12,
		description:
			'How many prefixes there may be. More of them find fewer rows of other keys, and take more queries.',
		displayOptions: { show: { resource: ['ledger'], operation: ['prefixes'] } },
	},
	{
		displayName: 'Which',
		name: 'which',
		type: 'options',
		options: [
			{
				name: 'All That Failed',
				value: 'failed',
				description: 'Every record that was not accepted and is not parked',
			},
			{
				name: 'By Key',
				value: 'keys',
				description: 'The records named, at once and whatever their outcome',
			},
			{ name: 'By Outcome', value: 'outcomes', description: 'Records of some outcomes' },
			{
				name: 'Parked Ones',
				value: 'parked',
				description: 'Records that were given up, at once and with new tries',
			},
			{
				name: 'Range of Keys',
				value: 'range',
				description: 'From one key to another, at once and whatever their outcome',
			},
		],
		default: 'failed',
		displayOptions: { show },
	},
	{
		displayName: 'Outcomes',
		name: 'outcomes',
		type: 'multiOptions',
		options: [
			{ name: 'Conflict', value: 'conflict' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Invalid', value: 'invalid' },
			{ name: 'Rejected', value: 'rejected' },
			{ name: 'Skipped', value: 'skipped' },
		],
		default: ['failed'],
		displayOptions: showFor('outcomes'),
	},
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		default: '',
		placeholder: 'e.g. ln:ACME_TST:1300:C000123, ln:ACME_TST:1300:C000124',
		description: 'CloudSuite keys with commas between, or a list that an expression gives',
		displayOptions: showFor('keys'),
	},
	{
		displayName: 'From Key',
		name: 'fromKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. ln:ACME_TST:1300:C000100',
		description: 'The first key, itself included; compared as text',
		displayOptions: showFor('range'),
	},
	{
		displayName: 'To Key',
		name: 'toKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. ln:ACME_TST:1300:C000199',
		description: 'The last key, itself included; compared as text',
		displayOptions: showFor('range'),
	},
	{
		displayName: 'Max Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 8,
		description: 'Records that were sent so often leave by the output Park',
		displayOptions: showFor('failed', 'outcomes'),
	},
	{
		displayName: 'Wait in Minutes',
		name: 'backoffMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 15,
		description:
			'After the first attempt; doubled after each further one, a day at most. 0 for no waiting.',
		displayOptions: showFor('failed', 'outcomes'),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [nowField],
	},
];
