import type { FsmBehaviour, FsmClass, FsmData, FsmRecord } from './data';
import { FsmException } from './exception';
import type { Test } from './filter';
import { lplTest, simpleTest } from './filter';

/** Rows of a page when a question names no number: nowhere published. */
const DEFAULT_ROWS = 100;

/** The parameters of a list, as https://github.com/clipham/infor-cloudsuite-mcp and https://github.com/van0219/DataConversion send them. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** A body and what the history shall say of it. */
export interface ListAnswer {
	body: unknown;
	rows: number;
}

/** Answers `classes/{class}/lists/{list}`. */
export function answerList(
	{ behaviour }: FsmData,
	name: string,
	content: FsmClass,
	{ list, parameters }: { list: string; parameters: Parameters },
): ListAnswer {
	const { _limit: limit, _links: links, _recordCountOnly: countOnly } = parameters;
	const changes = behaviour.timeStamps ? changesAsked(parameters) : undefined;
	const found = content.records
		.filter((record) => isAsked(record, changes))
		.filter(testOf(parameters, behaviour, name, content))
		.sort((a, b) => (keyOf(a, content) < keyOf(b, content) ? -1 : 1));
	if (countOnly === 'true' && behaviour.countShape !== 'ignored')
		return { body: countBody(found.length, behaviour), rows: 0 };
	const size = Math.min(Number(limit ?? DEFAULT_ROWS), behaviour.mostRows);
	const { positions } = behaviour;
	if (parameters._position !== undefined && positions === 'refused')
		throw new FsmException('Invalid position');
	const isForgotten = parameters._position !== undefined && positions === 'forgotten';
	const start = isForgotten ? found.length : startOf(found, content, parameters._position);
	const page = found.slice(start, start + size);
	const isLast = start + size >= found.length;
	const fields = fieldsAsked(parameters._fields, name, content, behaviour);
	const last = page.at(-1);
	const next = isLast || !last ? '' : nextLink(list, parameters, keyOf(last, content));
	const hasLink = next !== '' || behaviour.end === 'blank';
	return {
		rows: page.length,
		body: [
			{
				_count: page.length,
				...(links === 'true'
					? {
							_links: [
								{ rel: 'self', href: `../lists/${list}` },
								...(hasLink ? [{ rel: 'next', href: next }] : []),
								{ rel: 'prev', href: '' },
							],
						}
					: {}),
			},
			...page.map((record) => ({ _fields: rowOf(record, fields, changes, behaviour) })),
		],
	};
}

/** Relative to the lists of the class, with the question's own parameters: a blank between two of them is %20. */
function nextLink(list: string, parameters: Parameters, position: string): string {
	const { _position: _old, _paging: _way, ...kept } = parameters;
	const all = { ...kept, _paging: 'NEXT', _position: Buffer.from(position).toString('base64url') };
	const query = Object.entries(all).map(
		([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`,
	);
	return `../lists/${list}?${query.join('&')}`;
}

/** The page begins behind a key: a record that comes or goes meanwhile moves no other. */
function startOf(
	found: readonly FsmRecord[],
	content: FsmClass,
	position: string | undefined,
): number {
	if (position === undefined) return 0;
	const after = Buffer.from(position, 'base64url').toString();
	const start = found.findIndex((record) => keyOf(record, content) > after);
	return start < 0 ? found.length : start;
}

function keyOf({ fields }: FsmRecord, { key }: FsmClass): string {
	return key.map((field) => fields[field] ?? '').join('\u0000');
}

interface Window {
	from: number;
	to: number;
}

/**
 * `_fts` and `_tts`, UTC: changed after the first and up to the second, `0` for everything.
 * https://docs.infor.com/lmrk/2025.x/en-us/lmrkolh/lmrkwsrg/gdv1542037627125.html
 */
function changesAsked({ _fts: from, _tts: to }: Parameters): Window | undefined {
	if (from === undefined) return undefined;
	return { from: from === '0' ? 0 : timeOf(from), to: to === undefined ? Infinity : timeOf(to) };
}

function timeOf(stamp: string): number {
	const [, year, month, day, hour, minute, second, hundredths] =
		/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [];
	if (hundredths === undefined) throw new FsmException(`Invalid time stamp ${stamp}`);
	return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${hundredths}0Z`);
}

function isAsked({ changedAt, deletedAt }: FsmRecord, changes: Window | undefined): boolean {
	if (!changes) return deletedAt === undefined;
	const at = deletedAt ?? changedAt;
	return at > changes.from && at <= changes.to;
}

function testOf(
	{ _filter: simple, _lplFilter: lpl }: Parameters,
	{ filters }: FsmBehaviour,
	name: string,
	content: FsmClass,
): (record: FsmRecord) => boolean {
	if (!filters) return () => true;
	const tests: Test[] = [
		...(simple === undefined ? [] : [simpleTest(simple)]),
		...(lpl === undefined ? [] : [lplTest(lpl)]),
	];
	return ({ fields }) =>
		tests.every((test) =>
			test((field) => {
				if (!isField(field, content)) throw new FsmException(`${name} has no field ${field}`);
				return fields[field] ?? '';
			}),
		);
}

function isField(field: string, { records }: FsmClass): boolean {
	return records.some(({ fields }) => field in fields);
}

function fieldsAsked(
	asked: string | undefined,
	name: string,
	content: FsmClass,
	{ unknownFields }: FsmBehaviour,
): string[] {
	const [record] = content.records;
	const own = Object.keys(record?.fields ?? {}).filter((field) => !field.includes('.'));
	const named = (asked ?? '_all') === '_all' ? own : (asked ?? '').split(',');
	const unknown = named.find((field) => !isField(field, content));
	if (unknown !== undefined && unknownFields === 'exception')
		throw new FsmException(`${name} has no field ${unknown}`);
	return named.filter((field) => isField(field, content));
}

function rowOf(
	record: FsmRecord,
	fields: readonly string[],
	changes: Window | undefined,
	{ blanks, marker }: FsmBehaviour,
): Record<string, string> {
	const own = fields.map((field) => [field, record.fields[field] ?? ''] as const);
	const kept = own.filter(([, value]) => blanks === 'empty' || value !== '');
	const mark = changes && marker ? { [marker.field]: markOf(record, changes, marker) } : {};
	return { ...mark, ...Object.fromEntries(kept) };
}

function markOf(
	{ addedAt, deletedAt }: FsmRecord,
	{ from }: Window,
	marker: NonNullable<FsmBehaviour['marker']>,
): string {
	if (deletedAt !== undefined) return marker.deleted;
	return addedAt > from ? marker.added : marker.changed;
}

function countBody(count: number, { countShape }: FsmBehaviour): unknown {
	if (countShape === 'number') return count;
	if (countShape === 'text') return [{ _count: String(count) }];
	return countShape === 'object' ? { _count: count } : [{ _count: count }];
}
