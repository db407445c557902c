import type { IDataObject, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
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
	if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(node, reply);
	const body = parseObject(reply.text);
	if (!Array.isArray(body.list)) {
		throw new NodeOperationError(node, `Chargebee's answer to ${path} is not a list`, {
			description:
				'A proxy or log-in page may have answered instead. Nothing was skipped; run again.',
		});
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
			throw new NodeOperationError(node, `Chargebee gave the same page of ${path} twice`, {
				description: 'The list can not be read to its end, so nothing was decided. Run again.',
			});
		}
		if (offset !== undefined) seen.add(offset);
	} while (offset !== undefined);
}
