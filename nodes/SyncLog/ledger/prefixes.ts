/** Keys, and what all of them begin with. */
interface Group {
	prefix: string;
	keys: readonly string[];
}

/**
 * The few beginnings that keys share, so that their rows are read from a table without naming each, and without asking
 * the database for an order of texts: a collation may sort otherwise than the source did.
 * Rows of neighbours may be among what they find; no row of these keys is missing. Each beginning is as long as its keys
 * allow, and the one with the most keys is split first: of many neighbours it would find the most.
 * @param atMost how many beginnings there may be; at least one
 */
export function keyPrefixes(keys: readonly string[], atMost: number): string[] {
	const given = [...new Set(keys)].filter((key) => key !== '');
	if (given.length === 0) return [];
	let groups = [groupOf(given)];
	for (let next = splitLargest(groups, atMost); next; next = splitLargest(groups, atMost))
		groups = next;
	return groups.map(({ prefix }) => prefix);
}

function splitLargest(groups: readonly Group[], atMost: number): Group[] | undefined {
	const largestFirst = [...groups].sort((a, b) => b.keys.length - a.keys.length);
	for (const group of largestFirst) {
		const parts = split(group);
		if (parts.length > 1 && groups.length - 1 + parts.length <= atMost)
			return groups.flatMap((one) => (one === group ? parts : [one]));
	}
	return undefined;
}

/** By the character behind what they share. A key that ends there is found by no longer beginning. */
function split({ prefix, keys }: Group): Group[] {
	if (keys.includes(prefix)) return [];
	const parts = new Map<string, string[]>();
	for (const key of keys) {
		const [character = ''] = key.slice(prefix.length);
		const part = parts.get(character);
		if (part) part.push(key);
		else parts.set(character, [key]);
	}
	return [...parts.values()].map(groupOf);
}

function groupOf(keys: readonly string[]): Group {
	const [first = ''] = keys;
	let length = first.length;
	for (const key of keys) while (!key.startsWith(first.slice(0, length))) length -= 1;
	return { prefix: wholeCharacters(first.slice(0, length)), keys };
}

/** Half a character would be stored, and looked for, as another one. */
function wholeCharacters(text: string): string {
	return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
