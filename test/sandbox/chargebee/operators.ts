import { OFFLINE_PAYMENT_METHODS } from './rules';

/** One operator of a list filter. */
export interface Operator {
	/** Both as text; an absent value is an empty one. */
	test: (value: string, asked: string) => boolean;
	/** Whether what is asked can be asked at all; anything goes when absent. */
	accepts?: (asked: string) => boolean;
	/** What is asked is a list in brackets. */
	isList?: boolean;
}

type Operators = Readonly<Record<string, Operator>>;

/** Operators whose lists have a limit on their length. */
export const COUNTED = ['in', 'not_in'];

/**
 * `["a","b"]`, `['a', 'b']` and `[a, b]` are all lists: the official SDKs for Node and Python and other connectors differ.
 * How commas inside quotes are read is not documented; here they separate, so that nobody relies on them.
 */
export function readList(asked: string): string[] | undefined {
	const [, inside] = /^\[(.*)\]$/.exec(asked) ?? [];
	return inside
		?.split(',')
		.map((one) => one.trim().replace(/^(["'])(.*)\1$/, '$2'))
		.filter((one) => one !== '');
}

const is: Operator = { test: (value, asked) => value === asked };
const isNot: Operator = { test: (value, asked) => value !== asked };
const startsWith: Operator = { test: (value, asked) => value.startsWith(asked) };
const yesOrNo = { accepts: (asked: string) => asked === 'true' || asked === 'false' };
const isPresent: Operator = {
	test: (value, asked) => (value !== '') === (asked === 'true'),
	...yesOrNo,
};
const isIn: Operator = {
	test: (value, asked) => readList(asked)?.includes(value) ?? false,
	isList: true,
};
const notIn: Operator = {
	test: (value, asked) => !readList(asked)?.includes(value),
	isList: true,
};

const NAME: Operators = { is, is_not: isNot, starts_with: startsWith, is_present: isPresent };
const OWNER: Operators = { is, is_not: isNot, starts_with: startsWith };

function choice(...choices: readonly string[]): Operators {
	const known = { accepts: (asked: string) => choices.includes(asked) };
	const allKnown = {
		accepts: (asked: string) => (readList(asked) ?? [asked]).every((one) => choices.includes(one)),
	};
	return {
		is: { ...is, ...known },
		is_not: { ...isNot, ...known },
		in: { ...isIn, ...allKnown },
		not_in: { ...notIn, ...allKnown },
	};
}

/** Chargebee's timestamps are seconds; "on" means the day, here of UTC instead of the site's time zone. */
const DAY = 86_400;
const seconds = { accepts: (asked: string) => /^\d{10}$/.test(asked) };
const TIME: Operators = {
	after: { test: (value, asked) => Number(value) > Number(asked), ...seconds },
	before: { test: (value, asked) => Number(value) < Number(asked), ...seconds },
	on: {
		test: (value, asked) => Math.floor(Number(value) / DAY) === Math.floor(Number(asked) / DAY),
		...seconds,
	},
	between: {
		test: (value, asked) => {
			const [from = 0, to = 0] = (readList(asked) ?? []).map(Number);
			return Number(value) >= from && Number(value) <= to;
		},
		accepts: (asked) => /^\[\d{10},\s?\d{10}\]$/.test(asked),
	},
};

/** Filters of GET /customers and their operators, from the list schema of Chargebee's official SDK (npm chargebee 3.33.0). */
export const FILTERS: Readonly<Record<string, Operators>> = {
	id: { is, is_not: isNot, starts_with: startsWith, in: isIn, not_in: notIn },
	first_name: NAME,
	last_name: NAME,
	email: NAME,
	company: NAME,
	phone: NAME,
	auto_collection: choice('on', 'off'),
	taxability: choice('taxable', 'exempt'),
	offline_payment_method: choice(...OFFLINE_PAYMENT_METHODS),
	channel: choice('web', 'app_store', 'play_store'),
	auto_close_invoices: { is: { ...is, ...yesOrNo } },
	created_at: TIME,
	updated_at: TIME,
	business_entity_id: { is },
	'relationship[parent_id]': OWNER,
	'relationship[payment_owner_id]': OWNER,
	'relationship[invoice_owner_id]': OWNER,
};

/** Custom fields Chargebee's support made searchable. */
export const CUSTOM_FIELD: Operators = NAME;
