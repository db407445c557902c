/** The project's part of an item key, blanks for a standard item. */
const PROJECT_LENGTH = 9;

/**
 * An LN item key as people write it. The key is segmented: nine characters of the project, then the code; a standard
 * item has blanks there. A project's own item keeps its project in the id, or it would be taken for the standard one.
 */
export function itemIdOf(key: string): string {
	const project = key.slice(0, PROJECT_LENGTH).trim();
	const code = key.slice(PROJECT_LENGTH).trim();
	// shorter than a segment, or no code after it: then it is no segmented key
	if (code === '') return key.trim();
	return project === '' ? code : `${project}/${code}`;
}

/** The key of a standard item by its code, whatever that looks like. */
export function standardItemKey(code: string): string {
	return `${' '.repeat(PROJECT_LENGTH)}${code}`;
}

/** The key of an item as typed: `AX-2040` is a standard item, `PRJ000007/AX-2040` a project's own. */
export function itemKeyOf(id: string): string {
	const [first = '', rest] = id.trim().split(/\/(.*)/s);
	return rest === undefined ? standardItemKey(first) : `${first.padEnd(PROJECT_LENGTH)}${rest}`;
}
