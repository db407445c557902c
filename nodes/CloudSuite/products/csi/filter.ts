/**
 * Filters of CSI: the part of SQL that is a condition. Newer releases take no functions but GETDATE and DATEADD, no
 * sub-queries and no texts in double quotes; a text is written N'…', with quotes in it doubled.
 * https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 */

/** A text in a filter; also a date. */
export function literal(text: string): string {
	return `N'${text.replaceAll("'", "''")}'`;
}

/** All of these. */
export function both(conditions: readonly string[]): string {
	return conditions.join(' AND ');
}

/** One of these. */
export function either(conditions: readonly string[]): string {
	const [only, ...others] = conditions;
	return others.length === 0 ? (only ?? '') : `(${conditions.join(' OR ')})`;
}

/** The property is one of these texts. */
export function isOneOf(property: string, texts: readonly string[]): string {
	return `${property} IN (${texts.map(literal).join(', ')})`;
}

/**
 * Characters of a filter, encoded, that a list of texts may have: CSI is behind an IIS, which takes 2,048 in all of a query
 * unless set otherwise, and the names of the properties need half of them.
 * https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/requestlimits/
 */
const MOST_ENCODED = 800;

/** Texts in portions that fit into one filter each. */
export function portions(texts: readonly string[]): string[][] {
	const lists: string[][] = [];
	let length = Number.POSITIVE_INFINITY;
	for (const text of texts) {
		const own = encodeURIComponent(`${literal(text)}, `).length;
		if (length + own > MOST_ENCODED) {
			lists.push([]);
			length = 0;
		}
		lists.at(-1)?.push(text);
		length += own;
	}
	return lists;
}

/**
 * The ways a key may be written that a person names by `id`: as typed, without blanks around, and right-justified in its
 * length. Customer numbers have seven characters; those of digits alone are kept with blanks before them, and CSI compares
 * these, too.
 */
export function keyForms(id: string, length: number | undefined): string[] {
	const bare = id.trim();
	return [...new Set([id, bare, bare.padStart(length ?? 0)])];
}
