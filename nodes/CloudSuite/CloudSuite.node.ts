import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { say } from './errors/say';
import { customerDescription } from './resources/customer';
import { getCustomers } from './resources/customer/get';
import { getAllCustomers } from './resources/customer/getAll';
import { itemDescription } from './resources/item';
import { getItems } from './resources/item/get';
import { getAllItems } from './resources/item/getAll';
import { lnOptions } from './resources/ln/lnOptions';

const OPERATIONS: Record<string, (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>> = {
	'customer:get': getCustomers,
	'customer:getAll': getAllCustomers,
	'item:get': getItems,
	'item:getAll': getAllItems,
};

/** Reads master data from Infor CloudSuite. It never writes: CloudSuite owns customers and items. */
export class CloudSuite implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Infor CloudSuite',
		name: 'cloudSuite',
		icon: { light: 'file:cloudSuite.svg', dark: 'file:cloudSuite.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Read customer and item masters from Infor CloudSuite (LN) through the ION API gateway, all of them or only what changed',
		defaults: { name: 'Infor CloudSuite' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'inforIonApi', required: true }],
		properties: [
			{
				displayName: 'Product',
				name: 'product',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'LN', value: 'ln', description: 'Infor LN, OData REST APIs' }],
				default: 'ln',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Customer', value: 'customer' },
					{ name: 'Item', value: 'item' },
				],
				default: 'customer',
			},
			...customerDescription,
			...itemDescription,
			lnOptions,
		],
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
