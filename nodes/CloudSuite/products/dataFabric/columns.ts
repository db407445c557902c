/** The columns of a table as this tenant has them, in lower case with the published name behind. */
export type Columns = ReadonlyMap<string, string>;

export function columnsOf(names: readonly string[]): Columns {
	return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** What became of looking for a column. */
export type Found =
	| { kind: 'column'; name: string }
	| { kind: 'missing' }
	/** It is there in several languages, and none of them was asked for. */
	| { kind: 'languages'; languages: string[] };

/**
 * Finds a column. Texts that LN keeps in several languages have the language behind their name, in a form that differs by
 * tenant: `nama`, `nama_bg_BG`, `nama__en_us` have all been met.
 * @param language as `en-us`; empty for "the only one there is"
 */
export function findColumn(columns: Columns, name: string, language: string): Found {
	const inLanguages = [...columns].flatMap(([key, published]) => {
		const suffix = key.startsWith(`${name}_`) ? key.slice(name.length) : '';
		const found = /^__?([a-z]{2}(?:[_-][a-z]{2})?)$/.exec(suffix)?.[1]?.replace('_', '-');
		// the keyword of an enum
		return found === undefined || found === 'kw' ? [] : [{ language: found, published }];
	});
	const plain = columns.get(name);
	const wanted = inLanguages.find((one) => isLanguage(one.language, language));
	const [only, ...others] = inLanguages;
	if (wanted) return { kind: 'column', name: wanted.published };
	if (plain !== undefined) return { kind: 'column', name: plain };
	if (only === undefined) return { kind: 'missing' };
	// texts that are kept in one language only have that one, whatever is chosen for the others
	return others.length === 0
		? { kind: 'column', name: only.published }
		: { kind: 'languages', languages: inLanguages.map((one) => one.language).sort() };
}

/** `en` asked for is met by `en-us`, not the other way round. */
function isLanguage(found: string, wanted: string): boolean {
	return wanted !== '' && (found === wanted || found.startsWith(`${wanted}-`));
}
