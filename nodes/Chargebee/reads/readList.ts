import type { IDataObject, INode } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import { asText } from '../../shared/text';
import type { ChargebeeClient } from '../transport/client';
import type { FormObject } from '../transport/form';
import { LARGEST_PAGE, listPages } from '../transport/list';
import type { Condition } from './condition';

export interface Reading {
	client: ChargebeeClient;
	node: INode;
	/** The input item, for errors. */
	item: number;
}

export interface ListRequest<T> {
	path: string;
	/** The member Chargebee wraps a record in. */
	member: string;
	plural: string;
	/** What is asked beside the conditions, e.g. the order. */
	query?: FormObject;
	conditions?: readonly Condition[];
	/** All of them when absent. */
	limit?: number;
	/** What is kept of a record: a list may be too long to keep all of each. */
	take: (record: IDataObject) => T;
}

/**
 * Reads a list page by page, each record once: one that changes meanwhile may come again on a later page, and counts
 * as it came last. Every record is checked against the conditions: Chargebee answers with everybody when it ignores a
 * filter, and a list of strangers must not be taken for the result.
 */
export async function readList<T>(
	{ client, node, item }: Reading,
	request: ListRequest<T>,
): Promise<T[]> {
	const { path, member, plural, query = {}, conditions = [], limit = Infinity, take } = request;
	const records = new Map<string, T>();
	const asked = Object.fromEntries(conditions.map(({ parameter, value }) => [parameter, value]));
	const all = { limit: Math.min(limit, LARGEST_PAGE), ...query, ...asked };
	for await (const page of listPages(client, node, path, all)) {
		for (const entry of page.entries) {
			const record = entry[member] as IDataObject | undefined;
			if (typeof record !== 'object' || record === null) {
				throw operationError(node, say('unexpected_records', { path, records: plural }), item);
			}
			const ignored = conditions.find(({ holds }) => !holds(record));
			if (ignored) {
				const facts = { filter: ignored.parameter, records: plural };
				throw operationError(node, say('filter_ignored', facts), item);
			}
			// the id of a deleted record may be used again
			records.set(`${record.deleted === true} ${asText(record.id)}`, take(record));
		}
		if (records.size >= limit) break;
	}
	return [...records.values()].slice(0, limit);
}
