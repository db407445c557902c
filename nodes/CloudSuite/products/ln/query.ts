import { queryOf } from '../../transport/queryOf';

/** OData v4 literals and queries the way LN takes them. Blanks are sent as %20: a `+` is wrong in a path. */

/** A string literal; a quote inside is doubled. Nothing is trimmed: LN compares keys byte for byte. */
export function stringLiteral(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A value of an enum column as LN's filters need it: qualified with the type, which belongs to the service. */
export function enumLiteral(type: string, member: string): string {
	return type.startsWith('Edm.') ? stringLiteral(member) : `${type}'${member}'`;
}

/** `field eq a or field eq b`, in brackets. */
export function anyOf(field: string, literals: readonly string[]): string {
	return `(${literals.map((literal) => `${field} eq ${literal}`).join(' or ')})`;
}

/** All of these conditions; nothing for none. */
export function allOf(conditions: ReadonlyArray<string | undefined>): string | undefined {
	const given = conditions.filter((one) => one !== undefined && one !== '');
	return given.length > 0 ? given.join(' and ') : undefined;
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
