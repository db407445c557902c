import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { forEachItem } from '../../../shared/forEachItem';
import { systemClock } from '../../../shared/http/clock';
import { returnAllFields } from '../../../shared/listFields';
import { asText } from '../../../shared/text';
import { isChanged } from '../../changes';
import { say } from '../../errors/say';
import type { ItemFilter } from '../../products/ln/readItems';
import { readItems } from '../../products/ln/readItems';
import { LnSessions } from '../ln/lnSessions';
import { onlyChangedFields, readKnownRecords, withKnown } from '../onlyChanged';

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

/** Reads items with their sales data, for each input item. */
export async function getAllItems(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = systemClock.now();
	const sessions = new LnSessions(this);
	let [read, passedOn, undated] = [0, 0, 0];
	const output = await forEachItem(this, async (item) => {
		const { session, options, tenant } = await sessions.of(item);
		const limit =
			this.getNodeParameter('returnAll', item, false) === true
				? Number.POSITIVE_INFINITY
				: Number(this.getNodeParameter('limit', item, 50));
		const known = readKnownRecords(this, item);
		const result = await readItems(session, {
			...options,
			tenant,
			now: startedAt,
			// with known records the limit counts what is passed on, so that the rest gets its turn in the next run
			limit: known ? Number.POSITIVE_INFINITY : limit,
			filter: readFilter(this, item),
		});
		const wanted = known
			? result.items.filter((one) => isChanged(one, known)).slice(0, limit)
			: result.items;
		read += result.items.length;
		passedOn += wanted.length;
		undated += result.undated;
		return wanted.map((one) => withKnown(one, known));
	});
	const seconds = Math.round((systemClock.now() - startedAt) / 1000);
	const dates = undated > 0 ? `, ${count(undated)} of them without a date of change` : '';
	sessions.report(`${count(read)} items read${dates}, ${count(passedOn)} passed on`, seconds);
	return [output];
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

function count(value: number): string {
	return value.toLocaleString('en-US');
}
