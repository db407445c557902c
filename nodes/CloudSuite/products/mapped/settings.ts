import { objectOf } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { rowsOf } from '../optionFields';
import type { Mapped } from './targets';

/** A flag says the same everywhere; other values of a status are the tenant's own. */
const FLAGS: ReadonlyArray<readonly [string, string]> = [
	['true', 'active'],
	['yes', 'active'],
	['false', 'inactive'],
	['no', 'inactive'],
];

/** Our status by the product’s, the latter in lower case: flags, and what the option "Status Values" says. */
export function statusValuesOf(options: Readonly<Record<string, unknown>>): Map<string, string> {
	const own = (rowsOf(options.statusValues, 'status') ?? []).map(
		({ from, to }) => [asText(from).trim().toLowerCase(), asText(to)] as const,
	);
	return new Map([...FLAGS, ...own]);
}

/** A text option, else what holds without it. */
export function textOr(value: unknown, fallback: string): string {
	// a class may be picked from a list, which is then an object with the value in it
	return asText(objectOf(value)?.value ?? value).trim() || fallback;
}

/** For an option that says something when it is there and empty. */
export function clearableOr(value: unknown, fallback: string): string {
	return value === undefined ? fallback : asText(value).trim();
}

/** The rows of a field mapping; the preset while nobody has opened it. */
export function mappingOf(value: unknown, preset: readonly Mapped[]): Mapped[] {
	const rows = rowsOf(value, 'field');
	if (rows === undefined) return [...preset];
	return rows
		.map(({ target, field }) => ({ target: asText(target), field: asText(field).trim() }))
		.filter(({ target, field }) => target !== '' && field !== '');
}
