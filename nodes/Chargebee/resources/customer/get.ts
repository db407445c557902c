import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { simplifyField } from '../../../shared/listFields';
import { asText } from '../../../shared/text';
import { shapeOf } from '../../reads/getMany';
import { ChargebeeClient } from '../../transport/client';
import { CustomerFinder } from './find';
import {
	BY_ID,
	BY_KEY,
	customerIdField,
	keyOptions,
	readKeySettings,
	sourceKeyField,
} from './keyOptions';
import { simplifyCustomer } from './simplify';

const show = { resource: ['customer'], operation: ['get'] };

export const getDescription: INodeProperties[] = [
	{
		displayName: 'Get By',
		name: 'getBy',
		type: 'options',
		options: [
			BY_ID,
			BY_KEY,
			{
				name: 'Email',
				value: 'email',
				description: 'Several customers may have it: gives one item for each',
			},
		],
		default: 'id',
		displayOptions: { show },
	},
	customerIdField({ ...show, getBy: ['id'] }),
	sourceKeyField({ ...show, getBy: ['sourceKey'] }),
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ap@example.com',
		displayOptions: { show: { ...show, getBy: ['email'] } },
	},
	simplifyField(show),
	keyOptions({ ...show, getBy: ['sourceKey'] }),
];

/** Reads one customer per input item; by e-mail, each that has it. */
export async function getCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const finder = new CustomerFinder(await ChargebeeClient.open(this), this.getNode());
	const read = async (item: number): Promise<IDataObject[]> => {
		const entered = (name: string) => asText(this.getNodeParameter(name, item)).trim();
		const shape = (referenceField?: string) =>
			shapeOf(this, (record) => simplifyCustomer(record, referenceField), item);
		switch (this.getNodeParameter('getBy', item, 'id')) {
			case 'sourceKey': {
				const settings = readKeySettings(this, item);
				const record = await finder.byKey(entered('sourceKey'), settings, item);
				return [shape(settings.referenceField)(record)];
			}
			case 'email':
				return (await finder.byEmail(entered('email'), item)).map(shape());
			default:
				return [shape()(await finder.byId(entered('customerId'), item))];
		}
	};
	return [await forEachItem(this, read)];
}
