import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { say } from './errors/say';
import {
	getContactFields,
	getCustomerFields,
	getItemFamilyFields,
	getItemFields,
	getItemPriceFields,
} from './methods/getFields';
import { OPERATIONS } from './operations';
import { apiDescription } from './resources/api';
import { contactDescription } from './resources/contact';
import { creditNoteDescription } from './resources/creditNote';
import { customerDescription } from './resources/customer';
import { invoiceDescription } from './resources/invoice';
import { itemDescription } from './resources/item';
import { itemFamilyDescription } from './resources/itemFamily';
import { itemPriceDescription } from './resources/itemPrice';
import { transactionDescription } from './resources/transaction';

/** Brings CloudSuite master data into Chargebee. Not n8n's own Chargebee node: that one neither matches nor updates. */
export class ChargebeeSync implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Chargebee Sync',
		name: 'chargebeeSync',
		icon: { light: 'file:chargebeeSync.svg', dark: 'file:chargebeeSync.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Keep Chargebee aligned with an ERP: find existing records, create or update without duplicates, preview, one outcome per record',
		defaults: { name: 'Chargebee Sync' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'chargebeeSyncApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API Request', value: 'api' },
					{ name: 'Contact', value: 'contact' },
					{ name: 'Credit Note', value: 'creditNote' },
					{ name: 'Customer', value: 'customer' },
					{ name: 'Invoice', value: 'invoice' },
					{ name: 'Item', value: 'item' },
					{ name: 'Item Family', value: 'itemFamily' },
					{ name: 'Item Price', value: 'itemPrice' },
					{ name: 'Transaction', value: 'transaction' },
				],
				default: 'customer',
			},
			...apiDescription,
			...contactDescription,
			...creditNoteDescription,
			...customerDescription,
			...invoiceDescription,
			...itemDescription,
			...itemFamilyDescription,
			...itemPriceDescription,
			...transactionDescription,
		],
	};

	methods = {
		resourceMapping: {
			getContactFields,
			getCustomerFields,
			getItemFamilyFields,
			getItemFields,
			getItemPriceFields,
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const run = OPERATIONS[`${resource}:${operation}`];
		if (!run) {
			throw operationError(this.getNode(), say('unknown_operation', { operation, resource }));
		}
		return await run.call(this);
	}
}
