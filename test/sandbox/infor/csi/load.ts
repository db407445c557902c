import type { CsiBehaviour, CsiConfiguration, CsiRow } from './data';
import { comparable, filterOf } from './filter';
import type { Ido } from './idos';
import { propertyOf } from './idos';
import { CsiRefused } from './refused';

/** By name in small letters: clients write them in several ways. */
export type Parameters = Readonly<Record<string, string | undefined>>;

interface Order {
	property: string;
	isDescending: boolean;
}

/** What a load tells, and how many rows that are. */
export interface LoadAnswer {
	body: Record<string, unknown>;
	rows: number;
}

/**
 * Answers `load/{IDO}`. Parameters and answer as in Infor's guide:
 * https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 * @param now milliseconds, as the clock of the server shows it
 */
export function answerLoad(
	ido: Ido,
	configuration: CsiConfiguration,
	parameters: Parameters,
	{ behaviour, now }: { behaviour: CsiBehaviour; now: number },
): LoadAnswer {
	if (parameters.clm !== undefined)
		throw new CsiRefused(`Method ${parameters.clm} not found on ${ido.name} IDO.`);
	const properties = propertiesOf(ido, parameters.properties);
	const order = orderOf(ido, parameters.orderby);
	const passedOver = behaviour.keyConditions === 'passedOver' ? order[0]?.property : undefined;
	const filter = (parameters.filter ?? '').trim();
	const test = filter === '' ? () => true : filterOf(filter, ido, now, passedOver);
	const found = ido
		.rows(configuration)
		.filter(test)
		.toSorted((a, b) => compare(a, b, order, ido));
	const start = startOf(found, ido, order, parameters, behaviour);
	const page = found.slice(start, start + capOf(parameters.recordcap, behaviour));
	const hasMore = start + page.length < found.length;
	const isReadOnly = /^(true|1)$/i.test(parameters.readonly ?? '');
	const rows = page.map((row) => told(row, properties, ido, { isReadOnly, behaviour }));
	return {
		rows: rows.length,
		body: {
			Items: rows.length === 0 && behaviour.noItems === 'null' ? null : rows,
			Bookmark: bookmarkOf(page, order, behaviour),
			...moreOf(hasMore, behaviour),
			Success: true,
			Message: null,
		},
	};
}

function moreOf(hasMore: boolean, { moreRows }: CsiBehaviour): Record<string, unknown> {
	if (moreRows === 'absent') return {};
	if (moreRows === 'always') return { MoreRowsExist: true };
	return { MoreRowsExist: moreRows === 'text' ? String(hasMore) : hasMore };
}

/** All properties without a list or for an asterisk, which of SLItems are nearly 500. */
function propertiesOf(ido: Ido, list: string | undefined): string[] {
	if (list === undefined || list === '' || list === '*') return Object.keys(ido.kinds);
	return list.split(',').map((name) => propertyOf(ido, name.trim()));
}

function orderOf(ido: Ido, list: string | undefined): Order[] {
	if (list === undefined || list.trim() === '')
		return ido.keys.map((property) => ({ property, isDescending: false }));
	return list.split(',').map((part) => {
		const [name = '', direction = ''] = part.trim().split(/\s+/);
		return { property: propertyOf(ido, name), isDescending: /^desc$/i.test(direction) };
	});
}

/** -1 and nothing are the default, 0 is all rows. */
function capOf(text: string | undefined, { defaultRows, mostRows }: CsiBehaviour): number {
	const cap = Number(text ?? -1);
	if (!Number.isInteger(cap)) throw new CsiRefused(`Invalid record cap ${text}`);
	const wanted = cap < 0 ? defaultRows : cap === 0 ? Number.POSITIVE_INFINITY : cap;
	return Math.min(wanted, mostRows);
}

function compare(a: CsiRow, b: CsiRow, order: readonly Order[], ido: Ido): number {
	for (const { property, isDescending } of order) {
		const [left, right] = [a, b].map((row) =>
			comparable(row[property] ?? null, ido.kinds[property] ?? 'text'),
		);
		if (left === right) continue;
		// nothing comes first
		const isLess = left === null || (right !== null && right !== undefined && (left ?? '') < right);
		return isLess === isDescending ? 1 : -1;
	}
	return 0;
}

/**
 * The names of the order, which of them descend, and the values of the first and the last row: what is in a bookmark is as
 * in Infor's sample, how it is read is not published.
 */
function bookmarkOf(
	page: readonly CsiRow[],
	order: readonly Order[],
	{ bookmarks }: CsiBehaviour,
): string | null {
	const [first, last] = [page[0], page.at(-1)];
	if (bookmarks === 'absent' || !first || !last) return null;
	const list = (name: string, values: readonly string[]) =>
		values.map((value) => `<${name}>${escaped(value)}</${name}>`).join('');
	const valuesOf = (row: CsiRow) => order.map(({ property }) => row[property] ?? '');
	const names = order.map(({ property }) => property);
	const flags = order.map(({ isDescending }) => String(isDescending));
	return `<B><P>${list('p', names)}</P><D>${list('f', flags)}</D><F>${list('v', valuesOf(first))}</F><L>${list('v', valuesOf(last))}</L></B>`;
}

function startOf(
	found: readonly CsiRow[],
	ido: Ido,
	order: readonly Order[],
	{ loadtype = 'FIRST', bookmark = '' }: Parameters,
	{ bookmarks }: CsiBehaviour,
): number {
	if (!/^(FIRST|NEXT)$/i.test(loadtype)) throw new CsiRefused(`Load type ${loadtype}`);
	// as a published client begins: NEXT without a bookmark is the front
	if (/^FIRST$/i.test(loadtype) || bookmark === '' || bookmarks !== 'given') return 0;
	const last = /<L>(.*)<\/L>/s.exec(bookmark)?.[1] ?? '';
	const values = [...last.matchAll(/<v>(.*?)<\/v>/gs)].map(([, value]) => unescaped(value ?? ''));
	const position = Object.fromEntries(
		order.map(({ property }, at) => [property, values[at] ?? null]),
	);
	const start = found.findIndex((row) => compare(row, position, order, ido) > 0);
	return start < 0 ? found.length : start;
}

function told(
	row: CsiRow,
	properties: readonly string[],
	ido: Ido,
	{ isReadOnly, behaviour }: { isReadOnly: boolean; behaviour: CsiBehaviour },
): CsiRow {
	const own = properties.map((property): [string, string | null] => {
		const value = row[property] ?? null;
		const isDate = ido.kinds[property] === 'date' && value !== null;
		if (behaviour.trimsKeys && ido.keys.includes(property))
			return [property, value?.trim() ?? null];
		return [property, isDate ? dateText(value, behaviour) : value];
	});
	return {
		...Object.fromEntries(own),
		// for changing the row: table, date of change and ID
		...(isReadOnly
			? {}
			: { _ItemId: `PBT=[${ido.name}] x.DT=[${row.RecordDate}] x.ID=[${row.RowPointer}]` }),
	};
}

function dateText(value: string, { dates }: CsiBehaviour): string {
	return dates === 'internal' ? value : value.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
