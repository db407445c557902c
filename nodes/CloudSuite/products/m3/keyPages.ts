import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';

/**
 * Fewer rows than this are a whole list, if more were asked for: M3 gives 100 unless told otherwise, of which one may be the
 * row of names, and nothing is known to stop earlier.
 */
const SURELY_ALL = 99;

/** A list that begins at a key. M3 has no pages, and does not say whether there is more. */
export interface KeyList<Row> {
	/** For errors, e.g. `OCUSMA of company 130`. */
	what: string;
	/** How many rows a page is asked for. */
	most: number;
	/** Rows from this key on, it included or not; from the front without one. */
	page(from: string | undefined): Promise<Row[]>;
	keyOf(row: Row): string;
	/** What M3 is asked with, if that is only a part of the key. */
	startOf?(key: string): string;
	/** How many there are behind `after`; nothing when M3 does not count. */
	count?: ((after: string | undefined) => Promise<number | undefined>) | undefined;
	/** Whether M3 can be asked for what is behind this key. */
	canAsk?(key: string): boolean;
}

/**
 * All rows of a list, each once, in M3's order of keys. After a page of rows the next is asked for from its last key on:
 * first M3 is asked how many there should be, and if it does not count, a page that brings nothing new is the end. A page
 * that is shorter than asked for proves nothing: M3 may give fewer at once than the setting says.
 * The way published clients read, https://docs.infor.com/m3udi/16.x/en-us/m3beud/appfoundhs/uof1644857333894.html (EXPORTMI
 * has no pages either).
 * @param after the last key of an earlier reading
 * @throws NodeOperationError when M3 does not get on: nothing is left out silently
 */
export async function* keyPages<Row>(
	node: INode,
	list: KeyList<Row>,
	after?: string,
): AsyncGenerator<Row[]> {
	const seen = new Set<string>(after === undefined ? [] : [after]);
	const start = (key: string) => list.startOf?.(key) ?? key;
	const fresh = (rows: readonly Row[]) =>
		rows.filter((row) => !seen.has(list.keyOf(row)) && seen.add(list.keyOf(row)));
	let expected: number | undefined;
	let read = 0;
	let from = after;
	for (let page = 1; ; page += 1) {
		const rows = await list.page(from);
		const news = fresh(rows);
		read += news.length;
		if (news.length > 0) yield news;
		if (page === 1) {
			if (list.most > SURELY_ALL && rows.length < SURELY_ALL) return;
			expected = await list.count?.(after);
		}
		const missing = expected === undefined ? undefined : expected - read;
		if (missing !== undefined && missing <= 0) return;
		if (news.length === 0) {
			const isEnd = missing === undefined && rows.every((row) => start(list.keyOf(row)) === from);
			if (isEnd) return;
			throw operationError(
				node,
				say('m3_list_stuck', {
					what: list.what,
					key: from ?? 'the first key',
					read,
					count: expected === undefined ? '' : ` of ${String(expected)}`,
				}),
			);
		}
		from = nextFrom(list, rows) ?? from;
	}
}

/** The last key that can be asked for; what is behind it and known already is passed over. */
function nextFrom<Row>(list: KeyList<Row>, rows: readonly Row[]): string | undefined {
	const key = rows
		.map((row) => list.keyOf(row))
		.findLast((candidate) => list.canAsk?.(candidate) ?? true);
	return key === undefined ? undefined : (list.startOf?.(key) ?? key);
}
