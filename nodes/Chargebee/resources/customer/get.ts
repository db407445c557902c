import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { simplifyField } from '../../../shared/listFields';
import { deterministicId } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import { ChargebeeClient } from '../../transport/client';
import { toNodeError } from '../../transport/failure';
import { readRecord } from '../../upsert/readRecord';
import type { Found } from '../../upsert/types';
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
	simplifyField(show),
];

/** Reads one customer per input item. */
export async function getCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this);
	const read = async (item: number): Promise<IDataObject[]> => {
		const bySourceKey = this.getNodeParameter('getBy', item, 'id') === 'sourceKey';
		const parameter = bySourceKey ? 'sourceKey' : 'customerId';
		const entered = asText(this.getNodeParameter(parameter, item)).trim();
		const { record, reference } = await find.call(this, client, entered, bySourceKey, item);
		if (bySourceKey && reference !== undefined && reference !== entered) {
			throw new NodeOperationError(this.getNode(), `That customer belongs to ${reference}`, {
				itemIndex: item,
				description: 'The two keys differ in their tenant: check the CloudSuite key.',
			});
		}
		const simplify = this.getNodeParameter('simplify', item, true) as boolean;
		return [simplify ? simplifyCustomer(record) : record];
	};
	return [await forEachItem(this, read)];
}

async function find(
	this: IExecuteFunctions,
	client: ChargebeeClient,
	entered: string,
	bySourceKey: boolean,
	itemIndex: number,
): Promise<Found> {
	const id = bySourceKey ? deterministicId(entered) : entered;
	const read =
		id === ''
			? ({ kind: 'missing' } as const)
			: await readRecord({ client, spec: customerSpec }, id);
	if (read.kind === 'found') return read.found;
	if (read.kind === 'unreadable') throw toNodeError(this.getNode(), read.reply, itemIndex);
	throw new NodeOperationError(this.getNode(), `Chargebee has no customer ${id || '(empty ID)'}`, {
		itemIndex,
		description: bySourceKey
			? 'A customer that was linked rather than created keeps its own ID: look it up by that.'
			: 'Check the ID: it is case-sensitive.',
	});
}
