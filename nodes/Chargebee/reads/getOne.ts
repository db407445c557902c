import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import { forEachItem } from '../../shared/forEachItem';
import { simplifyField } from '../../shared/listFields';
import { asText } from '../../shared/text';
import { ChargebeeClient } from '../transport/client';
import { parseObject, readError } from '../transport/errorBody';
import { toNodeError } from '../transport/failure';
import { shapeOf } from './getMany';
import type { Operation, ReadSpec } from './readSpec';

export function getOneDescription({
	resource,
	singular,
	placeholder,
}: ReadSpec): INodeProperties[] {
	const show = { resource: [resource], operation: ['get'] };
	return [
		{
			displayName: `${titleOf(singular)} ID`,
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder: `e.g. ${placeholder}`,
			displayOptions: { show },
		},
		simplifyField(show),
	];
}

function titleOf(words: string): string {
	return words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Reads one record by its id for each input item. */
export function getOne({ path, member, singular, simplify }: ReadSpec): Operation {
	return async function () {
		const client = await ChargebeeClient.open(this);
		const read = async (item: number): Promise<IDataObject[]> => {
			const id = asText(this.getNodeParameter('id', item)).trim();
			const { reply } =
				id === '' ? { reply: undefined } : await client.get(`${path}/${encodeURIComponent(id)}`);
			// a 404 of a proxy, or of an unknown site, says nothing about the record
			if (!reply || (reply.kind === 'answer' && readError(reply).code === 'resource_not_found')) {
				const said = say('record_not_found', { name: singular, id: id || '(empty ID)' });
				throw operationError(this.getNode(), said, item);
			}
			const record =
				reply.kind === 'answer' && reply.status === 200
					? parseObject(reply.text)[member]
					: undefined;
			if (typeof record !== 'object' || record === null) {
				throw toNodeError(this.getNode(), reply, item);
			}
			return [shapeOf(this, simplify, item)(record as IDataObject)];
		};
		return [await forEachItem(this, read)];
	};
}
