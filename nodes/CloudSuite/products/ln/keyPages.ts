import { say } from '../../errors/say';
import { asText } from '../../../shared/text';
import { stringLiteral } from './query';
import type { LnRow, LnSession } from './session';
import type { LnSet } from './sets';

/**
 * The rows of a set page by page, each page asked for behind the last key of the one before. LN's own next links may
 * count rows, and then a row that goes away meanwhile moves another one from the next page to the last, unseen.
 * A tenant whose LN refuses to compare keys, or does not heed it, is read by its next links; any other error is one.
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
		// LN compares keys byte for byte: what is not behind the place shows that the question was passed over
		const isBehind = (key: string) => !seen.has(key) && (after === undefined || key > after);
		if (!page?.every((row) => isBehind(keyOf(row)))) break;
		for (const row of page) seen.add(keyOf(row));
		last = keyOf(page[page.length - 1] ?? {});
		yield page;
	}
	for await (const page of linkedFrom(session, set, filter, after))
		yield page.filter((row) => !seen.has(keyOf(row)));
}

/** The next page that has rows; empty at the end, `undefined` when LN refuses this question. */
async function behind(
	session: LnSession,
	set: LnSet,
	filter: string | undefined,
	last: string | undefined,
): Promise<LnRow[] | undefined> {
	if (last === undefined) return await firstWithRows(session.pages(set, { filter }));
	let isRefused = false;
	const onRefused = () => (isRefused = true);
	const parts = [...(filter ? [filter] : []), `${set.key} gt ${stringLiteral(last)}`];
	// whatever else LN refuses of it, reading by next links is refused for, too, and says so
	const pages = session.pages(set, { filter: parts.join(' and '), onRefused });
	const page = await firstWithRows(pages);
	return isRefused ? undefined : page;
}

/**
 * The rows by LN's next links, from the front; of these what stands behind a key. Where its row is gone, the order of keys
 * tells what stood behind it, if that is the order of the list.
 */
async function* linkedFrom(
	session: LnSession,
	set: LnSet,
	filter: string | undefined,
	after: string | undefined,
): AsyncGenerator<LnRow[]> {
	const greater: LnRow[] = [];
	let isPassed = after === undefined;
	let isInOrder = true;
	let previous = '';
	for await (const page of session.pages(set, { filter })) {
		if (isPassed || after === undefined) {
			yield page;
			continue;
		}
		const keys = page.map((row) => asText(row[set.key]));
		const at = keys.indexOf(after);
		isPassed = at >= 0;
		if (isPassed) yield page.slice(at + 1);
		for (const [position, key] of keys.entries()) {
			isInOrder &&= key >= previous;
			previous = key;
			const row = page[position];
			if (!isPassed && row && key > after) greater.push(row);
		}
	}
	if (isPassed) return;
	if (!isInOrder)
		throw session.fail(
			say('ln_place_gone', { set: session.pathOf(set), key: after?.trim() ?? '' }),
		);
	yield greater;
}

async function firstWithRows(pages: AsyncIterable<LnRow[]>): Promise<LnRow[]> {
	for await (const page of pages) if (page.length > 0) return page;
	return [];
}
