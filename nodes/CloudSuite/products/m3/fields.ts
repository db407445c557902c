import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import {
	MASTER_RESOURCES,
	optionsField,
	statusOwnerField,
	statusValuesField,
} from '../optionFields';

const READS_CUSTOMERS = { show: { '/resource': ['customer', 'contact'] } };
const READS_ITEMS = { show: { '/resource': ['item', 'itemPrice'] } };
const READS_PRICES = { show: { '/resource': ['itemPrice'] } };

const priceListField: INodeProperties = {
	displayName: 'Price Lists',
	name: 'priceLists',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Price List',
	default: {},
	description: 'The price lists of OIS017 to read, with "Price Source" set to them',
	displayOptions: READS_PRICES,
	options: [
		{
			displayName: 'Price List',
			name: 'priceList',
			values: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'e.g. EUR',
					description: 'As M3 has it; all currencies of the list when empty',
				},
				{
					displayName: 'Price List',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. RETAIL',
				},
				{
					displayName: 'Valid From',
					name: 'validFrom',
					type: 'string',
					default: '',
					placeholder: 'e.g. 20260101',
					description: 'First day of the list, YYYYMMDD; all of them when empty',
				},
			],
		},
	],
};

const statusField = statusValuesField(
	'M3',
	'15',
	'What the values of STAT mean, where it is not this: customers 10 prospect, 20 active, 90 inactive (not verified: Infor publishes no list); items 00 to 15 prospect, 20 to 50 active, 80 to 99 inactive',
	[statusOwnerField],
);

export const m3Fields: INodeProperties[] = [
	companyField(
		'm3',
		{ example: '130', is: 'Number of the M3 company (CONO), one to three digits' },
		MASTER_RESOURCES,
	),
	optionsField(
		'm3',
		[
			{
				displayName: 'Bulk Size',
				name: 'bulkSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 50,
				description:
					'Most transactions in one call. How many M3 takes is not published; what it leaves unanswered is asked for again.',
			},
			{
				displayName: 'Columns Left Out',
				name: 'leftOut',
				type: 'string',
				default: '',
				placeholder: 'e.g. CCUS,BLCD',
				description:
					'Columns of customers (OCUSMA) that are not to be read, separated by commas: those your release does not have, or to make rows shorter',
				displayOptions: READS_CUSTOMERS,
			},
			{
				displayName: 'Compare Number of Items',
				name: 'compareCount',
				type: 'boolean',
				default: true,
				description:
					'Whether long lists of items are compared with the number of them in table MITMAS, where EXPORTMI may be used, so that none is missed. Turn it off if your M3 leaves some out of its lists on purpose.',
				displayOptions: READS_ITEMS,
			},
			{
				displayName: 'Credit Limit From',
				name: 'creditLimitField',
				type: 'options',
				options: [
					{ name: '1: Overdue Invoices (CRLM)', value: 'CRLM' },
					{ name: '2: Outstanding Invoices (CRL2)', value: 'CRL2' },
					{ name: '3: Outstanding Invoices and Orders (CRL3)', value: 'CRL3' },
				],
				default: 'CRL2',
				description: 'Which of the credit limits of M3 is the one of the record',
				displayOptions: READS_CUSTOMERS,
			},
			{
				displayName: 'Customer Read',
				name: 'customerRead',
				type: 'options',
				options: [
					{
						name: 'By EXPORTMI',
						value: 'exportmi',
						description: 'From table OCUSMA: few calls, and changes by date',
					},
					{
						name: 'By CRS610MI',
						value: 'crs610',
						description:
							'Where EXPORTMI is not granted: three transactions for each customer, in bulk, and changes by reading all',
					},
				],
				default: 'exportmi',
				description: 'How customers are read',
			},
			{
				displayName: 'Division',
				name: 'division',
				type: 'string',
				default: '',
				placeholder: 'e.g. AAA',
				description: 'Sent with every call (DIVI); without one the service account’s own holds',
			},
			{
				displayName: 'EXPORTMI Separator',
				name: 'separator',
				type: 'string',
				default: '',
				placeholder: 'e.g. |',
				description:
					'The sign between values; none of the values may hold it. When empty, several are tried.',
			},
			{
				displayName: 'First Item Number',
				name: 'firstItem',
				type: 'string',
				default: '!',
				description:
					'Where the list of items begins: M3 wants a number, and no item may come before it in the order of your database',
				displayOptions: READS_ITEMS,
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. GB',
				description:
					'Language of descriptions and messages as M3 has it (LANC); the service account’s own when empty',
			},
			{
				displayName: 'Language Column',
				name: 'languageColumn',
				type: 'string',
				default: '',
				placeholder: 'e.g. LHCD',
				description:
					'Column of table OCUSMA with the customer’s language, without OK. Its name is not published; none is read when empty. CRS610MI has it as LNCD.',
				displayOptions: READS_CUSTOMERS,
			},
			{
				displayName: 'M3 Path',
				name: 'm3Path',
				type: 'string',
				default: 'M3/m3api-rest/v2',
				description:
					'Where the gateway has the REST service of M3, behind the tenant. Your Infor administrator chose it.',
			},
			{
				displayName: 'Max Records per Call',
				name: 'maxRecords',
				type: 'number',
				typeOptions: { minValue: 100, maxValue: 10000 },
				default: 1000,
				description:
					'Most rows of one call: enough for few calls, and little enough for the 60 seconds the gateway waits. When M3 gives fewer, more calls are made.',
			},
			{
				displayName: 'Option Style',
				name: 'optionStyle',
				type: 'options',
				options: [
					{
						name: 'Query Parameters',
						value: 'query',
						description: 'Like ?maxrecs=1000, as the API documentation of the tenant has it',
					},
					{
						name: 'Matrix Parameters on the Path',
						value: 'matrix',
						description: 'Like ;maxrecs=1000, as Infor’s own SDK does it',
					},
				],
				default: 'query',
				description: 'How company and other options are written in the address',
			},
			priceListField,
			{
				displayName: 'Price Source',
				name: 'priceSource',
				type: 'options',
				options: [
					{
						name: 'Item Master',
						value: 'item',
						description: 'The one sales price an item has (MMS200)',
					},
					{
						name: 'Price Lists',
						value: 'priceLists',
						description: 'Prices of the lists named (OIS017)',
					},
				],
				default: 'item',
				description: 'Where item prices come from',
				displayOptions: READS_PRICES,
			},
			statusField,
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Stockholm',
				description:
					'Where the days of M3 begin and end: it dates changes by the day, without a zone. The workflow’s when empty.',
			},
		],
		[...MASTER_RESOURCES, 'apiRequest'],
	),
];
