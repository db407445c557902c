import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { returnAllFields } from '../../../shared/listFields';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import type { ItemFilter } from '../../products/ln/readItems';
import { readItems } from '../../products/ln/readItems';
import { count, listMasters } from '../listMasters';
import { onlyChangedFields } from '../onlyChanged';

const show = { resource: ['item'], operation: ['getAll'] };

export const getAllItemsDescription: INodeProperties[] = [
	...returnAllFields(show),
	...onlyChangedFields(
		show,
		'Whether to return only items that are new, changed or not yet accepted by Chargebee. All are read and compared with the known records: prices are kept apart from items in LN, and have no date of change.',
	),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Item Groups',
				name: 'groups',
				type: 'string',
				default: '',
				placeholder: 'e.g. BOLTS, DRIVES',
				description: 'One, or several separated by commas',
			},
			{
				displayName: 'Modified Since',
				name: 'modifiedSince',
				type: 'dateTime',
				default: '',
				description:
					'Only items with a date of change at or after this moment. Items without a date, and changes of the sales price alone, are not found this way.',
			},
		],
	},
];

/** Reads items with their sales data. */
export async function getAllItems(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	let undated = 0;
	return await listMasters(
		this,
		'items',
		async ({ session, options, limit, item }) => {
			const filter = readFilter(this, item);
			const result = await readItems(session, { ...options, limit, filter });
			undated += result.undated;
			return result.items;
		},
		() => (undated > 0 ? `, ${count(undated)} of them without a date of change` : ''),
	);
}

function readFilter(context: IExecuteFunctions, item: number): ItemFilter {
	const filters: IDataObject = context.getNodeParameter('filters', item, {});
	const groups = asText(filters.groups)
		.split(',')
		.map((group) => group.trim())
		.filter((group) => group !== '');
	const since = filters.modifiedSince;
	if (since === undefined || since === null || since === '') return { groups };
	const modifiedSince = timeIn(since, context.getTimezone());
	if (modifiedSince === undefined)
		throw operationError(
			context.getNode(),
			say('modified_since_wrong', { value: asText(since) }),
			item,
		);
	return { groups, modifiedSince };
}

/** Milliseconds; dates without a zone are of the workflow's. */
function timeIn(value: unknown, zone: string): number | undefined {
	try {
		return tryToParseDateTime(value, zone).toMillis();
	} catch {
		return undefined;
	}
}
