/**
 * The few beginnings that keys share, so that their rows are read from a table without naming each, and without asking
 * the database for an order of texts: a collation may sort otherwise than the source did.
 * Rows of neighbours may be among what they find; no row of these keys is missing.
 * @param atMost how many beginnings there may be; at least one
 */
export function keyPrefixes(keys: readonly string[], atMost: number): string[] {
	const given = [...new Set(keys)].filter((key) => key !== '');
	if (given.length <= 1) return given;
	const longest = Math.max(...given.map((key) => key.length));
	let best = [''];
	for (let length = 1; length <= longest; length++) {
		const next = beginnings(given, length);
		if (next.length > atMost) break;
		best = next;
	}
	return best.filter((prefix) => !best.some((other) => isWithin(prefix, other)));
}

function beginnings(keys: readonly string[], length: number): string[] {
	return [...new Set(keys.map((key) => wholeCharacters(key.slice(0, length))))];
}

/** Half a character would be stored, and looked for, as another one. */
function wholeCharacters(text: string): string {
	return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function isWithin(prefix: string, other: string): boolean {
	return prefix !== other && prefix.startsWith(other);
}
