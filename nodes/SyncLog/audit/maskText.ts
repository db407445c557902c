import { say as sayOfChargebee } from '../../Chargebee/errors/say';
import { say as sayOfCloudSuite } from '../../CloudSuite/errors/say';

const EMAIL = /[^\s"'<>,;:()[\]]+@[^\s"'<>,;:()[\]]+\.[^\s"'<>,;:()[\]]*[^\s"'<>,;:()[\].]/g;
/** International, or with a leading zero: other numbers may be ids or dates. */
const PHONE = /(?<![\w.:/-])(?:\+|00|\(?0)\d?[\d ()/.-]{5,}\d(?![\w:])/g;
/** Prefixes of the EU's VAT numbers and its neighbours'. https://ec.europa.eu/taxation_customs/vies/ */
const VAT =
	/\b(?:AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ -]?(?=[A-Z0-9]*\d{5})[A-Z0-9]{8,12}\b/g;
const PATTERNS = [EMAIL, VAT, PHONE];
/** A CloudSuite key: it stays, with what looks like a number in it. */
const KEY = /\b[a-zA-Z]+:[^\s:,;"]+:[^\s:,;"]*:[^\s,;"]*[^\s,;".:]/;
/** A text in quotes, as messages show values; JSON's escapes within. */
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/** What a text is replaced by: its beginning, and nothing to guess the rest from. */
export function masked(text: string): string {
	const at = text.lastIndexOf('@');
	const host = text.slice(at + 1);
	const top = host.lastIndexOf('.');
	if (at > 0 && top > 0) return `${first(text)}***@${first(host)}***${host.slice(top)}`;
	return `${first(text)}***`;
}

/** Whether a value looks like an e-mail address, a phone or a VAT number, whatever its field is called. */
export function looksPersonal(text: string): boolean {
	return PATTERNS.some((pattern) => text.trim().match(pattern)?.[0] === text.trim());
}

/**
 * Masks what is personal in a sentence: `known` values, e-mail addresses, phones, VAT numbers, and every value in quotes.
 * What the messages themselves have in quotes (names of settings) stays, and so do CloudSuite keys and these `ids`.
 */
export function maskSentence(
	text: string,
	known: readonly string[],
	ids: readonly string[],
	mask: (value: string) => string,
): string {
	const kept = [KEY.source, ...ids.filter((id) => id.length > 2).map(escaped)].join('|');
	const names = known.filter((value) => value.length > 2).sort((a, b) => b.length - a.length);
	return text
		.split(new RegExp(`(${kept})`))
		.map((part, index) => (index % 2 === 1 ? part : maskPart(part, names, mask)))
		.join('');
}

function maskPart(text: string, known: readonly string[], mask: (value: string) => string): string {
	const quoted = text.replace(QUOTED, (whole, value: string) =>
		value === '' || SETTINGS.has(value) ? whole : `"${mask(value)}"`,
	);
	const named = known.reduce((rest, value) => rest.replaceAll(value, mask(value)), quoted);
	return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, mask), named);
}

/** Everything the catalogues say in quotes that is no value. */
const SETTINGS: ReadonlySet<string> = new Set(
	[...Object.values(sayOfChargebee.catalogue), ...Object.values(sayOfCloudSuite.catalogue)].flatMap(
		({ message, action }) =>
			[...`${message} ${action}`.matchAll(QUOTED)]
				.map(([, words]) => words ?? '')
				.filter((words) => !words.includes('{')),
	),
);

function first(text: string): string {
	return Array.from(text.trim())[0] ?? '';
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
