import type { M3Behaviour, M3Company, M3TableRow } from './data';
import { M3Refused } from './transactions';

/** Tables by name, with the letters before their columns. */
const TABLES: Record<string, { prefix: string; rows: (company: M3Company) => M3TableRow[] }> = {
	OCUSMA: { prefix: 'OK', rows: ({ customers }) => customers },
	MITMAS: { prefix: 'MM', rows: ({ items }) => items },
};

const QUESTION = /^\s*(.+?)\s+from\s+(.+?)(?:\s+where\s+(.+?))?\s*$/;

/**
 * EXPORTMI/Select: one table, no `select`, conditions with `and` and `or` without brackets, values in one text per row.
 * https://docs.infor.com/m3udi/16.x/en-us/m3beud/appfoundhs/uof1644857333894.html; the form of questions as
 * https://docs.infor.com/scp/2022.x shows it (planning reads M3 this way); what it says of errors is not published.
 */
export function selectRows(
	company: M3Company,
	number: string,
	input: Readonly<Record<string, string>>,
	behaviour: M3Behaviour,
): { names: string | undefined; rows: string[] } {
	const query = input.QERY ?? '';
	if (query.trim() === '')
		throw new M3Refused('Query must be entered', 'MandatoryInputFieldNotFound', 'QERY');
	if (/^\s*select\b/i.test(query)) throw wrong('keyword select is not allowed');
	const [, columns = '', tables = '', conditions] = QUESTION.exec(query) ?? [];
	const table = TABLES[tables];
	if (/[,\s]/.test(tables)) throw wrong('only one table is allowed');
	if (!table) throw wrong(`table ${tables} not found`);
	const column = (name: string) => {
		const own = name.slice(table.prefix.length);
		const [sample] = table.rows(company);
		const isKnown = name.startsWith(table.prefix) && !behaviour.missingColumns.includes(name);
		if (!isKnown || (sample && !(own in sample)))
			throw wrong(`column ${name} not found in ${tables}`);
		return own;
	};
	// always the company of the session, whatever is asked for
	const all = ordered(table.rows(company), behaviour).filter((row) => row.CONO === number);
	const rows = all.filter((row) => matches(row, conditions, column));
	if (/^count\((\*|#)\)$/.test(columns)) {
		if (!behaviour.counts) throw wrong('count is not supported');
		return { names: undefined, rows: [String(rows.length)] };
	}
	const names = columns.split(',').map((name) => name.trim());
	const own = names.map(column);
	const separator = input.SEPC ?? '';
	return {
		names: input.HDRS === '1' && behaviour.givesHeader ? names.join(separator) : undefined,
		rows: rows.map((row) => own.map((name) => row[name] ?? '').join(separator)),
	};
}

function ordered(rows: readonly M3TableRow[], { order }: M3Behaviour): M3TableRow[] {
	if (order === 'entry') return [...rows].reverse();
	return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ CUNO, ITNO }: M3TableRow): string {
	return CUNO ?? ITNO ?? '';
}

function matches(
	row: M3TableRow,
	conditions: string | undefined,
	column: (name: string) => string,
): boolean {
	if (conditions === undefined) return true;
	const tokens = conditions.match(/'(?:[^']|'')*'|[^\s'=<>]+|[=<>]+/g) ?? [];
	const isOne = (part: string[]): boolean => {
		const [name = '', sign = '', value = '', ...more] = part;
		if (more.length > 0 || value === '' || /[()]/.test(part.join('')))
			throw wrong(`condition ${part.join(' ')}`);
		const isText = value.startsWith("'");
		if (!isText && !/^\d+$/.test(value)) throw wrong(`value ${value}`);
		const [a, b] = isText
			? [row[column(name)] ?? '', value.slice(1, -1).replaceAll("''", "'")]
			: [Number(row[column(name)]), Number(value)];
		const signs: Record<string, boolean> = { '=': a === b, '>': a > b, '>=': a >= b, '<': a < b };
		const result = signs[sign];
		if (result === undefined) throw wrong(`operator ${sign}`);
		return result;
	};
	const split = (list: string[], word: string): string[][] => {
		const parts: string[][] = [[]];
		for (const token of list)
			if (token === word) parts.push([]);
			else parts.at(-1)?.push(token);
		return parts;
	};
	return split(tokens, 'or').some((some) => split(some, 'and').every(isOne));
}

function wrong(what: string): M3Refused {
	return new M3Refused(`Query is not valid:      ${what}`, 'ServerReturnedNOK', 'QERY', 'XRE0103');
}
