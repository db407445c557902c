import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { systemClock } from '../../../shared/http/clock';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { readCustomer } from '../../products/ln/readCustomers';
import { forEachItem } from '../../../shared/forEachItem';
import { LnSessions } from '../ln/lnSessions';

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
	const said = customer
		? say('partner_ambiguous', { company, count: found.length, id })
		: say('partner_not_found', { company, id: id || '(empty ID)' });
	throw operationError(this.getNode(), said, item);
}
