import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../shared/text';
import type { Reply } from '../../shared/http/send';
import type { ChargebeeClient } from '../transport/client';
import { parseObject, readError } from '../transport/errorBody';
import { ownPart, parentOf } from './matchForm';
import type { Found, Policies, ResourceSpec } from './types';

export type ReadRecord =
	{ kind: 'found'; found: Found } | { kind: 'missing' } | { kind: 'unreadable'; reply: Reply };

export interface Reader {
	client: ChargebeeClient;
	spec: ResourceSpec;
}

/** What writing needs: the engine's eyes, and what the user wants done. */
export interface Writer extends Reader {
	policies: Policies;
}

/** One record by its id, straight from the record and not from a list's index, which may lag behind. */
export async function readRecord(reader: Reader, id: string): Promise<ReadRecord> {
	const { path, inside } = reader.spec;
	const { reply } = await reader.client.get(
		`${path}/${encodeURIComponent(inside ? parentOf(id) : id)}`,
	);
	// a 404 of a proxy, or of an unknown site, says nothing about the record
	if (reply.kind === 'answer' && readError(reply).code === 'resource_not_found')
		return { kind: 'missing' };
	const answered = readWrapped(reader.spec, reply);
	if (!answered) return { kind: 'unreadable', reply };
	const found = recordIn(reader.spec, answered, id);
	return found && !(found.deleted && reader.spec.reusesIds)
		? { kind: 'found', found }
		: { kind: 'missing' };
}

/** The record in a successful answer; `undefined` for anything else. */
export function readAnswer({ spec }: Reader, reply: Reply, id: string): Found | undefined {
	const answered = readWrapped(spec, reply);
	return answered ? recordIn(spec, answered, id) : undefined;
}

function readWrapped({ name, inside }: ResourceSpec, reply: Reply): IDataObject | undefined {
	if (reply.kind !== 'answer' || reply.status !== 200) return undefined;
	const record = parseObject(reply.text)[inside?.wrapper ?? name];
	return typeof record === 'object' && record !== null ? (record as IDataObject) : undefined;
}

function recordIn(
	{ inside, read }: ResourceSpec,
	answered: IDataObject,
	id: string,
): Found | undefined {
	if (!inside) return read(answered);
	const own = ownPart(id);
	const record = inside.recordsIn(answered).find((one) => ownPart(asText(one.id)) === own);
	return record ? read(record) : undefined;
}
