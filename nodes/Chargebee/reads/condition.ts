import type { IDataObject } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';
import { asText } from '../../shared/text';
import { idChunks, isPlainId } from '../upsert/chunks';
import type { Filter } from './filter';

/** A filter with its value: what is sent, and how a record is checked against it. */
export interface Condition {
	/** As on the wire, e.g. `status[in]`. */
	parameter: string;
	value: string | number;
	/** Whether a record that came back can be an answer. */
	holds: (record: IDataObject) => boolean;
}

export type Conditions =
	{ conditions: Condition[] } | { wrong: { filter: string; problem: string } };

/** Chargebee takes times of ten digits: 2001 to 2286. It has no record of before. */
const [EARLIEST, LATEST] = [1_000_000_000, 9_999_999_999];

/** The conditions of the filters that were given a value; Chargebee refuses empty ones. */
export function conditionsOf(
	filters: readonly Filter[],
	values: IDataObject,
	zone: string,
): Conditions {
	const conditions: Condition[] = [];
	for (const filter of filters) {
		const made = conditionOf(filter, values[filter.name], zone);
		if (made === undefined) continue;
		if ('problem' in made) return { wrong: { filter: filter.displayName, problem: made.problem } };
		conditions.push(made);
	}
	return { conditions };
}

function conditionOf(
	filter: Filter,
	entered: unknown,
	zone: string,
): Condition | { problem: string } | undefined {
	const values = listOf(entered);
	const [first] = values;
	if (first === undefined) return undefined;
	switch (filter.kind) {
		case 'is':
			return single(filter, 'is', first, (value) => folded(value) === folded(first));
		case 'startsWith':
			return single(filter, 'starts_with', first, (value) =>
				folded(value).startsWith(folded(first)),
			);
		case 'anyOf':
		case 'choices':
			return anyOf(
				filter,
				values.flatMap((value) => listOf(value.split(','))),
			);
		case 'flag':
			return single(filter, 'is', first, (value) => value === first);
		case 'after':
		case 'before':
			return moment(filter, filter.kind, entered, zone);
		case 'atLeast':
			return bound(filter, 'gte', first, (value, asked) => value >= asked);
		case 'atMost':
			return bound(filter, 'lte', first, (value, asked) => value <= asked);
	}
}

/** What was entered as texts without blanks around; nothing for nothing. */
function listOf(entered: unknown): string[] {
	return (Array.isArray(entered) ? entered : [entered])
		.map((one) => (one instanceof Date ? one.toISOString() : asText(one)).trim())
		.filter((one) => one !== '');
}

type Target = Pick<Filter, 'field' | 'mayBeAbsent'>;

function single(
	{ field, mayBeAbsent }: Target,
	operator: string,
	value: string | number,
	test: (value: string) => boolean,
): Condition {
	return {
		parameter: `${field}[${operator}]`,
		value,
		holds: (record) => {
			const found = asText(memberOf(record, field));
			return found === '' ? mayBeAbsent === true : test(found);
		},
	};
}

function anyOf(
	filter: Filter,
	entered: readonly string[],
): Condition | { problem: string } | undefined {
	const values = [...new Set(entered)];
	if (values.length === 0) return undefined;
	const odd = values.length > 1 ? values.find((value) => !isPlainId(value)) : undefined;
	if (odd !== undefined) {
		return {
			problem: `"${odd}" can only be asked for alone, because of its characters. Use one item each.`,
		};
	}
	if (values.length > 1 && idChunks(values).length > 1) {
		return {
			problem: `${values.length} values are more than Chargebee takes at once. Use several items.`,
		};
	}
	return among(filter, values);
}

/**
 * One of some values. How quotes and commas are read inside of a list is not documented, so more than one have to be
 * plain ids.
 */
export function among(field: Target, values: readonly string[]): Condition {
	const wanted = new Set(values);
	const holds = (value: string) => wanted.has(value);
	const [only = ''] = values;
	return values.length === 1
		? single(field, 'is', only, holds)
		: single(field, 'in', JSON.stringify(values), holds);
}

function moment(
	filter: Filter,
	operator: 'after' | 'before',
	entered: unknown,
	zone: string,
): Condition | { problem: string } {
	const time = readSeconds(entered, zone);
	return time === undefined
		? { problem: `"${asText(entered)}" is not a date` }
		: atTime(filter, operator, time);
}

/** A record of the very second is none to complain about: whether it counts is not documented. */
export function atTime(field: Target, operator: 'after' | 'before', seconds: number): Condition {
	const asked = Math.min(Math.max(seconds, EARLIEST), LATEST);
	return single(field, operator, asked, (value) =>
		operator === 'after' ? Number(value) >= asked : Number(value) <= asked,
	);
}

/** Chargebee's seconds. Dates without a zone are of the given one; numbers are seconds, or milliseconds if that long. */
export function readSeconds(entered: unknown, zone: string): number | undefined {
	const text = asText(entered).trim();
	if (/^\d{9,}$/.test(text)) return Math.floor(Number(text) / (text.length > 11 ? 1000 : 1));
	try {
		return Math.floor(tryToParseDateTime(entered, zone).toSeconds());
	} catch {
		return undefined;
	}
}

function bound(
	filter: Filter,
	operator: 'gte' | 'lte',
	entered: string,
	test: (value: number, asked: number) => boolean,
): Condition | { problem: string } {
	const asked = Number(entered);
	if (!Number.isSafeInteger(asked)) return { problem: `"${entered}" is not a whole number` };
	return single(filter, operator, asked, (value) => test(Number(value), asked));
}

/** `relationship[parent_id]` is the member of a member. */
function memberOf(record: IDataObject, field: string): unknown {
	const [, outer = field, inner] = /^(\w+)\[(\w+)\]$/.exec(field) ?? [];
	const member = record[outer];
	return inner === undefined ? member : (member as IDataObject | undefined)?.[inner];
}

/** Blind to case and blanks: whether Chargebee's own comparison is, is not documented. */
function folded(text: string): string {
	return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
