import { asText } from '../../../nodes/shared/text';
import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Operator } from './operators';
import { COUNTED, CUSTOM_FIELD, FILTERS, readList } from './operators';
import type { Behaviour, Customer } from './types';

export interface Filtering {
	matches: (customer: Customer) => boolean;
	refused?: SandboxAnswer;
}

type Test = (customer: Customer) => boolean;

/** `email[is]`, and two levels for `relationship[parent_id][is]`. */
const FILTER_NAME = /^(\w+|relationship\[\w+\])\[(\w+)\]$/;

/**
 * Builds the filter of a list request. What is not understood is ignored, not refused: the answer is then unfiltered,
 * as reported for the real API (github.com/chargebee/chargebee-typescript issues 6, 31 and 69).
 */
export function readFilters(query: URLSearchParams, behaviour: Behaviour): Filtering {
	const tests: Test[] = [];
	for (const [name, asked] of query) {
		const [, field = '', operatorName = ''] = FILTER_NAME.exec(name) ?? [];
		const operator = operatorFor(field, operatorName, behaviour);
		if (!operator) continue;
		const problem = objection(operator, operatorName, asked, behaviour.maxInCount);
		if (problem) return { matches: () => false, refused: wrongValue(name, problem) };
		// a list that is not written as one is mis-encoded, which is ignored like anything not understood
		if (operator.isList && readList(asked) === undefined) continue;
		tests.push(testOf(field, operator, asked, behaviour));
	}
	return { matches: (customer) => tests.every((test) => test(customer)) };
}

function operatorFor(field: string, name: string, behaviour: Behaviour): Operator | undefined {
	const { ignoredFilters, searchableCustomFields } = behaviour;
	if (ignoredFilters.includes(field) || ignoredFilters.includes(`${field}[${name}]`)) {
		return undefined;
	}
	if (field.startsWith('cf_')) {
		return searchableCustomFields.includes(field) ? own(CUSTOM_FIELD, name) : undefined;
	}
	return own(own(FILTERS, field) ?? {}, name);
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
	return (customer) => operator.test(normal(asText(valueOf(customer, field))), normal(asked));
}

function valueOf(customer: Customer, field: string): unknown {
	const [, member] = /^relationship\[(\w+)\]$/.exec(field) ?? [];
	if (!member) return customer[field];
	return (customer.relationship as Record<string, unknown> | undefined)?.[member];
}
