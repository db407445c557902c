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

/** Numbers and texts alike: of which type a column is, the tenant does not say. */
export function asWritten(expression: string): string {
	return `TRIM(CAST(${expression} AS VARCHAR))`;
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

/**
 * A condition every row satisfies whose expression is one of these texts; `isExact`: no other row does. In some dialects a
 * backslash in a text means itself, in others the sign behind it means another one, and a control character may end it: so
 * neither is sent, and any sign in its place will do.
 */
export function oneText(
	expression: string,
	texts: readonly string[],
): { sql: string; isExact: boolean } {
	const [plain, others] = [texts.filter(meansItself), texts.filter((text) => !meansItself(text))];
	const all = [
		...(plain.length > 0 ? [oneOf(expression, plain.map(textLiteral))] : []),
		...others.map((text) => like(expression, pattern(text).replace(UNSURE, '_'))),
	];
	const [only = '', ...further] = all;
	return { sql: further.length > 0 ? anyOf(all) : only, isExact: others.length === 0 };
}

/** "At or behind this text"; of one with a sign that is not sent, at or behind what stands before that. */
export function atOrBehind(expression: string, text: string): string {
	const [before = ''] = text.split(UNSURE);
	return `${expression} >= ${textLiteral(before)}`;
}

/** Whether a text means the same to every dialect. */
export function meansItself(text: string): boolean {
	return text.search(UNSURE) < 0;
}

/** A backslash or a control character. */
const UNSURE = /[\\\p{Cc}]/gu;

/** `column LIKE pattern`, with `!` before signs that mean themselves. */
export function like(expression: string, text: string): string {
	return `${expression} LIKE ${textLiteral(text)} ESCAPE '!'`;
}

/** A text as a pattern that means just that. */
export function pattern(text: string): string {
	return text.replace(/[%_!]/g, '!$&');
}

/** ` WHERE a AND b`, or nothing. */
export function where(conditions: readonly string[]): string {
	return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** Any of the conditions, in brackets. */
export function anyOf(conditions: readonly string[]): string {
	return `(${conditions.join(' OR ')})`;
}
