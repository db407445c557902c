import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { forEachItem } from '../../../shared/forEachItem';
import { returnAllFields, simplifyField } from '../../../shared/listFields';
import { asText } from '../../../shared/text';
import { limitOf, shapeOf } from '../../reads/getMany';
import { readList } from '../../reads/readList';
import { ChargebeeClient } from '../../transport/client';
import { CustomerFinder } from '../customer/find';
import {
	BY_ID,
	BY_KEY,
	customerIdField,
	keyOptions,
	readKeySettings,
	sourceKeyField,
} from '../customer/keyOptions';
import { simplifyContact } from './simplify';

const show = { resource: ['contact'], operation: ['getAll'] };

export const getAllDescription: INodeProperties[] = [
	{
		displayName: 'Find Customer By',
		name: 'customerBy',
		type: 'options',
		options: [BY_ID, BY_KEY],
		default: 'id',
		description: 'How the customer is found whose contacts are read',
		displayOptions: { show },
	},
	customerIdField({ ...show, customerBy: ['id'] }),
	sourceKeyField({ ...show, customerBy: ['sourceKey'] }),
	...returnAllFields(show),
	simplifyField(show),
	keyOptions({ ...show, customerBy: ['sourceKey'] }),
];

/**
 * Reads the contacts of a customer for each input item. The list has neither filters nor an order.
 * https://apidocs.chargebee.com/docs/api/customers#list_of_contacts_for_a_customer
 */
export async function getAllContacts(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this);
	const finder = new CustomerFinder(client, this.getNode());
	const read = async (item: number): Promise<IDataObject[]> => {
		const customerId = await customerOf.call(this, finder, item);
		return await readList(
			{ client, node: this.getNode(), item },
			{
				path: `/customers/${encodeURIComponent(customerId)}/contacts`,
				member: 'contact',
				plural: 'contacts',
				limit: limitOf(this, item),
				take: shapeOf(this, (record) => simplifyContact(record, customerId), item),
			},
		);
	};
	return [await forEachItem(this, read)];
}

async function customerOf(
	this: IExecuteFunctions,
	finder: CustomerFinder,
	item: number,
): Promise<string> {
	if (this.getNodeParameter('customerBy', item, 'id') === 'sourceKey') {
		const key = asText(this.getNodeParameter('sourceKey', item)).trim();
		return asText((await finder.byKey(key, readKeySettings(this, item), item)).id);
	}
	const id = asText(this.getNodeParameter('customerId', item)).trim();
	if (id !== '') return id;
	throw operationError(
		this.getNode(),
		say('parameter_missing', { parameter: 'Customer ID' }),
		item,
	);
}
