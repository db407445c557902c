/** A page of a list whose next page is named by a link. */
export interface LinkedPage<Row> {
	rows: Row[];
	/** As the server wrote it; absent on the last page. */
	next?: string | undefined;
}

/** How the pages of one list are read, and what is said when that does not come to an end. */
export interface LinkedList<Page extends LinkedPage<unknown>> {
	/** @param page 1-based */
	read: (url: string, page: number) => Promise<Page>;
	/** The whole address of a next link. @throws when it leads elsewhere */
	resolve: (next: string, current: string) => string;
	/** The same page came again, or its address. */
	stuck: (page: number, url: string) => Error;
}

/**
 * All pages of a list, by their links. A short or even an empty page is not the end: only a missing link is.
 * @throws what `stuck` makes of a list that goes round in a circle: reading on would never end, and stopping would miss records
 */
export async function* linkedPages<Page extends LinkedPage<unknown>>(
	first: string,
	{ read, resolve, stuck }: LinkedList<Page>,
): AsyncGenerator<Page> {
	const seen = new Set<string>();
	let previous = '';
	let url: string | undefined = first;
	for (let number = 1; url !== undefined; number += 1) {
		const page: Page = await read(url, number);
		const content = page.rows.length > 0 ? JSON.stringify(page.rows) : '';
		if (content !== '' && content === previous) throw stuck(number, url);
		previous = content;
		seen.add(url);
		url = page.next === undefined ? undefined : resolve(page.next, url);
		if (url !== undefined && seen.has(url)) throw stuck(number + 1, url);
		yield page;
	}
}

/** A next link as a whole address, if it stays on the gateway: the token must not go anywhere else. */
export function resolveLink(next: string, base: string): { url: string } | { elsewhere: string } {
	const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
	return url?.origin === new URL(base).origin
		? { url: url.href }
		: { elsewhere: url?.host || 'no address at all' };
}
