import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { asText } from '../../../shared/text';
import type { M3Result, M3Row } from './answer';
import type { M3Call, M3Session, M3Transaction } from './session';

/** A question to EXPORTMI: one table, no `select`, only `and` and `or`, dates `YYYYMMDD`. */
export interface Select {
	/** e.g. `OCUSMA` */
	table: string;
	/** The two letters before each column, e.g. `OK`. */
	prefix: string;
	/** The first is the key. */
	columns: readonly string[];
	/** Beside the company. */
	where: readonly string[];
}

/** Tried one after the other, if none is set: signs a name or an address hardly has. */
const SEPARATORS = ['|', '^', '~', '¤'];

/** The company stands last in each row: a row that is cut or shifted does not end with it. */
const SENTINEL = 'CONO';

/**
 * Rows of a table by EXPORTMI/Select, which gives each row as one long text (`REPL`) with a separator between the values.
 * The text is cut at a length that depends on the release, and the separator may stand in a value: every row is checked.
 * https://docs.infor.com/m3udi/16.x/en-us/m3beud/appfoundhs/uof1644857333894.html; the form of the question as in
 * https://docs.infor.com/scp/2022.x (planning reads M3 with it): no quotes but single ones, no brackets.
 */
export async function selectRows(
	session: M3Session,
	select: Select,
	most?: number,
): Promise<M3Row[]> {
	const call = (separator: string): M3Call => ({
		program: 'EXPORTMI',
		transaction: 'Select',
		input: inputOf(session, select, separator),
		...(most === undefined ? {} : { most }),
	});
	return await withSeparator(session, async (separator) =>
		readRows(session, select, separator, await session.rows(call(separator))),
	);
}

/** Several questions in one call, each with its own rows. */
export async function selectMany(
	session: M3Session,
	selects: readonly Select[],
): Promise<M3Row[][]> {
	return await withSeparator(session, async (separator) => {
		const asked = selects.map((select): M3Transaction => ({
			transaction: 'Select',
			input: inputOf(session, select, separator),
		}));
		const results = await session.bulk('EXPORTMI', asked);
		const read: M3Row[][] = [];
		for (const [at, select] of selects.entries()) {
			const rows = readRows(session, select, separator, rowsOf(session, results[at]));
			if (!Array.isArray(rows)) return rows;
			read.push(rows);
		}
		return read;
	});
}

/** How many rows there are; nothing when this M3 does not count. */
export async function countRows(
	session: M3Session,
	{ table, prefix, where }: Omit<Select, 'columns'>,
): Promise<number | undefined> {
	const result = await session.run({
		program: 'EXPORTMI',
		transaction: 'Select',
		input: {
			QERY: `count(*) from ${table} where ${conditions(session, prefix, where)}`,
			HDRS: '0',
		},
	});
	const [row, ...others] = result.kind === 'rows' ? result.rows : [];
	const text = asText(row?.REPL).trim();
	return others.length === 0 && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A text in a question; a quote in it is doubled, as SQL does. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A row that does not have the columns asked for. */
interface WrongRow {
	what: string;
	key: string;
	found: number;
	asked: number;
}

function inputOf(session: M3Session, select: Select, separator: string): Record<string, string> {
	const { table, prefix, columns, where } = select;
	const named = [...columns, SENTINEL].map((column) => `${prefix}${column}`).join(',');
	return {
		QERY: `${named} from ${table} where ${conditions(session, prefix, where)}`,
		SEPC: separator,
		HDRS: '1',
	};
}

function conditions({ company }: M3Session, prefix: string, where: readonly string[]): string {
	return [`${prefix}CONO = ${company}`, ...where].join(' and ');
}

async function withSeparator<T>(
	session: M3Session,
	ask: (separator: string) => Promise<T[] | WrongRow>,
): Promise<T[]> {
	const { separator: set } = session.options;
	const order = set === '' ? [...new Set([session.separator ?? '|', ...SEPARATORS])] : [set];
	let wrong: WrongRow | undefined;
	for (const separator of order) {
		const rows = await ask(separator);
		if (Array.isArray(rows)) {
			session.separator = separator;
			return rows;
		}
		wrong = rows;
	}
	throw operationError(
		session.node,
		say('m3_row_broken', { ...(wrong as WrongRow), separators: order.join(' ') }),
	);
}

function readRows(
	session: M3Session,
	{ table, prefix, columns }: Select,
	separator: string,
	rows: readonly M3Row[],
): M3Row[] | WrongRow {
	const names = [...columns, SENTINEL];
	const what = `EXPORTMI/Select of table ${table}, company ${session.company}`;
	const read: M3Row[] = [];
	for (const [at, row] of rows.entries()) {
		const values = asText(row.REPL).split(separator);
		const isWhole =
			values.length === names.length && Number(values.at(-1)) === Number(session.company);
		// the row of names; an M3 that does not give it begins with a row like the others
		if (at === 0 && !isWhole && values[0]?.trim() === `${prefix}${names[0] ?? ''}`) continue;
		if (!isWhole)
			return { what, key: values[0]?.trim() ?? '', found: values.length, asked: names.length };
		read.push(Object.fromEntries(names.map((name, position) => [name, values[position] ?? ''])));
	}
	return read;
}

function rowsOf(session: M3Session, result: M3Result | undefined): M3Row[] {
	if (result?.kind !== 'refused') return result?.rows ?? [];
	const name = session.nameOf({ program: 'EXPORTMI', transaction: 'Select' });
	throw session.refused(name, result.refusal);
}
