import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { getCustomerFields } from './methods/getCustomerFields';
import { getMany } from './reads/getMany';
import { getOne } from './reads/getOne';
import type { Operation } from './reads/readSpec';
import { contactDescription } from './resources/contact';
import { getAllContacts } from './resources/contact/getAll';
import { creditNoteDescription } from './resources/creditNote';
import { creditNoteReads } from './resources/creditNote/reads';
import { customerDescription } from './resources/customer';
import { summariseBilling } from './resources/customer/billingSummary';
import { getCustomers } from './resources/customer/get';
import { customerReads } from './resources/customer/reads';
import { upsertCustomers } from './resources/customer/upsert';
import { invoiceDescription } from './resources/invoice';
import { invoiceReads } from './resources/invoice/reads';
import { itemDescription } from './resources/item';
import { itemReads } from './resources/item/reads';
import { itemFamilyDescription } from './resources/itemFamily';
import { itemFamilyReads } from './resources/itemFamily/reads';
import { itemPriceDescription } from './resources/itemPrice';
import { itemPriceReads } from './resources/itemPrice/reads';
import { transactionDescription } from './resources/transaction';
import { transactionReads } from './resources/transaction/reads';

const OPERATIONS: Record<string, Operation> = {
	'contact:getAll': getAllContacts,
	'creditNote:get': getOne(creditNoteReads),
	'creditNote:getAll': getMany(creditNoteReads),
	'customer:billingSummary': summariseBilling,
	'customer:upsert': upsertCustomers,
	'customer:get': getCustomers,
	'customer:getAll': getMany(customerReads),
	'invoice:get': getOne(invoiceReads),
	'invoice:getAll': getMany(invoiceReads),
	'item:get': getOne(itemReads),
	'item:getAll': getMany(itemReads),
	'itemFamily:get': getOne(itemFamilyReads),
	'itemFamily:getAll': getMany(itemFamilyReads),
	'itemPrice:get': getOne(itemPriceReads),
	'itemPrice:getAll': getMany(itemPriceReads),
	'transaction:get': getOne(transactionReads),
	'transaction:getAll': getMany(transactionReads),
};

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

	methods = { resourceMapping: { getCustomerFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const run = OPERATIONS[`${resource}:${operation}`];
		if (!run) {
			throw new NodeOperationError(
				this.getNode(),
				`"${operation}" is not an operation of "${resource}"`,
			);
		}
		return await run.call(this);
	}
}
