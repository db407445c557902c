/** One operator of a list filter. */
export interface Operator {
	/** Both as text; an absent value is an empty one. */
	test: (value: string, asked: string) => boolean;
	/** Whether what is asked can be asked at all; anything goes when absent. */
	accepts?: (asked: string) => boolean;
	/** What is asked is a list in brackets. */
	isList?: boolean;
	/** Only a value that is asked for passes, or one of the list; so an index can find it. */
	isExact?: boolean;
}

/** By name; the one without a name is a parameter of its own. */
export type Operators = Readonly<Record<string, Operator>>;

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

const is: Operator = { test: (value, asked) => value === asked, isExact: true };
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
	isExact: true,
};
const notIn: Operator = {
	test: (value, asked) => !readList(asked)?.includes(value),
	isList: true,
};

export const OWNER: Operators = { is, is_not: isNot, starts_with: startsWith };
export const PRESENCE: Operators = { is_present: isPresent };
export const NAME: Operators = { ...OWNER, ...PRESENCE };
export const ID: Operators = { ...OWNER, in: isIn, not_in: notIn };
export const REFERENCE: Operators = { ...ID, ...PRESENCE };
export const EXACT: Operators = { is };
export const FLAG: Operators = { is: { ...is, ...yesOrNo } };

export function choice(...choices: readonly string[]): Operators {
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

type Comparison = (value: number, asked: number) => boolean;

/** An absent value is neither before nor after, neither more nor less. */
const compared = (holds: Comparison, accepts: (asked: string) => boolean): Operator => ({
	test: (value, asked) => value !== '' && holds(Number(value), Number(asked)),
	accepts,
});
const within = (pattern: RegExp): Operator => ({
	test: (value, asked) => {
		const [from = 0, to = 0] = (readList(asked) ?? []).map(Number);
		return value !== '' && Number(value) >= from && Number(value) <= to;
	},
	accepts: (asked) => pattern.test(asked),
});

/** Chargebee's timestamps are seconds; "on" means the day, here of UTC instead of the site's time zone. */
const DAY = 86_400;
const isSeconds = (asked: string) => /^\d{10}$/.test(asked);
const after = compared((value, asked) => value > asked, isSeconds);
export const TIME: Operators = {
	after,
	before: compared((value, asked) => value < asked, isSeconds),
	on: compared((value, asked) => Math.floor(value / DAY) === Math.floor(asked / DAY), isSeconds),
	between: within(/^\[\d{10},\s?\d{10}\]$/),
};
/** `paid_on_after=1767225600` */
export const BARE_AFTER: Operators = { '': after };

const isNumber = (asked: string) => /^-?\d+$/.test(asked);
export const NUMBER: Operators = {
	is: compared((value, asked) => value === asked, isNumber),
	is_not: {
		test: (value, asked) => value === '' || Number(value) !== Number(asked),
		accepts: isNumber,
	},
	lt: compared((value, asked) => value < asked, isNumber),
	lte: compared((value, asked) => value <= asked, isNumber),
	gt: compared((value, asked) => value > asked, isNumber),
	gte: compared((value, asked) => value >= asked, isNumber),
	between: within(/^\[-?\d+,\s?-?\d+\]$/),
};

/** Whether records of the site as a whole are listed beside those of a business entity. */
export const SITE_LEVEL: Operators = {
	is: { test: (entity, asked) => asked === 'true' || entity !== '', ...yesOrNo },
};
