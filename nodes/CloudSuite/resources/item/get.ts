import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { forEachItem } from '../../../shared/forEachItem';
import { systemClock } from '../../../shared/http/clock';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { readItem } from '../../products/ln/readItems';
import { LnSessions } from '../ln/lnSessions';

export const getItemDescription: INodeProperties[] = [
	{
		displayName: 'Item',
		name: 'itemId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. AX-2040',
		description:
			'The item code without blanks. An item of a project has the project before it, e.g. PRJ000007/AX-2040.',
		displayOptions: { show: { resource: ['item'], operation: ['get'] } },
	},
];

/** Reads one item per input item. */
export async function getItems(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = systemClock.now();
	const sessions = new LnSessions(this);
	let read = 0;
	const output = await forEachItem(this, async (item): Promise<IDataObject[]> => {
		const { session, options, tenant } = await sessions.of(item);
		const id = asText(this.getNodeParameter('itemId', item, '')).trim();
		const found =
			id === '' ? [] : await readItem(session, id, { ...options, tenant, now: startedAt });
		const [first] = found;
		if (!first) {
			const said = say('item_not_found', { company: options.company, id: id || '(empty)' });
			throw operationError(this.getNode(), said, item);
		}
		read += 1;
		return [first as unknown as IDataObject];
	});
	const seconds = Math.round((systemClock.now() - startedAt) / 1000);
	sessions.report(`${read.toLocaleString('en-US')} items read`, seconds);
	return [output];
}
