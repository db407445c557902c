import { objectOf, parseExactly, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { readCsv } from './csv';

/** A row as Data Fabric sends it: by column; of CSV all values are texts. */
export type LakeRow = Record<string, unknown>;

/** One page of a result. */
export interface ResultPage {
	rows: LakeRow[];
	/** What the columns are called; known without rows only of CSV, whose head names them. */
	columns: string[] | undefined;
	/** Of CSV whose first line should name the columns: whether it can be trusted to. JSON has no head. */
	head?: 'sure' | 'doubtful';
}

/** The result of a failed query may be a table with these columns in place of rows. https://developer.infor.com/tutorials/external-access-to-data-lake-apis */
const ERROR_COLUMNS = ['MessageType', 'SuggestedLocalizedText'];

/**
 * Reads a page of a result. Compass sends what it is asked for in "Accept"; published clients have met a JSON array and CSV,
 * and one JSON object a line is spoken of: all three are told by how the text begins, and by the content type where that
 * leaves a doubt.
 * @param known the columns of the page before: a CSV page may repeat them, or not
 * @returns `undefined` when it is none of them, or not whole
 */
export function readResult(
	text: string,
	contentType: string,
	known?: readonly string[],
): ResultPage | undefined {
	const body = withoutMark(text).trim();
	const isJson = /json/i.test(contentType);
	if (body.startsWith('[')) return fromArray(parseExactly(body));
	if (body.startsWith('{')) return fromLines(body, contentType);
	if (isJson || body.startsWith('<') || /html/i.test(contentType)) return undefined;
	// rows were asked for as JSON: nothing at all is no list without rows
	if (body === '' && !/csv/i.test(contentType)) return undefined;
	// not trimmed: a last column may be blank
	return fromCsv(withoutMark(text), contentType, known);
}

/** What a page says that is an error in place of rows. */
export function errorIn({ rows }: ResultPage): string | undefined {
	const [row] = rows;
	if (row === undefined || !ERROR_COLUMNS.every((column) => column in row)) return undefined;
	const texts = rows.map((one) => asText(one.SuggestedLocalizedText).trim());
	return texts.filter((text) => text !== '').join(' ') || 'no reason given';
}

function fromArray(list: unknown): ResultPage | undefined {
	if (!Array.isArray(list)) return undefined;
	const rows = list.map(rowIn);
	const whole = rows.filter((row) => row !== undefined);
	const columns = [...new Set(whole.flatMap((row) => Object.keys(row)))];
	return whole.length === rows.length
		? { rows: whole, columns: whole.length > 0 ? columns : undefined }
		: undefined;
}

/** One object alone is a row only where lines were announced: as JSON it is rather a refusal. */
function fromLines(body: string, contentType: string): ResultPage | undefined {
	const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
	const isAnnounced = /ndjson|jsonl|json-seq|json-stream/i.test(contentType);
	if (lines.length < 2 && !isAnnounced && /json|html/i.test(contentType)) return undefined;
	return fromArray(lines.map(parseExactly));
}

function rowIn(value: unknown): LakeRow | undefined {
	return Array.isArray(value) ? undefined : objectOf(value);
}

function fromCsv(
	text: string,
	contentType: string,
	known: readonly string[] | undefined,
): ResultPage | undefined {
	const lines = readCsv(text);
	if (lines === undefined) return undefined;
	const [first = [], ...others] = lines;
	const isHead = known === undefined || sameNames(first, known);
	const columns = isHead ? first : [...known];
	const cells = isHead ? others : lines;
	if (cells.some(({ length }) => length !== columns.length)) return undefined;
	return {
		rows: cells.map((row) =>
			Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])),
		),
		columns: columns.length > 0 ? columns : undefined,
		...(known === undefined && lines.length > 0 ? { head: headIn(lines, contentType) } : {}),
	};
}

/**
 * Whether the first line names columns: each by another name, and none by a number, a date or a truth value, which are
 * cells. What was not called CSV may be a message, so there every name must be one that needs no quotes, and one alone
 * must have rows behind it.
 */
function headIn([first = [], ...rows]: string[][], contentType: string): 'sure' | 'doubtful' {
	const names = first.map((cell) => cell.trim().toLowerCase());
	const areNames =
		new Set(names).size === names.length &&
		names.every((name) => name !== '' && !/^([-+]?\d[-\d.,:/tz+ ]*|true|false|null)$/.test(name));
	const isCalledCsv = /csv/i.test(contentType);
	const arePlain = names.every((name) => /^\w+$/.test(name));
	const isTable = names.length > 1 || (contentType === '' && rows.length > 0);
	return areNames && (isCalledCsv || (arePlain && isTable)) ? 'sure' : 'doubtful';
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((name, at) => name === b[at]);
}
