import type { SandboxAnswer } from '../../shared/server';
import type { CompassBehaviour, LakeRow, LakeValue } from './data';
import type { LakeResult } from './lake';

type Format = 'json' | 'ndjson' | 'csv';

const TYPES: Readonly<Record<Format, string>> = {
	json: 'application/json',
	ndjson: 'application/x-ndjson',
	csv: 'text/csv; charset=utf-8',
};

/** One page of a result: so many rows from `offset` on, fewer where it would grow beyond the bytes of a page. */
export function resultPage(
	{ columns, rows }: LakeResult,
	{ offset, limit, accept }: { offset: number; limit: number; accept: string },
	behaviour: CompassBehaviour,
): SandboxAnswer & { rows: number } {
	const format = formatOf(accept, behaviour);
	const names = columns.map((name) => written(name, behaviour));
	const start = behaviour.offset ? offset : 0;
	const lines: string[] = [];
	let bytes = 0;
	for (const row of rows.slice(start, start + limit)) {
		const line =
			format === 'csv' ? csvLine(columns, row) : jsonLine(columns, names, row, behaviour);
		bytes += Buffer.byteLength(line) + 1;
		if (lines.length > 0 && bytes > behaviour.pageBytes) break;
		lines.push(line);
	}
	const { csvHead } = behaviour;
	const hasHead = csvHead === 'everyPage' || (csvHead === 'firstPage' && offset === 0);
	const head = format === 'csv' && hasHead ? [names.map(csvCell).join(',')] : [];
	return {
		status: 200,
		headers: { 'content-type': TYPES[format] },
		body: format === 'json' ? `[${lines.join(',')}]` : [...head, ...lines].join('\n'),
		rows: lines.length,
	};
}

function formatOf(accept: string, { format }: CompassBehaviour): Format {
	if (format !== 'accepted') return format;
	return accept.includes('text/csv') ? 'csv' : 'json';
}

function written(name: string, { columnNames }: CompassBehaviour): string {
	if (columnNames === 'lower') return name.toLowerCase();
	return columnNames === 'upper' ? name.toUpperCase() : name;
}

function jsonLine(
	columns: readonly string[],
	names: readonly string[],
	row: LakeRow,
	{ nulls }: CompassBehaviour,
): string {
	const members = columns.flatMap((column, at) => {
		const value = row[column] ?? null;
		return value === null && !nulls ? [] : [`${JSON.stringify(names[at])}:${jsonValue(value)}`];
	});
	return `{${members.join(',')}}`;
}

/** A bigint keeps all its digits. */
function jsonValue(value: LakeValue): string {
	return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function csvLine(columns: readonly string[], row: LakeRow): string {
	return columns.map((column) => csvCell(String(row[column] ?? ''))).join(',');
}

function csvCell(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
