import { asText } from '../../../shared/text';
import { stringLiteral } from './query';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';

/**
 * The rows of a set page by page, each page asked for behind the last key of the one before. LN's own next links may
 * count rows, and then a row that goes away meanwhile moves another one from the next page to the last, unseen.
 * A tenant whose LN does not compare keys, or does not heed it, is read by its next links.
 * @param after go on behind this key, in wire form
 */
export async function* keyPages(
	session: LnSession,
	set: LnSet,
	filter: string | undefined,
	after?: string,
): AsyncGenerator<LnRow[]> {
	const seen = new Set<string>();
	const keyOf = (row: LnRow) => asText(row[set.key]);
	for (let last = after; ;) {
		const page = await behind(session, set, filter, last);
		if (page?.length === 0) return;
		if (!page || page.some((row) => seen.has(keyOf(row)) || keyOf(row) === after)) break;
		for (const row of page) seen.add(keyOf(row));
		last = keyOf(page[page.length - 1] ?? {});
		yield page;
	}
	for await (const page of session.pages(set, { filter }))
		yield page.filter((row) => !seen.has(keyOf(row)));
}

/** The next page that has rows; empty at the end, `undefined` when this question can not be answered. */
async function behind(
	session: LnSession,
	set: LnSet,
	filter: string | undefined,
	last: string | undefined,
): Promise<LnRow[] | undefined> {
	const place = last === undefined ? [] : [`${set.key} gt ${stringLiteral(last)}`];
	const parts = [...(filter ? [filter] : []), ...place].join(' and ');
	const pages = session.pages(set, { filter: parts });
	if (last === undefined) return await firstWithRows(pages);
	// whatever is wrong: if it is not the comparison, reading by next links fails of it, too, and says so
	return await firstWithRows(pages).catch(() => undefined);
}

async function firstWithRows(pages: AsyncIterable<LnRow[]>): Promise<LnRow[]> {
	for await (const page of pages) if (page.length > 0) return page;
	return [];
}
