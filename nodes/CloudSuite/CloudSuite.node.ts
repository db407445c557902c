import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { say } from './errors/say';
import { listSearch } from './methods';
import { productField, productFields } from './products/fields';
import { apiRequestFields, makeApiRequest } from './resources/apiRequest';
import { countAll } from './resources/countAll';
import { executeQuery } from './resources/executeQuery';
import { getMany } from './resources/getMany';
import { getOne } from './resources/getOne';
import { getSlice } from './resources/getSlice';
import type { KindId } from './resources/kinds';
import { KINDS } from './resources/kinds';
import { masterFields } from './resources/masters';
import { queryFields } from './resources/queryFields';

const MASTER_OPERATIONS = { get: getOne, getAll: getMany, count: countAll, slice: getSlice };

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
			'Read customer and item masters from Infor CloudSuite through the ION API gateway, all of them or only what changed',
		defaults: { name: 'Infor CloudSuite' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'inforIonApi', required: true }],
		properties: [
			productField,
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'API Request', value: 'apiRequest' },
					{ name: 'Contact', value: 'contact' },
					{ name: 'Customer', value: 'customer' },
					{ name: 'Item', value: 'item' },
					{ name: 'Item Price', value: 'itemPrice' },
					{
						name: 'Query',
						value: 'query',
						displayOptions: { show: { product: ['dataFabric'] } },
					},
				],
				default: 'customer',
			},
			...masterFields,
			...apiRequestFields,
			...queryFields,
			...productFields,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		if (resource === 'apiRequest' && operation === 'get') return await makeApiRequest.call(this);
		if (resource === 'query' && operation === 'execute') return await executeQuery(this);
		const kind = resource in KINDS ? KINDS[resource as KindId] : undefined;
		const run =
			operation in MASTER_OPERATIONS
				? MASTER_OPERATIONS[operation as keyof typeof MASTER_OPERATIONS]
				: undefined;
		if (!kind || !run) {
			throw operationError(this.getNode(), say('unknown_operation', { operation, resource }));
		}
		return await run(this, kind);
	}
}
