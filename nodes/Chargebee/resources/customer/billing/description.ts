import type { INodeProperties } from 'n8n-workflow';
import { REFERENCE_FIELD } from '../../../reads/simplified';

const show = { resource: ['customer'], operation: ['billingSummary'] };

export const billingSummaryDescription: INodeProperties[] = [
	{
		displayName: 'Customers',
		name: 'customers',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Everybody with an invoice or credit note' },
			{ name: 'By ID', value: 'ids', description: 'Those whose Chargebee IDs are given' },
		],
		default: 'all',
		description: 'Whose invoices and credit notes to add up',
		displayOptions: { show },
	},
	{
		displayName: 'Customer IDs',
		name: 'customerIds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ln-1300-C000123, ln-1300-C000124',
		description:
			'Chargebee IDs separated by commas, or a list. They are asked for 100 a call, so give all to one item rather than one to each.',
		displayOptions: { show: { ...show, customers: ['ids'] } },
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Month', value: 'month' },
			{ name: 'Quarter', value: 'quarter' },
			{ name: 'Total', value: 'total', description: 'One sum over all dates' },
			{ name: 'Year', value: 'year' },
		],
		default: 'month',
		description:
			'Gives one item per customer, currency and period. A document belongs to the period of its date; periods begin at midnight UTC.',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Before',
				name: 'before',
				type: 'dateTime',
				default: '',
				description:
					'Only documents dated before this moment, e.g. 1 January for the whole year before. UTC unless it names a zone.',
			},
			{
				displayName: 'From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description: 'Only documents dated at this moment or later. UTC unless it names a zone.',
			},
			{
				displayName: 'Reference Custom Field',
				name: 'referenceField',
				type: 'string',
				default: REFERENCE_FIELD,
				description:
					'API name of a custom field that shows the CloudSuite key in Chargebee. The key in the metadata counts more.',
			},
		],
	},
];
