import type { IDataObject } from 'n8n-workflow';
import type { Reply } from '../../shared/http/send';
import type { ChargebeeClient } from '../transport/client';
import { parseObject, readError } from '../transport/errorBody';
import type { Found, ResourceSpec } from './types';

export type ReadRecord =
	{ kind: 'found'; found: Found } | { kind: 'missing' } | { kind: 'unreadable'; reply: Reply };

export interface Reader {
	client: ChargebeeClient;
	spec: ResourceSpec;
	referenceField?: string;
}

/** One record by its id, straight from the record and not from a list's index, which may lag behind. */
export async function readRecord(reader: Reader, id: string): Promise<ReadRecord> {
	const { reply } = await reader.client.get(`${reader.spec.path}/${encodeURIComponent(id)}`);
	// a 404 of a proxy, or of an unknown site, says nothing about the record
	if (reply.kind === 'answer' && readError(reply).code === 'resource_not_found')
		return { kind: 'missing' };
	const found = readAnswer(reader, reply);
	return found ? { kind: 'found', found } : { kind: 'unreadable', reply };
}

/** The record in a successful answer; `undefined` for anything else. */
export function readAnswer({ spec, referenceField }: Reader, reply: Reply): Found | undefined {
	if (reply.kind !== 'answer' || reply.status !== 200) return undefined;
	const record = parseObject(reply.text)[spec.name];
	if (typeof record !== 'object' || record === null) return undefined;
	return spec.read(record as IDataObject, referenceField);
}
