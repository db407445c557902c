import type { IExecuteFunctions } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { systemClock } from '../shared/http/clock';
import { objectOf, unlessText } from '../shared/json';
import { asText } from '../shared/text';
import { say } from './errors/say';
import type { Row } from './tables';

/** Rows that an expression gives, or their JSON text; one row alone is a list of one, nothing is none. */
export function readRows(context: IExecuteFunctions, label: string, entered: unknown): Row[] {
	const given = isEmpty(entered) ? [] : unlessText(entered);
	const rows = Array.isArray(given) ? given.map(withoutItem) : [withoutItem(given)];
	const read = rows.filter((row) => row !== undefined);
	if (read.length === rows.length) return read;
	throw wrong(context, label, entered, 'a list of rows, e.g. {{ $("Get rows").all() }}');
}

/** People hand over n8n's items as often as the rows in them. */
function withoutItem(value: unknown): Row | undefined {
	if (Array.isArray(value)) return undefined;
	const row = objectOf(value);
	return row && objectOf(row.json) && Object.keys(row).every((key) => ITEM_KEYS.has(key))
		? objectOf(row.json)
		: row;
}

const ITEM_KEYS: ReadonlySet<string> = new Set(['json', 'binary', 'pairedItem', 'index', 'error']);

/** An object that an expression gives, or its JSON text; nothing is an empty one. */
export function readObject(context: IExecuteFunctions, label: string, entered: unknown): Row {
	const read = isEmpty(entered) ? {} : unlessText(entered);
	const object = Array.isArray(read) ? undefined : objectOf(read);
	if (object) return object;
	throw wrong(context, label, entered, 'an object, e.g. {"sync-customers": "…"}');
}

/** The options a person added to a collection. */
export function readCollection(context: IExecuteFunctions, name: string): Row {
	return objectOf(context.getNodeParameter(name, 0, {})) ?? {};
}

/** Milliseconds since the epoch; the present when nothing is given. */
export function readMoment(context: IExecuteFunctions, label: string, entered: unknown): number {
	return readOptionalMoment(context, label, entered) ?? systemClock.now();
}

export function readOptionalMoment(
	context: IExecuteFunctions,
	label: string,
	entered: unknown,
): number | undefined {
	if (isEmpty(entered)) return undefined;
	const text = entered instanceof Date ? entered.toISOString() : textOf(entered);
	const time = Date.parse(/[zZ]$|[+-]\d\d:?\d\d$|^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text}Z`);
	if (!Number.isNaN(time)) return time;
	throw wrong(context, label, entered, 'a date like 2026-01-31 or 2026-01-31T08:00:00Z');
}

/** luxon’s dates, which n8n’s expressions give, have their text in `toISO`. */
function textOf(entered: unknown): string {
	const made: unknown = JSON.parse(JSON.stringify(entered));
	return asText(made).trim();
}

/** A number within bounds. */
export function readNumber(
	context: IExecuteFunctions,
	label: string,
	entered: unknown,
	[least, most]: readonly [number, number],
): number {
	const number = Number(asText(entered).trim() || NaN);
	if (number >= least && number <= most) return number;
	throw wrong(context, label, entered, `a number from ${least} to ${most}`);
}

/** The error of a parameter that can not be what it is. */
export function wrong(
	context: IExecuteFunctions,
	parameter: string,
	entered: unknown,
	expected: string,
) {
	const value = typeof entered === 'object' ? JSON.stringify(entered) : asText(entered);
	const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
	return operationError(
		context.getNode(),
		say('parameter_wrong', { parameter, value: `"${shown}"`, expected }),
	);
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}
