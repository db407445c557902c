import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { asText } from '../../../shared/text';
import { REFERENCE_FIELD } from '../../reads/simplified';

/** How a customer is looked for by its CloudSuite key. */
export interface KeySettings {
	/** The custom field that may carry the key; empty for none. */
	referenceField: string;
	/** Whether all customers may be read for it. */
	searchAll: boolean;
}

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

/** The choices of operations that find one customer. */
export const BY_ID = { name: 'Chargebee ID', value: 'id' };
export const BY_KEY = {
	name: 'CloudSuite Key',
	value: 'sourceKey',
	description: 'Finds customers that were created or linked by Create or Update',
};

export function customerIdField(show: Show): INodeProperties {
	return {
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ln-1300-C000123',
		displayOptions: { show },
	};
}

export function sourceKeyField(show: Show): INodeProperties {
	return {
		displayName: 'CloudSuite Key',
		name: 'sourceKey',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ln:ACME_PRD:1300:C000123',
		displayOptions: { show },
	};
}

/** Options of operations that find a customer by its CloudSuite key. */
export function keyOptions(show: Show): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Reference Custom Field',
				name: 'referenceField',
				type: 'string',
				default: REFERENCE_FIELD,
				description:
					'API name of a custom field that shows the CloudSuite key in Chargebee. Asked for when it is searchable. The key in the metadata counts more.',
			},
			{
				displayName: 'Search All Customers',
				name: 'searchAll',
				type: 'boolean',
				default: true,
				description:
					'Whether to read all customers, 100 a call and once per run, for a customer that was linked rather than created, when the custom field can not be searched',
			},
		],
	};
}

export function readKeySettings(context: IExecuteFunctions, item: number): KeySettings {
	const options: IDataObject = context.getNodeParameter('options', item, {});
	const referenceField = asText(options.referenceField ?? REFERENCE_FIELD).trim();
	if (referenceField !== '' && !/^cf_\w+$/.test(referenceField)) {
		const said = say('parameter_wrong', {
			parameter: 'Reference Custom Field',
			value: `"${referenceField}"`,
			expected: 'the API name of a custom field, which starts with cf_, e.g. cf_cloudsuite_id',
		});
		throw operationError(context.getNode(), said, item);
	}
	return { referenceField, searchAll: options.searchAll !== false };
}
