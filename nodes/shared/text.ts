/** A scalar as text; the empty text for `null`, `undefined`, lists and objects, which have no sensible text. */
export function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
		? String(value)
		: '';
}

/** The beginning of a text, of at most `length` UTF-16 units, never ending within a character: half of one can't be sent. */
export function beginning(text: string, length: number): string {
	const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
	return text.slice(0, end);
}

/** The first of many names, for a sentence: `a, b, …`. */
export function someOf(names: readonly string[], most: number): string {
	return names.slice(0, most).join(', ') + (names.length > most ? ', …' : '');
}

/** Texts typed with commas between, or a list an expression gives; each once, without the blanks around. */
export function commaList(value: unknown): string[] {
	const parts = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
