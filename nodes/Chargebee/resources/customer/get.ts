import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { asText } from '../../../shared/text';
import { deterministicId } from '../../../shared/source/sourceKey';
import { ChargebeeClient } from '../../transport/client';
import { describeFailure, toNodeError } from '../../transport/failure';
import { readRecord } from '../../upsert/readRecord';
import { simplifyCustomer } from './simplify';
import { customerSpec } from './spec';

const show = { resource: ['customer'], operation: ['get'] };

export const getDescription: INodeProperties[] = [
	{
		displayName: 'Get By',
		name: 'getBy',
		type: 'options',
		options: [
			{ name: 'Chargebee ID', value: 'id' },
			{
				name: 'CloudSuite Key',
				value: 'sourceKey',
				description: 'Finds customers this package created, without a search',
			},
		],
		default: 'id',
		displayOptions: { show },
	},
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ln-1300-C000123',
		displayOptions: { show: { ...show, getBy: ['id'] } },
	},
	{
		displayName: 'CloudSuite Key',
		name: 'sourceKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ln:ACME_PRD:1300:C000123',
		displayOptions: { show: { ...show, getBy: ['sourceKey'] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show },
	},
];

/** Reads one customer per input item. */
export async function getCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this);
	const output: INodeExecutionData[] = [];
	for (const item of this.getInputData().keys()) {
		const bySourceKey = this.getNodeParameter('getBy', item, 'id') === 'sourceKey';
		const entered = asText(
			this.getNodeParameter(bySourceKey ? 'sourceKey' : 'customerId', item),
		).trim();
		const id = bySourceKey ? deterministicId(entered) : entered;
		const read = id
			? await readRecord({ client, spec: customerSpec }, id)
			: ({ kind: 'missing' } as const);
		if (read.kind === 'found') {
			const simplify = this.getNodeParameter('simplify', item, true) as boolean;
			const { record } = read.found;
			output.push({ json: simplify ? simplifyCustomer(record) : record, pairedItem: { item } });
			continue;
		}
		const reason =
			read.kind === 'missing'
				? `Chargebee has no customer ${id || '(empty ID)'}`
				: describeFailure(read.reply).reason;
		if (!this.continueOnFail()) {
			if (read.kind === 'unreadable') throw toNodeError(this.getNode(), read.reply, item);
			throw new NodeOperationError(this.getNode(), reason, {
				itemIndex: item,
				description: bySourceKey
					? 'A customer that was linked rather than created keeps its own ID: look it up by that.'
					: 'Check the ID: it is case-sensitive.',
			});
		}
		output.push({ json: { error: reason, details: { customerId: id } }, pairedItem: { item } });
	}
	return [output];
}
