const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A language tag as Chargebee writes it, e.g. `fr` or `pt-BR`; `undefined` for a code no language has. */
export function languageTag(code: string): string | undefined {
	try {
		const [tag] = Intl.getCanonicalLocales(code.replace(/_/g, '-'));
		const [language = ''] = (tag ?? '').split('-');
		return tag !== undefined && LANGUAGES.of(language) !== undefined ? tag : undefined;
	} catch {
		return undefined;
	}
}
