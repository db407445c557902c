import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { say } from './errors/say';
import { getCustomerFields } from './methods/getCustomerFields';
import { customerDescription } from './resources/customer';
import { getCustomers } from './resources/customer/get';
import { getAllCustomers } from './resources/customer/getAll';
import { upsertCustomers } from './resources/customer/upsert';

const OPERATIONS: Record<string, (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>> = {
	'customer:upsert': upsertCustomers,
	'customer:get': getCustomers,
	'customer:getAll': getAllCustomers,
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
				options: [{ name: 'Customer', value: 'customer' }],
				default: 'customer',
			},
			...customerDescription,
		],
	};

	methods = { resourceMapping: { getCustomerFields } };

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
