/**
 * The id of a record: its key without the company, e.g. `CG1/C0001`. The last part is as it is, however many slashes it
 * has; in the parts before, a slash is escaped.
 */
export function idOf(parts: readonly string[]): string {
	const last = parts.length - 1;
	return parts
		.map((part, position) => (position < last ? part.replace(/[%/]/g, encodeURIComponent) : part))
		.join('/');
}

/**
 * The parts of an id that has so many; `undefined` for one with fewer, which is the last part alone: people leave out the
 * group of a customer when there is only one.
 */
export function partsOf(id: string, count: number): string[] | undefined {
	const pieces = id.split('/');
	if (pieces.length < count || count < 2) return undefined;
	const leading = pieces.slice(0, count - 1).map((piece) => piece.replace(/%25|%2F/gi, unescaped));
	return [...leading, pieces.slice(count - 1).join('/')].map((part) => part.trim());
}

function unescaped(code: string): string {
	return code === '%25' ? '%' : '/';
}

/** Whether a person means this record by what was typed: the whole id, or its last part. */
export function isMeant(typed: string, parts: readonly string[]): boolean {
	return typed.trim() === idOf(parts) || typed.trim() === parts.at(-1);
}
