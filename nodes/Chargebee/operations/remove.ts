import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { forEachItem } from '../../shared/forEachItem';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { ChargebeeClient } from '../transport/client';
import { checkSite } from '../transport/configuration';
import { toNodeError } from '../transport/failure';
import { businessEntityOption, readClientSettings, suppressOption } from '../transport/settings';
import { idempotencyKey } from '../upsert/idempotency';
import { readRecord } from '../upsert/readRecord';
import type { ResourceSpec } from '../upsert/types';

/** "Delete" of a resource: apart from the sync, which never deletes, and only when the ID is given twice. */
export function removeDescription(resource: string, { label }: ResourceSpec): INodeProperties[] {
	const show = { resource: [resource], operation: ['delete'] };
	return [
		{
			displayName: `Deleting can not be undone. The sync itself never deletes: records that are inactive in CloudSuite can be put aside with "Create or Update" instead.`,
			name: 'deleteNotice',
			type: 'notice',
			default: '',
			displayOptions: { show },
		},
		{
			displayName: 'Chargebee ID',
			name: 'deleteId',
			type: 'string',
			required: true,
			default: '',
			description: `The ID of the ${label} in Chargebee`,
			displayOptions: { show },
		},
		{
			displayName: 'Type the ID Again to Confirm',
			name: 'confirmId',
			type: 'string',
			required: true,
			default: '',
			description: 'Nothing is sent unless both are the same',
			displayOptions: { show },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { show },
			options: [businessEntityOption, suppressOption],
		},
	];
}

/** Deletes one record per input item. What is gone already is reported as such; what Chargebee only archives, too. */
export function removeOperation(spec: ResourceSpec, needs: { catalog: boolean }) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const client = await ChargebeeClient.open(this, readClientSettings(this));
		let checked: Promise<void> | undefined;
		const remove = async (item: number): Promise<IDataObject[]> => {
			const entered = asText(this.getNodeParameter('deleteId', item)).trim();
			const again = asText(this.getNodeParameter('confirmId', item)).trim();
			if (entered === '' || entered !== again) {
				const said = say('delete_not_confirmed', { name: spec.label, id: entered || '(empty ID)' });
				throw operationError(this.getNode(), said, item);
			}
			checked ??= checkSite(client, this.getNode(), needs);
			await checked;
			return [await removeOne(this, client, spec, entered, item)];
		};
		return [await forEachItem(this, remove)];
	};
}

async function removeOne(
	context: IExecuteFunctions,
	client: ChargebeeClient,
	spec: ResourceSpec,
	id: string,
	item: number,
): Promise<IDataObject> {
	const before = await readRecord({ client, spec }, id);
	if (before.kind === 'unreadable') throw toNodeError(context.getNode(), before.reply, item);
	if (before.kind === 'missing' || before.found.deleted)
		return { id, deleted: true, archived: false, alreadyDeleted: true };
	const path = `${spec.path}/${encodeURIComponent(id)}/delete`;
	const { version } = before.found;
	const { reply } = await client.post(
		path,
		{},
		idempotencyKey({
			site: client.site,
			path,
			form: {},
			sourceKey: '',
			...(version === undefined ? {} : { version }),
		}),
	);
	const answered = reply.kind === 'answer' && reply.status === 200;
	// an answer that was lost may have been a success, so the record itself is asked
	const after = await readRecord({ client, spec }, id);
	const gone = after.kind === 'missing' || (after.kind === 'found' && after.found.deleted);
	const archived = answered && after.kind === 'found' && after.found.archived === true;
	if (!gone && !archived) throw toNodeError(context.getNode(), reply, item);
	return { id, deleted: gone, archived, alreadyDeleted: false };
}
