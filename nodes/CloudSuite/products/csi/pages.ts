import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { linkedPages } from '../../transport/linkedPages';
import type { CsiRow } from './answer';
import type { CheckedEntity } from './entities';
import { both, literal } from './filter';
import { withBlanks } from './padding';
import { unreadableIn } from './readable';
import type { CsiPage, CsiSession, Load } from './session';

/** Which rows of an entity are read. */
export interface RowsQuery {
	/** Conditions, all of which hold. */
	where: readonly string[];
	/** All of the entity's when absent; the key must be among them. */
	properties?: readonly string[];
	/** Most rows of one call; the setting when absent. */
	most?: number;
	/** The key of the last row of an earlier reading, as CSI wrote it: go on behind it. */
	after?: string | undefined;
}

/**
 * All rows, page by page, in the order of keys. The next page is what is behind the last key, by a filter. A bookmark, CSI's
 * own way, names a position too, but not every IDO heeds it (custom load methods and what extends an IDO need not), and
 * nothing published says what becomes of it when rows change or go meanwhile; so published clients read behind a key where
 * they need to be sure: https://github.com/functionaldevices-cis/syteline-api-examples (at 2c1edd5). Besides, a key can be
 * kept until the next poll of a trigger. "Paging" in the options chooses bookmarks.
 * @throws NodeOperationError when CSI does not get on: nothing is left out silently
 */
export async function* readRows(
	session: CsiSession,
	entity: CheckedEntity,
	query: RowsQuery,
): AsyncGenerator<CsiRow[]> {
	const seen = new Set<string>();
	const pages =
		session.options.paging === 'bookmark'
			? byBookmark(session, entity, query)
			: byKey(session, entity, query);
	for await (const { rows, what } of pages) {
		const keys = rows.map((row) => keyOf(row, entity));
		if (keys.some((key) => key.trim() === ''))
			throw session.fail(say('csi_row_without_key', { what, key: entity.key }));
		for (const row of rows) {
			const unreadable = unreadableIn(row);
			if (unreadable)
				throw session.fail(
					say('csi_value_unreadable', {
						...unreadable,
						what,
						key: `${entity.key} ${keyOf(row, entity).trim()}`,
					}),
				);
		}
		for (const key of keys) {
			if (seen.has(key) || key === query.after)
				throw session.fail(say('csi_page_twice', { what, key: key.trim() }));
			seen.add(key);
		}
		yield rows;
	}
}

/** The key as CSI wrote it, with its blanks. */
export function keyOf(row: CsiRow, { key }: Pick<CheckedEntity, 'key'>): string {
	return asText(row[key]);
}

interface NamedPage {
	rows: CsiRow[];
	/** For errors. */
	what: string;
}

async function* byKey(
	session: CsiSession,
	entity: CheckedEntity,
	query: RowsQuery,
): AsyncGenerator<NamedPage> {
	let last = query.after;
	for (let page = 1; ; page += 1) {
		const what = session.nameOf(entity.ido, page);
		const url = session.urlOf(loadOf(session, entity, { ...query, after: last }));
		const { rows, more } = await loadPage(session, entity, { url, what, last });
		const key = rows.length > 0 ? keyOf(rows.at(-1) ?? {}, entity) : undefined;
		yield { rows, what };
		// where CSI does not say whether there is more, a page without rows is the end
		if (more === false || key === undefined) return;
		last = key;
	}
}

async function* byBookmark(
	session: CsiSession,
	entity: CheckedEntity,
	query: RowsQuery,
): AsyncGenerator<NamedPage> {
	const load = loadOf(session, entity, query);
	const pages = linkedPages(session.urlOf(load), {
		read: async (url, number) => {
			const what = session.nameOf(entity.ido, number);
			const { rows, more, bookmark } = await loadPage(session, entity, {
				...{ url, what, last: query.after },
			});
			const isEnd = more === false || rows.length === 0;
			if (!isEnd && bookmark === undefined) throw session.fail(say('csi_no_bookmark', { what }));
			return { rows, what, next: isEnd ? undefined : bookmark };
		},
		resolve: (bookmark) => session.urlOf(load, bookmark),
		stuck: (number) =>
			session.fail(
				say('csi_page_twice', {
					what: session.nameOf(entity.ido, number),
					key: 'the rows of an earlier page',
				}),
			),
	});
	for await (const { rows, what } of pages) yield { rows, what };
}

async function loadPage(
	session: CsiSession,
	entity: CheckedEntity,
	{ url, what, last }: { url: string; what: string; last: string | undefined },
): Promise<CsiPage> {
	const page = await session.load(url, what);
	if (page.more === true && page.rows.length === 0)
		throw session.fail(say('csi_more_without_rows', { what, key: last?.trim() ?? 'the front' }));
	return { ...page, rows: withBlanks(page.rows, entity) };
}

function loadOf(session: CsiSession, entity: CheckedEntity, query: RowsQuery): Load {
	const { where, properties, most, after } = query;
	const behind = after === undefined ? [] : [`${entity.key} > ${literal(after)}`];
	return {
		ido: entity.ido,
		properties: properties ?? entity.properties,
		filter: both([...where, ...behind]),
		orderBy: [entity.key],
		most: most ?? session.options.pageSize,
	};
}
