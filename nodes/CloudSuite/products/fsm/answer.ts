import { objectOf, parseJson, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';

/** The fields of a record as FSM sends them: texts, as far as is known. */
export type FsmRow = Readonly<Record<string, unknown>>;

/** What FSM answered, whatever the HTTP status. */
export type FsmAnswer =
	| { kind: 'rows'; rows: FsmRow[]; next: string | undefined; hasLinks: boolean }
	| { kind: 'exception'; message: string }
	| { kind: 'unreadable' };

/** One somebody can do something with. */
export type FsmReply = Exclude<FsmAnswer, { kind: 'unreadable' }>;

/**
 * Reads a list: an array whose first element holds links, and one element per record with its fields. Errors come as an
 * object, also with HTTP 200.
 * Shape as published clients read it: https://github.com/van0219/DataConversion (at 75fe302, backend/app).
 */
export function readAnswer(text: string): FsmAnswer {
	const body = objectOf(parseJson(withoutMark(text)));
	if (body === undefined) return { kind: 'unreadable' };
	const exception = objectOf(body.exception);
	if (exception)
		return { kind: 'exception', message: asText(exception.message).trim() || 'no message' };
	// an object with the same elements as its members has been met, too
	const elements = Object.values(body).map((element) => objectOf(element) ?? {});
	const isList = elements.every(({ _fields: fields, _links: links, _count: count }) =>
		[fields, links, count].some((member) => member !== undefined),
	);
	if (!isList || (elements.length === 0 && !Array.isArray(body))) return { kind: 'unreadable' };
	const rows = elements.map(({ _fields: fields }) => objectOf(fields));
	const metadata = elements.filter(({ _fields: fields }) => fields === undefined);
	const links = metadata.flatMap(({ _links: list }) => (Array.isArray(list) ? [list] : [])).flat();
	return {
		kind: 'rows',
		rows: rows.filter((row) => row !== undefined),
		next: nextOf(links),
		hasLinks: metadata.some(({ _links: list }) => Array.isArray(list)),
	};
}

/**
 * The number in the answer to `_recordCountOnly=true`. Its shape is not documented: it has been read from `_count`, of the
 * object or of the first element. With records beside it, the question was not understood and the number may be a page's.
 */
export function readCount(text: string): number | undefined {
	const body = parseJson(withoutMark(text));
	if (typeof body === 'number') return wholeOf(body);
	const elements = Array.isArray(body) ? (body as unknown[]) : [body];
	const members = elements.map((element) => objectOf(element) ?? {});
	if (members.some(({ _fields: fields }) => fields !== undefined)) return undefined;
	const [first] = members.flatMap((element) =>
		Object.entries(element).filter(([name]) => /count$/i.test(name)),
	);
	return wholeOf(first?.[1]);
}

/** A blank address is the end, like none at all. */
function nextOf(links: readonly unknown[]): string | undefined {
	const next = links.map(objectOf).find((link) => link?.rel === 'next');
	return asText(next?.href).trim() || undefined;
}

function wholeOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}
