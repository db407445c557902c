import type { INodeProperties } from 'n8n-workflow';
import type { UpsertWords } from '../upsert/description';
import { inOrder, planningOptions } from '../upsert/options';

/** What "Reconcile" asks for beside key and mapping, which it shares with "Create or Update". */
export function reconcileFields(words: UpsertWords): INodeProperties[] {
	const show = { resource: [words.resource], operation: ['reconcile'] };
	return [
		{
			displayName: `The input must be all ${words.many} of its companies: what is missing in it is reported as being in Chargebee only`,
			name: 'reconcileNotice',
			type: 'notice',
			default: '',
			displayOptions: { show },
		},
		{
			displayName: 'Output',
			name: 'reconcileOutput',
			type: 'options',
			options: [
				{
					name: 'CSV-Ready Rows',
					value: 'csv',
					description: 'One flat line of text columns per finding, for a spreadsheet',
				},
				{
					name: 'Findings',
					value: 'findings',
					description: 'One item per finding, with all changes and, to repair it, its input item',
				},
				{
					name: 'Summary Only',
					value: 'summary',
					description: 'One item with the counts of all findings',
				},
			],
			default: 'findings',
			displayOptions: { show },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { show },
			options: inOrder([...planningOptions(words), ...listingOptions(words)]),
		},
	];
}

function listingOptions({ many }: UpsertWords): INodeProperties[] {
	return [
		{
			displayName: 'Chargebee Records Without a CloudSuite Key',
			name: 'includeUnkeyed',
			type: 'boolean',
			default: false,
			description: `Whether to list also those ${many} of Chargebee that carry no CloudSuite key and match nothing of the input`,
		},
		{
			displayName: 'Include Records That Agree',
			name: 'includeAgreeing',
			type: 'boolean',
			default: false,
			description: `Whether to list also those ${many} that are the same on both sides`,
		},
		{
			displayName: 'Include Summary',
			name: 'includeSummary',
			type: 'boolean',
			default: false,
			description: 'Whether to put an item with the counts of all findings before the findings',
			displayOptions: { show: { '/reconcileOutput': ['findings'] } },
		},
	];
}
