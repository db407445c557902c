const BASE = '/api/v2/';

/** `/api/v2/customers/a%20b/delete` -> `['customers', 'a b', 'delete']`; nothing when it is no path of the API. */
export function readPath(path: string): string[] {
	if (!path.startsWith(BASE)) return [];
	const parts = path.slice(BASE.length).split('/').map(decode);
	return parts.includes(undefined) ? [] : parts.filter((part) => part !== undefined);
}

/** For people: decoded where it can be. */
export function readableQuery(query: string): string {
	return decode(query.replace(/\+/g, ' ')) ?? query;
}

/** `undefined` when percent signs are misused. */
function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
