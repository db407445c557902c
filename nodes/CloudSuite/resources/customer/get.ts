import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { systemClock } from '../../../shared/http/clock';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { asText } from '../../../shared/text';
import { readCustomer } from '../../products/ln/readCustomers';
import { forEachItem } from '../../../shared/forEachItem';
import { LnSessions } from './lnSessions';

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
	const startedAt = systemClock.now();
	const sessions = new LnSessions(this);
	let read = 0;
	const output = await forEachItem(this, async (item) => {
		const { session, options, tenant } = await sessions.of(item);
		const id = asText(this.getNodeParameter('customerId', item, ''));
		const found =
			id.trim() === ''
				? []
				: await readCustomer(session, id, { ...options, tenant, now: startedAt });
		read += found.length;
		return [theOne.call(this, found, { id: id.trim(), company: options.company, item })];
	});
	const seconds = Math.round((systemClock.now() - startedAt) / 1000);
	sessions.report(`${read.toLocaleString('en-US')} customers read`, seconds);
	return [output];
}

function theOne(
	this: IExecuteFunctions,
	found: readonly SourceCustomer[],
	{ id, company, item }: { id: string; company: string; item: number },
): IDataObject {
	const [customer, ...others] = found;
	if (customer && others.length === 0) return customer as unknown as IDataObject;
	const [message, description] = customer
		? [
				`LN company ${company} has ${found.length} business partners ${id} that differ in blanks only`,
				'Enter the code with its blanks, as LN keeps it.',
			]
		: [
				`LN company ${company} has no business partner ${id || '(empty ID)'}`,
				'Check ID and company. Data authorisations of the service account can hide business partners, too.',
			];
	throw new NodeOperationError(this.getNode(), message, { itemIndex: item, description });
}
