import { objectOf, parseJson, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';

/** A row by its properties; values are texts in a form without a language, `null` for none. */
export type CsiRow = Readonly<Record<string, unknown>>;

/** What CSI answered to a load, whatever it says in HTTP. */
export type CsiAnswer =
	| {
			kind: 'rows';
			rows: CsiRow[];
			/** Position of the page, an XML text; nothing when there is none. */
			bookmark: string | undefined;
			/** Whether CSI says that there are more rows; nothing when it does not say. */
			more: boolean | undefined;
	  }
	| { kind: 'refused'; message: string }
	| { kind: 'unreadable'; isVersion1: boolean };

/**
 * Reads the answer to a load. Errors come with HTTP 200: `Success` is false, and `Message` says why; rows beside it are not
 * to be used. Without any row, `Items` may be null.
 * https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 */
export function readLoad(text: string): CsiAnswer {
	const body = bodyOf(text);
	if (!body) return { kind: 'unreadable', isVersion1: false };
	const hasNothing = 'Items' in body && (body.Items ?? null) === null && !isTrue(body.Success);
	if (isFalse(body.Success) || hasNothing) return { kind: 'refused', message: messageOf(body) };
	const items = 'Items' in body ? (body.Items ?? []) : undefined;
	if (!Array.isArray(items)) return { kind: 'unreadable', isVersion1: false };
	// the older service gives each row as a list of names and values
	const isVersion1 = items.some(Array.isArray);
	if (isVersion1 || items.some((item) => objectOf(item) === undefined))
		return { kind: 'unreadable', isVersion1 };
	return {
		kind: 'rows',
		rows: items.map((item) => objectOf(item) ?? {}),
		bookmark: asText(body.Bookmark) || undefined,
		more: isFalse(body.MoreRowsExist) ? false : isTrue(body.MoreRowsExist) ? true : undefined,
	};
}

/** What a tenant's IDO is made of. */
export type CsiInfo =
	/** Length by property, `undefined` where none is told. */
	| { kind: 'properties'; lengths: ReadonlyMap<string, number | undefined> }
	| { kind: 'refused'; message: string };

/**
 * Reads the description of an IDO. Infor's own sample of a good one says `"Success": false`, so what counts is whether
 * there are properties. https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/
 */
export function readInfo(text: string): CsiInfo {
	const body = bodyOf(text);
	const properties: unknown[] = Array.isArray(body?.Properties) ? body.Properties : [];
	const lengths = new Map(
		properties
			.map((property) => objectOf(property) ?? {})
			.map(({ Name: name, Length: length }) => [asText(name), lengthOf(length)] as const)
			.filter(([name]) => name !== ''),
	);
	if (lengths.size > 0) return { kind: 'properties', lengths };
	return { kind: 'refused', message: body ? messageOf(body) : 'the answer is no description' };
}

/** The names of configurations; nothing for another answer. */
export function readConfigurations(text: string): string[] | undefined {
	const names = bodyOf(text)?.Configurations;
	return Array.isArray(names) ? names.map(asText).filter((name) => name !== '') : undefined;
}

/** Why a load was refused, in CSI's words. */
export function refusalOf(text: string): string | undefined {
	const answer = readLoad(text);
	return answer.kind === 'refused' ? answer.message : undefined;
}

function bodyOf(text: string): Record<string, unknown> | undefined {
	const body = objectOf(parseJson(withoutMark(text)));
	return Array.isArray(body) ? undefined : body;
}

/** Messages may span lines. */
function messageOf({ Message: message }: Record<string, unknown>): string {
	const text = asText(message)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	return text || 'no reason given';
}

function isTrue(value: unknown): boolean {
	return /^(true|1)$/i.test(asText(value));
}

function isFalse(value: unknown): boolean {
	return /^(false|0)$/i.test(asText(value));
}

function lengthOf(value: unknown): number | undefined {
	const length = Number(value);
	return Number.isInteger(length) && length > 0 ? length : undefined;
}
