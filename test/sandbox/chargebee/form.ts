import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Rules } from './rules';
import { refusal, stored } from './rules';

/** Pairs of a form as sent: `billing_address[city]` -> `Oslo`. Of a name sent twice the last one counts. */
export function readForm(body: string): Map<string, string> {
	return new Map(new URLSearchParams(body));
}

/**
 * What a form says, by member: a scalar, `null` for a blank value (it clears), an object for brackets, rows for columns.
 * `a=1&b[c]=2&d[e][0]=3&d[f][0]=4` -> `{ a: 1, b: { c: 2 }, d: [{ e: 3, f: 4 }] }`
 */
export type FormValues = Record<string, unknown>;

export interface CheckedForm {
	values: FormValues;
	refused?: SandboxAnswer;
}

const NAME = /^(\w+)(?:\[(\w+?)\])?(?:\[(\d+)\])?$/;

/** Checks every pair against the rules: an unknown parameter or a bad value refuses the whole request. */
export function checkForm(form: ReadonlyMap<string, string>, rules: Rules): CheckedForm {
	const values: FormValues = {};
	const columns = new Map<string, Map<number, FormValues>>();
	const lists = new Map<string, Map<number, unknown>>();
	for (const [name, text] of form) {
		const { member, part, index } = readName(name, rules);
		const ruleName = part === undefined ? member : `${member}[${part}]`;
		const rule = Object.hasOwn(rules, ruleName) ? rules[ruleName] : undefined;
		if (!rule || Boolean(rule.column ?? rule.list) !== (index !== undefined)) {
			return { values: {}, refused: wrongValue(name, 'not in allowed values') };
		}
		const problem = refusal(rule, text);
		if (problem) return { values: {}, refused: wrongValue(name, problem) };
		const value = text === '' ? null : stored(rule, text);
		if (part !== undefined && index !== undefined) rowOf(columns, member, index)[part] = value;
		else if (part !== undefined) childOf(values, member)[part] = value;
		else if (index !== undefined) listOf(lists, member).set(index, value);
		else values[member] = value;
	}
	for (const [member, rows] of [...columns, ...lists]) {
		values[member] = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
	}
	return { values };
}

/** `tiers[price][0]` has a part and an index, `applicable_items[0]` only an index. */
function readName(name: string, rules: Rules): { member: string; part?: string; index?: number } {
	const [, member = '', part, index] = NAME.exec(name) ?? [];
	if (part === undefined) return { member };
	if (index !== undefined) return { member, part, index: Number(index) };
	const isList = /^\d+$/.test(part) && Object.hasOwn(rules, member) && rules[member]?.list;
	return isList ? { member, index: Number(part) } : { member, part };
}

function childOf(values: FormValues, member: string): FormValues {
	const child = (values[member] ?? {}) as FormValues;
	values[member] = child;
	return child;
}

/** The index pairs the columns of a row; it says nothing else. */
function rowOf(
	columns: Map<string, Map<number, FormValues>>,
	member: string,
	index: number,
): FormValues {
	const rows = listOf(columns, member);
	const row = rows.get(index) ?? {};
	rows.set(index, row);
	return row;
}

function listOf<T>(lists: Map<string, Map<number, T>>, member: string): Map<number, T> {
	const list = lists.get(member) ?? new Map<number, T>();
	lists.set(member, list);
	return list;
}
