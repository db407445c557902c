import { objectOf, unlessText } from '../../shared/json';
import type { AuditValues } from '../tables';
import { columnText } from '../tables';
import { looksPersonal, masked, maskSentence } from './maskText';

/** Fields whose values say who somebody is; custom fields (`cf_`) may hold anything. */
const PERSONAL =
	/mail|phone|mobile|fax|name|company|contact|address|(^|_)(line\d|street|city|state|zip|postal|country|vat|account$)|tax_?id|taxpayer|identifier|registration|iban|birth|^cf_|description|notes?$|comment/i;
/** Switches that have one of these words in their names. */
const IMPERSONAL = /^send_.*_emails?$/;
const UNREADABLE = '(masked)';

/**
 * Rows without what is personal in `changes` and `reason`. Equal values stay equal and different ones different within a
 * row: `J***` and `J***(2)` are two names. Keys, ids, outcomes, times and hashes stay.
 */
export function maskRows<T extends AuditValues>(rows: readonly T[]): T[] {
	const known = knownValues(rows);
	return rows.map((row) => {
		const mask = distinctMasks();
		const changes = row.changes === null ? null : maskChanges(columnText(row.changes), mask);
		const ids = [columnText(row.source_key), columnText(row.chargebee_id)];
		const own = known.get(columnText(row.source_key)) ?? [];
		const reason =
			row.reason === null ? null : maskSentence(columnText(row.reason), own, ids, mask);
		return { ...row, changes, reason };
	});
}

/** Each value's mask, with a number where two values would look the same. */
function distinctMasks(): (value: string) => string {
	const seen = new Map<string, string[]>();
	return (value) => {
		const short = masked(value);
		const values = seen.get(short) ?? [];
		if (!values.includes(value)) values.push(value);
		seen.set(short, values);
		const number = values.indexOf(value) + 1;
		return number === 1 ? short : `${short}(${number})`;
	};
}

function maskChanges(text: string, mask: (value: string) => string): string {
	const changes = unlessText(text);
	if (!Array.isArray(changes)) return text.trim() === '' ? text : UNREADABLE;
	return JSON.stringify(
		changes.map((change: unknown) => {
			const { field, from, to, ...rest } = objectOf(change) ?? {};
			const name = columnText(field);
			const hide = (value: unknown) => maskValue(value, isPersonal(name), mask);
			return {
				field: name,
				from: hide(from),
				to: hide(to),
				...(Object.keys(rest).length > 0 ? { more: UNREADABLE } : {}),
			};
		}),
	);
}

/** A value with its members; a member is personal by its own name, too. */
function maskValue(value: unknown, personal: boolean, mask: (value: string) => string): unknown {
	if (value === null || value === undefined || value === '') return value ?? null;
	if (Array.isArray(value))
		return value.map((member: unknown) => maskValue(member, personal, mask));
	const members = objectOf(value);
	if (members)
		return Object.fromEntries(
			Object.entries(members).map(([name, member]) => [
				name,
				maskValue(member, personal || isPersonal(name), mask),
			]),
		);
	if (typeof value === 'boolean') return value;
	const text = columnText(value);
	return personal || looksPersonal(text) ? mask(text) : value;
}

function isPersonal(field: string): boolean {
	return PERSONAL.test(field) && !IMPERSONAL.test(field);
}

/** The personal values of each record: its reasons may name them in other rows. */
function knownValues(rows: readonly AuditValues[]): Map<string, string[]> {
	const known = new Map<string, string[]>();
	for (const row of rows) {
		const changes = unlessText(columnText(row.changes));
		if (!Array.isArray(changes)) continue;
		const values: string[] = [];
		for (const change of changes.map((one: unknown) => objectOf(one) ?? {}))
			for (const value of [change.from, change.to])
				maskValue(value, isPersonal(columnText(change.field)), (text) => {
					values.push(text);
					return text;
				});
		const key = columnText(row.source_key);
		known.set(key, [...new Set([...(known.get(key) ?? []), ...values])]);
	}
	return known;
}
