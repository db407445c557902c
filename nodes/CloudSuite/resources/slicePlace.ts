import { parseJson } from '../../shared/json';

/** Where a slice begins: a company, and a place in it. */
export interface SlicePlace {
	company: string;
	/** `undefined`: at the front. */
	after?: string;
}

/**
 * Reads the text a slice is asked for behind.
 * @returns the front of the first company for an empty text; `undefined` for what is no place in these companies
 */
export function readPlace(text: string, companies: readonly string[]): SlicePlace | undefined {
	const [first] = companies;
	if (text.trim() === '') return first === undefined ? undefined : { company: first };
	const parts = parseJson(text);
	if (!Array.isArray(parts)) return undefined;
	const [company, after] = parts as unknown[];
	if (typeof company !== 'string' || !companies.includes(company)) return undefined;
	if (after === undefined || after === null) return { company };
	return typeof after === 'string' ? { company, after } : undefined;
}

/** The place behind a slice; `null` behind the last of the last company. */
export function placeBehind(
	{ company }: SlicePlace,
	next: string | null,
	companies: readonly string[],
): string | null {
	if (next !== null) return JSON.stringify([company, next]);
	const following = companies[companies.indexOf(company) + 1];
	return following === undefined ? null : JSON.stringify([following]);
}
