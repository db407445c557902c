import type { INodeProperties } from 'n8n-workflow';
import { apiUseField, flowsField, jsonField, nowField } from '../fields';

const show = { resource: ['alert'], operation: ['evaluate'] };
const displayOptions = { show };

const threshold = (
	name: string,
	displayName: string,
	fallback: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: fallback,
	description,
});

export const alertDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['alert'] } },
		options: [
			{
				name: 'Evaluate',
				value: 'evaluate',
				action: 'Evaluate alerts',
				description: 'Say what is wrong since the last evaluation, and what is well again',
			},
		],
		default: 'evaluate',
	},
	{
		...jsonField('checkpoints', 'Checkpoints', 'Rows of the checkpoints table'),
		displayOptions,
	},
	{
		...jsonField(
			'audit',
			'Recent Audit Rows',
			'Rows of the last runs; they tell when a key or log-in is refused',
		),
		displayOptions,
	},
	{
		...jsonField(
			'ledgerCounts',
			'Ledger Counts',
			'Rows with flow, parked and failing (numbers). Empty when unknown: then nothing changes about parked records.',
			{ default: '' },
		),
		displayOptions,
	},
	flowsField(show),
	{
		...jsonField(
			'previousState',
			'Previous State',
			'newState of the last evaluation; without it, what is wrong is raised once more',
			{ default: '{}' },
		),
		displayOptions,
	},
	{
		displayName: 'Thresholds',
		name: 'thresholds',
		type: 'collection',
		placeholder: 'Add Threshold',
		default: {},
		displayOptions,
		options: [
			threshold('apiUsePercent', 'API Limit Used (%)', 90, 'Raised above this share of the limit'),
			threshold(
				'deviationPercent',
				'Count Deviation (%)',
				0,
				'Raised when the counts of a reconcile differ by more than this',
			),
			threshold(
				'errorSharePercent',
				'Error Share (%)',
				20,
				'Raised when a larger share of the last run was not accepted',
			),
			threshold(
				'hold',
				'Evaluations in a Row',
				1,
				'So many evaluations must agree before an alert is raised or has recovered',
			),
			threshold(
				'minRecords',
				'Least Records',
				20,
				'Runs with fewer records raise no alert about their error share',
			),
			threshold('parkedRecords', 'Parked Records', 1, 'Raised at this number of parked records'),
			threshold(
				'shrinkPercent',
				'Source Shrunk (%)',
				20,
				'Raised when CloudSuite shows fewer records than before by more than this share',
			),
			threshold('tableUsePercent', 'Table Size (%)', 80, 'Raised above this share of the space'),
		],
	},
	{
		displayName: 'More Facts',
		name: 'facts',
		type: 'collection',
		placeholder: 'Add Fact',
		default: {},
		displayOptions,
		options: [
			{
				displayName: 'Accepted Sizes',
				name: 'acceptedSizes',
				type: 'string',
				default: '',
				placeholder: 'e.g. sync-customers',
				description:
					'Flows, with commas between, whose source is as small as it shall be: their present count is the new measure',
			},
			apiUseField,
			nowField,
			jsonField(
				'reconcile',
				'Reconcile',
				'Rows of the last reconcile with flow, source and chargebee (numbers) and at',
			),
			jsonField(
				'runErrors',
				'Run Errors',
				'Errors of executions, e.g. of an error workflow, as rows with flow, message and at',
			),
			jsonField(
				'sourceCounts',
				'Source Counts',
				'Records CloudSuite has at present, as {"sync-customers": 300}',
				{ default: '{}' },
			),
			jsonField(
				'tables',
				'Tables',
				'To estimate Table Use: the newest rows of each table with their numbers in id, and what it took when all of it was read, as [{"rows": [], "bytes": 1, "lastId": 2}]',
			),
			jsonField(
				'tableUse',
				'Table Use',
				'Bytes of all Data Tables as {"used": 1, "limit": 2}; without a limit, 200 MB',
				{ default: '{}' },
			),
		],
	},
];
