import { queryOf } from '../../transport/queryOf';

/** OData v4 literals and queries the way LN takes them. Blanks are sent as %20: a `+` is wrong in a path. */

/** A string literal; a quote inside is doubled. Nothing is trimmed: LN compares keys byte for byte. */
export function stringLiteral(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** An enum literal as LN's filters need it: qualified with the service's own namespace. */
export function enumLiteral(service: string, type: string, member: string): string {
	return `${service}.${type}'${member}'`;
}

/** `field eq a or field eq b`, in brackets. */
export function anyOf(field: string, literals: readonly string[]): string {
	return `(${literals.map((literal) => `${field} eq ${literal}`).join(' or ')})`;
}

/** `?$select=...&$filter=...`; empty members are left out. */
export function queryString(members: Readonly<Record<string, string | undefined>>): string {
	const filled = Object.entries(members).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
	);
	return filled.length > 0 ? `?${queryOf(filled)}` : '';
}

/** A date literal: unquoted, to the second. */
export function dateLiteral(time: number): string {
	return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
