import { createHash } from 'crypto';
import { csvText } from '../../shared/csv';
import type { AuditValues, Row } from '../tables';
import { AUDIT_COLUMNS, auditValues, columnText, isBlank } from '../tables';
import { hashText } from './hash';
import { maskRows } from './mask';

export interface ExportSettings {
	format: 'csv' | 'json';
	mask: boolean;
	/** Milliseconds since the epoch; rows of `at` from `start` on and before `end`. */
	start?: number;
	end?: number;
	now: number;
}

/** What a file of audit rows holds, for whoever gets it. */
export interface Manifest {
	file: string;
	format: 'csv' | 'json';
	/** ISO 8601 UTC: as asked for, else of the first and last row. */
	period: { start: string | null; end: string | null };
	rows: number;
	firstHash: string | null;
	lastHash: string | null;
	masked: boolean;
	note: string;
	/** sha-256 of the file, hex. */
	sha256: string;
	generatedAt: string;
}

export interface ExportedFile {
	name: string;
	mimeType: string;
	text: string;
	manifest: Manifest;
}

const COLUMNS = [...AUDIT_COLUMNS, 'previous_hash', 'hash', 'masked'];
const MASKED_NOTE =
	'Personal data is masked in the columns changes and reason. A masked row no longer gives its hash: to verify the chain, use the table or an export without masking. The hash columns are those of the rows as they were written.';
const PLAIN_NOTE =
	'The rows are as they were written. In CSV, a text that begins like a formula has an apostrophe before it: to verify the chain, use the table or the JSON export.';

type ExportRow = AuditValues & { previous_hash: string; hash: string; masked: 'yes' | 'no' };

/** A file of audit rows in the order of time, and what is in it. */
export function exportFile(rows: readonly Row[], settings: ExportSettings): ExportedFile {
	const { format, mask, now } = settings;
	const plain = rows
		.filter((row) => !isBlank(row) && isWithin(row, settings))
		.map((row, index) => ({ row: exportRow(row, mask), index }))
		.sort((a, b) => compare(a.row.at, b.row.at) || a.index - b.index)
		.map(({ row }) => row);
	const written = mask ? maskRows(plain) : plain;
	const [first, last] = [written[0], written[written.length - 1]];
	const period = {
		start: iso(settings.start) ?? textOrNull(first?.at),
		end: iso(settings.end) ?? textOrNull(last?.at),
	};
	const name = fileName(period, format, mask);
	const facts = {
		file: name,
		format,
		period,
		rows: written.length,
		firstHash: first?.hash || null,
		lastHash: last?.hash || null,
		masked: mask,
		note: mask ? MASKED_NOTE : PLAIN_NOTE,
	};
	const text =
		format === 'csv'
			? csvText(COLUMNS, written)
			: `${JSON.stringify({ ...facts, records: written }, null, 2)}\n`;
	const sha256 = createHash('sha256').update(text).digest('hex');
	const manifest = { ...facts, sha256, generatedAt: new Date(now).toISOString() };
	return { name, mimeType: format === 'csv' ? 'text/csv' : 'application/json', text, manifest };
}

function exportRow(row: Row, mask: boolean): ExportRow {
	return {
		...auditValues(row),
		previous_hash: hashText(row.previous_hash),
		hash: hashText(row.hash),
		masked: mask ? 'yes' : 'no',
	};
}

/** A row without a readable time is in every export: left out, it would be missed by nobody. */
function isWithin(row: Row, { start, end }: ExportSettings): boolean {
	const at = Date.parse(columnText(row.at));
	if (Number.isNaN(at)) return true;
	return (start === undefined || at >= start) && (end === undefined || at < end);
}

function fileName({ start, end }: Manifest['period'], format: string, mask: boolean): string {
	const day = (at: string | null) => /^\d{4}-\d\d-\d\d/.exec(at ?? '')?.[0];
	const days = [...new Set([day(start), day(end)].filter((one) => one !== undefined))];
	return ['cloudsuite-sync-audit', ...days, ...(mask ? ['masked'] : [])].join('_') + `.${format}`;
}

function compare(a: string | number | null, b: string | number | null): number {
	const [x, y] = [columnText(a), columnText(b)];
	return x < y ? -1 : x > y ? 1 : 0;
}

function iso(time: number | undefined): string | undefined {
	return time === undefined ? undefined : new Date(time).toISOString();
}

function textOrNull(value: string | number | null | undefined): string | null {
	return columnText(value) || null;
}
