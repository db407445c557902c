import { asText } from '../../../nodes/shared/text';
import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Operator } from './operators';
import { COUNTED, NAME, readList } from './operators';
import type { ListSpec } from './resources/resource';
import type { Behaviour, StoredRecord } from './types';

export interface Filtering {
	matches: (record: StoredRecord) => boolean;
	/** Fields whose filters were understood. */
	fields: readonly string[];
	/** Whatever matches has one of these values there, in some letter case. */
	among?: { member: string; values: readonly string[] };
	refused?: SandboxAnswer;
}

type Test = (record: StoredRecord) => boolean;

/** `email[is]`, two levels for `relationship[parent_id][is]`, none for `paid_on_after`. */
const FILTER_NAME = /^(\w+(?:\[\w+\])?)\[(\w+)\]$/;

/**
 * Builds the filter of a list request. What is not understood is ignored, not refused: the answer is then unfiltered,
 * as reported for the real API (github.com/chargebee/chargebee-typescript issues 6, 31 and 69).
 */
export function readFilters(
	query: URLSearchParams,
	spec: ListSpec,
	behaviour: Behaviour,
): Filtering {
	const tests: Test[] = [];
	const fields: string[] = [];
	let among: Filtering['among'];
	for (const [name, asked] of query) {
		const [, field = name, operatorName = ''] = FILTER_NAME.exec(name) ?? [];
		const operator = operatorFor(spec, field, operatorName, behaviour);
		if (!operator) continue;
		const problem = objection(operator, operatorName, asked, behaviour.maxInCount);
		if (problem) return { matches: () => false, fields, refused: wrongValue(name, problem) };
		// a list that is not written as one is mis-encoded, which is ignored like anything not understood
		if (operator.isList && readList(asked) === undefined) continue;
		fields.push(field);
		const member = spec.sources?.[field] ?? field;
		tests.push(testOf(member, operator, asked, behaviour));
		if (operator.isExact && /^\w+$/.test(member))
			among ??= { member, values: (operator.isList ? readList(asked) : undefined) ?? [asked] };
	}
	const matches: Test = (record) => tests.every((test) => test(record));
	return { matches, fields, ...(among ? { among } : {}) };
}

function operatorFor(
	spec: ListSpec,
	field: string,
	name: string,
	behaviour: Behaviour,
): Operator | undefined {
	const { ignoredFilters, searchableCustomFields } = behaviour;
	if (ignoredFilters.includes(field) || ignoredFilters.includes(`${field}[${name}]`)) {
		return undefined;
	}
	if (field.startsWith('cf_')) {
		const searchable = spec.customFields && searchableCustomFields.includes(field);
		return searchable ? own(NAME, name) : undefined;
	}
	return own(own(spec.filters, field) ?? {}, name);
}

/** A member by a name from outside, which may be `constructor`. */
function own<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
	return Object.hasOwn(members, name) ? members[name] : undefined;
}

function objection(
	operator: Operator,
	name: string,
	asked: string,
	maxInCount: number,
): string | undefined {
	if (asked === '') return 'cannot be blank';
	if (operator.accepts && !operator.accepts(asked)) return 'not in allowed values';
	const tooMany = COUNTED.includes(name) && (readList(asked)?.length ?? 0) > maxInCount;
	return tooMany ? `cannot have more than ${maxInCount} values` : undefined;
}

function testOf(field: string, operator: Operator, asked: string, behaviour: Behaviour): Test {
	const fold = field === 'email' && !behaviour.emailFilterCaseSensitive;
	const normal = (text: string) => (fold ? text.toLowerCase() : text);
	return (record) => operator.test(normal(asText(valueOf(record, field))), normal(asked));
}

function valueOf(record: StoredRecord, field: string): unknown {
	const [, member = field, part] = /^(\w+)\[(\w+)\]$/.exec(field) ?? [];
	if (part === undefined) return record[member];
	return (record[member] as Record<string, unknown> | undefined)?.[part];
}
