/** What a JSON text holds; `undefined` when it is none: a broken text must not become an error of its own. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * The same, with numbers a double can not hold as texts: whole numbers beyond 2^53, and decimals it would round. An
 * ID or a price would be another one. https://www.rfc-editor.org/rfc/rfc8259#section-6
 */
export function parseExactly(text: string): unknown {
	if (!/\d[\d.]{15}/.test(text)) return parseJson(text);
	const exact = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
		/^-?\d+(\.\d+)?$/.test(token) && !isExact(token) ? `"${token}"` : token,
	);
	return parseJson(exact);
}

/** Every decimal of up to 15 digits comes back from a double as it was, and of the longer ones those a double wrote. */
function isExact(token: string): boolean {
	if (!token.includes('.')) return Number.isSafeInteger(Number(token));
	const digits = token.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
	return digits.length <= 15 || String(Number(token)) === token.replace(/\.?0+$/, '');
}

/** A value that may have come as its JSON text, e.g. from an expression or a Data Table. */
export function unlessText(value: unknown): unknown {
	return typeof value === 'string' ? parseJson(value) : value;
}

/** An object or a list by its members; `undefined` for anything else. */
export function objectOf(value: unknown): Record<string, unknown> | undefined {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)
		: undefined;
}

/** A text without the byte order mark that Windows programs put first, which is no JSON. */
export function withoutMark(text: string): string {
	return text.replace(/^\uFEFF/, '');
}
