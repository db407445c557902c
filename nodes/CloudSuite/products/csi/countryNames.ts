import { COUNTRY_CODES } from '../../../shared/countries';

/** Languages a country table is likely to be kept in. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'fi', 'pl'];

/** Names in use that are no official ones. */
const COMMON: ReadonlyArray<readonly [string, string]> = [
	['USA', 'US'],
	['U.S.A.', 'US'],
	['United States of America', 'US'],
	['Great Britain', 'GB'],
	['England', 'GB'],
	['Scotland', 'GB'],
	['Holland', 'NL'],
	['The Netherlands', 'NL'],
	['Turkey', 'TR'],
	['Czech Republic', 'CZ'],
	['Republic of Ireland', 'IE'],
	['Korea', 'KR'],
];

let names: Array<[string, string]> | undefined;

/**
 * ISO codes by the name of the country, of which CSI keeps the name alone. A name that means two countries in two languages
 * is none of them.
 */
export function countryNames(): ReadonlyArray<readonly [name: string, code: string]> {
	names ??= collect();
	return names;
}

function collect(): Array<[string, string]> {
	const codes = new Map<string, Set<string>>();
	const add = (name: string | undefined, code: string) => {
		// a short name in one language is the code of another country: RU, in Portuguese, is the United Kingdom
		if (name && !COUNTRY_CODES.has(name.toUpperCase()))
			codes.set(name, (codes.get(name) ?? new Set()).add(code));
	};
	for (const style of ['long', 'short'] as const)
		for (const language of LANGUAGES) {
			const region = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
			for (const code of COUNTRY_CODES) add(region.of(code), code);
		}
	for (const [name, code] of COMMON) codes.set(name, new Set([code]));
	return [...codes].flatMap(([name, found]) => {
		const [code, ...others] = found;
		return code !== undefined && others.length === 0 ? [[name, code]] : [];
	});
}
