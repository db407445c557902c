import type { IDataObject, INode } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import type { Reply } from '../../shared/http/send';
import type { ChargebeeClient } from './client';
import { parseObject } from './errorBody';
import { toNodeError } from './failure';
import type { FormObject } from './form';

/** Chargebee's largest page. https://apidocs.chargebee.com/docs/api/pagination */
export const LARGEST_PAGE = 100;

export interface Page {
	/** The entries as Chargebee wraps them, e.g. `{ customer: {...}, card: {...} }`. */
	entries: IDataObject[];
	nextOffset?: string;
}

/** One page of a list; a refused or unreadable page is an error, never an empty page. */
export async function listPage(
	client: ChargebeeClient,
	node: INode,
	path: string,
	query: FormObject,
): Promise<Page> {
	const { reply } = await client.get(path, query);
	return readPage(node, path, reply);
}

/** The page in an answer. */
export function readPage(node: INode, path: string, reply: Reply): Page {
	if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(node, reply);
	const body = parseObject(reply.text);
	if (!Array.isArray(body.list)) {
		throw operationError(node, say('not_a_list', { path }));
	}
	return {
		entries: body.list as IDataObject[],
		...(typeof body.next_offset === 'string' && body.next_offset
			? { nextOffset: body.next_offset }
			: {}),
	};
}

/** All pages of a list, one after the other. An offset that comes twice would never end, so it is an error. */
export async function* listPages(
	client: ChargebeeClient,
	node: INode,
	path: string,
	query: FormObject,
): AsyncGenerator<Page> {
	const seen = new Set<string>();
	let offset: string | undefined;
	do {
		const page = await listPage(client, node, path, {
			limit: LARGEST_PAGE,
			...query,
			...(offset === undefined ? {} : { offset }),
		});
		yield page;
		offset = page.nextOffset;
		if (offset !== undefined && seen.has(offset)) {
			throw operationError(node, say('same_page_twice', { path }));
		}
		if (offset !== undefined) seen.add(offset);
	} while (offset !== undefined);
}
