import { asText } from '../../../nodes/shared/text';
import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Behaviour, Customer } from './types';

type Operator = (value: unknown, asked: string) => boolean;

const text = asText;
const list = (asked: string): string[] =>
	asked
		.replace(/^\[|\]$/g, '')
		.split(',')
		.map((one) => one.trim().replace(/^["']|["']$/g, ''))
		.filter((one) => one !== '');
const number = (value: unknown): number => Number(value);

const STRING: Record<string, Operator> = {
	is: (value, asked) => text(value) === asked,
	is_not: (value, asked) => text(value) !== asked,
	starts_with: (value, asked) => text(value).startsWith(asked),
	is_present: (value, asked) => (text(value) !== '') === (asked === 'true'),
};
const WITH_LIST: Record<string, Operator> = {
	in: (value, asked) => list(asked).includes(text(value)),
	not_in: (value, asked) => !list(asked).includes(text(value)),
};
const TIME: Record<string, Operator> = {
	after: (value, asked) => number(value) > number(asked),
	before: (value, asked) => number(value) < number(asked),
	on: (value, asked) => Math.floor(number(value) / 86_400) === Math.floor(number(asked) / 86_400),
	between: (value, asked) => {
		const [from, to] = list(asked).map(Number);
		return number(value) >= (from ?? Number.NaN) && number(value) <= (to ?? Number.NaN);
	},
};

/** Filters of GET /customers and their operators, from the list schema of Chargebee's official SDK (npm chargebee 3.33.0). */
const FILTERS: Record<string, Record<string, Operator>> = {
	id: { is: STRING.is!, is_not: STRING.is_not!, starts_with: STRING.starts_with!, ...WITH_LIST },
	first_name: STRING,
	last_name: STRING,
	email: STRING,
	company: STRING,
	phone: STRING,
	auto_collection: { is: STRING.is!, is_not: STRING.is_not!, ...WITH_LIST },
	taxability: { is: STRING.is!, is_not: STRING.is_not!, ...WITH_LIST },
	created_at: TIME,
	updated_at: TIME,
	business_entity_id: { is: STRING.is! },
};

export interface Filtering {
	matches: (customer: Customer) => boolean;
	refused?: SandboxAnswer;
}

/**
 * Builds the filter of a list request. What is not understood is ignored, not refused: the answer is then unfiltered,
 * as reported for the real API (github.com/chargebee/chargebee-typescript issues 6, 31 and 69).
 */
export function readFilters(query: URLSearchParams, behaviour: Behaviour): Filtering {
	const tests: Array<(customer: Customer) => boolean> = [];
	for (const [name, asked] of query) {
		const [, field = '', operator = ''] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
		const test = operatorFor(field, operator, behaviour);
		if (!test) continue;
		if (asked === '') return { matches: () => false, refused: wrongValue(name, 'cannot be blank') };
		if ((operator === 'in' || operator === 'not_in') && list(asked).length > behaviour.maxInCount) {
			return {
				matches: () => false,
				refused: wrongValue(name, `cannot have more than ${behaviour.maxInCount} values`),
			};
		}
		const folded = field === 'email' && !behaviour.emailFilterCaseSensitive;
		tests.push((customer) =>
			folded
				? test(text(customer[field]).toLowerCase(), asked.toLowerCase())
				: test(customer[field], asked),
		);
	}
	return { matches: (customer) => tests.every((test) => test(customer)) };
}

function operatorFor(field: string, operator: string, behaviour: Behaviour): Operator | undefined {
	if (behaviour.ignoredFilters.includes(field)) return undefined;
	if (field.startsWith('cf_')) {
		return behaviour.searchableCustomFields.includes(field) ? STRING[operator] : undefined;
	}
	return FILTERS[field]?.[operator];
}
