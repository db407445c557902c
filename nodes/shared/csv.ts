import { asText } from './text';

/**
 * Texts that a spreadsheet would run as a formula get an apostrophe before them.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function harmlessCell(text: string): string {
	return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A CSV file of these columns, first line their names. https://www.rfc-editor.org/rfc/rfc4180 */
export function csvText(
	columns: readonly string[],
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): string {
	const lines = rows.map((row) => columns.map((column) => cell(row[column])));
	return [columns.map(cell), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** Numbers stay numbers, also negative ones; only texts can be formulas. */
function cell(value: unknown): string {
	const text = typeof value === 'string' ? harmlessCell(value) : asText(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
