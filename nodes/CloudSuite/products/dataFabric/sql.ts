/** Compass SQL as far as the node writes it itself: identifiers, literals, lists of conditions. */

/** Words that are no names without quotes, in one dialect of SQL or another: quoting one too many does no harm. */
const RESERVED = new Set(
	`all alter analyze and any array as asc at authorization between bigint binary boolean both by call case cast char
	character check collate column comment commit constraint create cross cube current current_date current_time
	current_timestamp current_user cursor database date day dec decimal declare default delete desc describe distinct
	double drop else end escape except exec execute exists explain extract false fetch filter first float for foreign
	from full function grant group grouping having hour if in index inner insert int integer intersect interval into is
	join key language last lateral left like limit local localtime localtimestamp match merge minute month natural next
	no normalize not null nulls numeric of offset on only or order outer over partition position precision prepare
	primary procedure range real recursive references rename reset revoke right rollback rollup row rows second select
	session set show smallint some start table tables tablesample then time timestamp to top trailing trigger true
	truncate uescape union unique unnest update use user using value values varchar view when where window with within
	year zone`.split(/\s+/),
);

/**
 * A name of a table or column. Compass knows names in any case and wants double quotes around special characters.
 * https://developer.infor.com/best-practices/data-management
 */
export function identifier(name: string): string {
	const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toLowerCase());
	return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text. A quote inside is doubled; nothing else has a meaning in a literal of standard SQL. */
export function textLiteral(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A moment as `infor.lastmodified()` is compared with: UTC, milliseconds. */
export function momentLiteral(time: number): string {
	return textLiteral(new Date(time).toISOString());
}

/** `column IN (a, b)`; one value alone is compared with `=`. */
export function oneOf(expression: string, literals: readonly string[]): string {
	return literals.length === 1
		? `${expression} = ${literals.join('')}`
		: `${expression} IN (${literals.join(', ')})`;
}

/** ` WHERE a AND b`, or nothing. */
export function where(conditions: readonly string[]): string {
	return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** Any of the conditions, in brackets. */
export function anyOf(conditions: readonly string[]): string {
	return `(${conditions.join(' OR ')})`;
}
