import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { systemClock } from '../../../shared/http/clock';
import { asText } from '../../../shared/text';
import { readCustomers } from '../../products/ln/readCustomers';
import { LnSession } from '../../products/ln/session';
import { InforClient } from '../../transport/client';
import { readLnOptions } from './lnOptions';

export const getDescription: INodeProperties[] = [
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. C000123',
		description: 'The business partner code; blanks at its end need not be typed',
		displayOptions: { show: { resource: ['customer'], operation: ['get'] } },
	},
];

/** Reads one customer per input item. */
export async function getCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await InforClient.open(this);
	const output: INodeExecutionData[] = [];
	for (const item of this.getInputData().keys()) {
		const options = readLnOptions(this, item);
		const id = asText(this.getNodeParameter('customerId', item, '')).trim();
		const session = new LnSession(client, this.getNode(), options);
		const found =
			id === ''
				? []
				: await readCustomers(session, {
						...options,
						tenant: client.tenant,
						now: systemClock.now(),
						limit: Number.POSITIVE_INFINITY,
						filter: { status: [], role: 'any', id },
					});
		const [customer] = found;
		if (customer) {
			output.push({ json: customer as unknown as IDataObject, pairedItem: { item } });
			continue;
		}
		const message = `LN company ${options.company} has no business partner ${id || '(empty ID)'}`;
		if (!this.continueOnFail()) {
			throw new NodeOperationError(this.getNode(), message, {
				itemIndex: item,
				description:
					'Check ID and company. Data authorisations of the service account can hide business partners, too.',
			});
		}
		output.push({ json: { error: message, details: { customerId: id } }, pairedItem: { item } });
	}
	return [output];
}
