/** Why Compass refuses a statement. */
export class SqlRefusal extends Error {}

/** The columns a table has beside its own; none of them is told to anybody. */
export const HIDDEN = { arrival: '__lastmodified', variation: '__variation' } as const;

/** The views of a table, as the database under the sandbox has them. */
export const viewOf = {
	highest: (table: string) => `${table}__highest`,
	visible: (table: string) => `${table}__visible`,
};

/**
 * Compass SQL in the words of the database under the sandbox.
 * - `infor.lastmodified('alias')`, the alias only where tables are joined; compared with `=`, `>=`, `<=` and BETWEEN alone:
 *   https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/wov1631199556283.html
 * - a table alone is the highest variation of each record without deleted ones; `infor.includedeleted('table')` has these,
 *   too, `infor.allvariations('table')` every variation:
 *   https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/hlv1631199566367.html
 */
export function translated(sql: string): string {
	if (!/^[\s(]*(select|with)\b/i.test(sql))
		throw new SqlRefusal('Only SELECT statements are supported');
	if (/\binfor\.lastmodified\s*\([^)]*\)\s*(<>|!=|<(?!=)|>(?!=))/i.test(sql))
		throw new SqlRefusal('Operator is not supported for infor.lastmodified');
	return sql.replace(
		/'(?:[^']|'')*'|"(?:[^"]|"")*"|\binfor\.(\w+)\s*\(\s*(?:'((?:[^']|'')*)')?\s*\)/gi,
		(found: string, name: string | undefined, argument: string | undefined) =>
			name === undefined ? found : functionOf(name.toLowerCase(), argument),
	);
}

function functionOf(name: string, argument: string | undefined): string {
	if (name === 'lastmodified')
		return argument === undefined ? HIDDEN.arrival : `"${argument}".${HIDDEN.arrival}`;
	if (name === 'includedeleted' && argument !== undefined) return `"${viewOf.highest(argument)}"`;
	if (name === 'allvariations' && argument !== undefined) return `"${viewOf.visible(argument)}"`;
	throw new SqlRefusal(`Function infor.${name} is not supported`);
}
