import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import {
	MASTER_RESOURCES,
	optionsField,
	statusOwnerField,
	statusValuesField,
} from '../optionFields';
import { CUSTOMERS, ITEMS, PRICES } from './entities';

const READS_CUSTOMERS = { show: { '/resource': ['customer', 'contact'] } };
const READS_ITEMS = { show: { '/resource': ['item', 'itemPrice'] } };
const READS_ITEM_MASTER = { show: { '/resource': ['item'] } };
const READS_PRICES = { show: { '/resource': ['itemPrice'] } };
const ALL = [...MASTER_RESOURCES, 'apiRequest'];

const statusField = statusValuesField(
	'CSI',
	'O',
	'What CSI has in place of a status. Customers: hold (a credit hold) is doubtful, hidden (not shown in lists to choose from) is inactive; items: Stat A and S are active, O is inactive. Not verified: Infor publishes no list.',
	[statusOwnerField],
);

/** An IDO that extends or replaces the one of the product. */
function idoField(of: string, name: string, standard: string): INodeProperties {
	return {
		displayName: `IDO of ${of}`,
		name,
		type: 'string',
		default: standard,
		description: `The IDO ${of.toLowerCase()} are read from: ${standard}, or one of your own that has its properties`,
		displayOptions: of === 'Customers' ? READS_CUSTOMERS : READS_ITEMS,
	};
}

export const csiFields: INodeProperties[] = [
	companyField(
		'csi',
		{
			name: 'Configuration',
			example: 'TENANT_DEM_DALS',
			is: 'Name of the configuration, which is one site, exactly as the list has it',
		},
		ALL,
	),
	optionsField(
		'csi',
		[
			{
				displayName: 'CSI Path',
				name: 'csiPath',
				type: 'string',
				default: 'CSI/IDORequestService/ido',
				description:
					'Where the gateway has the IDO request service, behind the tenant. Your Infor administrator chose it.',
			},
			{
				displayName: 'Customer Number Length',
				name: 'numberLength',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 30 },
				default: 7,
				description:
					'Characters a customer number has, for IDs with blanks before them; only where CSI does not tell by itself',
				displayOptions: READS_CUSTOMERS,
			},
			idoField('Customers', 'customersIdo', CUSTOMERS.ido),
			idoField('Items', 'itemsIdo', ITEMS.ido),
			idoField('Prices', 'pricesIdo', PRICES.ido),
			{
				displayName: 'Paging',
				name: 'paging',
				type: 'options',
				options: [
					{
						name: 'By Key',
						value: 'key',
						description: 'What is behind the last key, by a filter; holds while records change',
					},
					{
						name: 'By Bookmark',
						value: 'bookmark',
						description: 'By CSI’s own positions, where an IDO does not take that filter',
					},
				],
				default: 'key',
				description: 'How the next page is asked for',
			},
			{
				displayName: 'Price Currency',
				name: 'priceCurrency',
				type: 'string',
				default: '',
				placeholder: 'e.g. USD',
				description:
					'The currency, as CSI has it, of the price that an item gets. The first by name when empty; item prices have all of them.',
				displayOptions: READS_ITEM_MASTER,
			},
			{
				displayName: 'Properties Left Out',
				name: 'leftOut',
				type: 'string',
				default: '',
				placeholder: 'e.g. InternetUrl,LangCode',
				description:
					'Properties that are not to be read, separated by commas: those your release does not have',
			},
			{
				displayName: 'Quantity Breaks',
				name: 'readBreaks',
				type: 'boolean',
				default: true,
				description:
					'Whether the break prices of an item price are told as prices of their own, from their quantity on. Turn it off if you keep anything but amounts in them.',
				displayOptions: READS_PRICES,
			},
			{
				displayName: 'Read Prices of Items',
				name: 'readPrices',
				type: 'boolean',
				default: true,
				description:
					'Whether items get the price in force; turn it off where the service account may not read prices',
				displayOptions: READS_ITEM_MASTER,
			},
			{
				displayName: 'Rows per Call',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10000 },
				default: 1000,
				description:
					'Most rows asked for at once: enough for few calls, and little enough for the 60 seconds the gateway waits',
			},
			statusField,
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. America/Chicago',
				description:
					'The time zone of CSI’s server, whose clock dates changes without a zone. The workflow’s when empty. A wrong one lets the trigger miss changes.',
			},
		],
		ALL,
	),
];
