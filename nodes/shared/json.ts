/** What a JSON text holds; `undefined` when it is none: a broken text must not become an error of its own. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
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
