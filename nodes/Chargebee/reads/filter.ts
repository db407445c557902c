import type { INodePropertyOptions } from 'n8n-workflow';

interface Named {
	/** Its name in the node's parameters. */
	name: string;
	displayName: string;
	/** The field Chargebee filters by, e.g. `customer_id` or `relationship[parent_id]`. */
	field: string;
	description?: string;
	placeholder?: string;
	/** Whether records that answer the filter may lack the field: then only a different value shows a stranger. */
	mayBeAbsent?: true;
}

/**
 * A filter of a list as people see it, and as Chargebee takes it:
 * - `is`, `startsWith`: one text
 * - `anyOf`: one or several texts, separated by commas
 * - `choices`: some of Chargebee's own words
 * - `flag`: yes or no
 * - `after`, `before`: a moment
 * - `atLeast`, `atMost`: a number
 */
export type Filter =
	| (Named & { kind: 'is' | 'startsWith' | 'anyOf' | 'flag' | 'after' | 'before' })
	| (Named & { kind: 'atLeast' | 'atMost' })
	| (Named & { kind: 'choices'; options: INodePropertyOptions[] });

type Rest = Partial<Pick<Named, 'description' | 'placeholder' | 'mayBeAbsent'>>;

/** `payment_due` -> `Payment Due`, in the order of the alphabet. */
export function toOptions(values: readonly string[]): INodePropertyOptions[] {
	return values
		.map((value) => ({ name: titleOf(value), value }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const ACRONYMS = ['ach', 'eu', 'id', 'jp', 'mx', 'sepa', 'uk', 'upi', 'us'];

function titleOf(value: string): string {
	return value
		.split('_')
		.map((word) =>
			ACRONYMS.includes(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');
}

/** `customer_id` -> `customerId`, `relationship[parent_id]` -> `relationshipParentId` */
function nameOf(field: string, suffix = ''): string {
	const name = field
		.replace(/\]$/, '')
		.replace(/[_[]+(\w)/g, (_, letter: string) => letter.toUpperCase());
	return `${name}${suffix}`;
}

export function is(field: string, displayName: string, rest: Rest = {}): Filter {
	return { kind: 'is', name: nameOf(field), displayName, field, ...rest };
}

export function startsWith(field: string, displayName: string, rest: Rest = {}): Filter {
	return {
		kind: 'startsWith',
		name: nameOf(field, 'StartsWith'),
		displayName: `${displayName} Starts With`,
		field,
		...rest,
	};
}

export function anyOf(field: string, displayName: string, rest: Rest = {}): Filter {
	const description = 'One, or several separated by commas';
	return { kind: 'anyOf', name: nameOf(field), displayName, field, description, ...rest };
}

export function choices(
	field: string,
	displayName: string,
	values: readonly string[],
	rest: Rest = {},
): Filter {
	const options = toOptions(values);
	return { kind: 'choices', name: nameOf(field), displayName, field, options, ...rest };
}

/** `description` starts with "Whether". A record that lacks the field says nothing. */
export function flag(field: string, displayName: string, description: string): Filter {
	const name = nameOf(field);
	return { kind: 'flag', name, displayName, field, description, mayBeAbsent: true };
}

/** "... After" and "... Before". */
export function period(field: string, displayName: string): Filter[] {
	const event = field.replace(/_at$/, '');
	return [
		{ kind: 'after', name: nameOf(event, 'After'), displayName: `${displayName} After`, field },
		{ kind: 'before', name: nameOf(event, 'Before'), displayName: `${displayName} Before`, field },
	];
}

/** "... From" and "... To", both included. */
export function range(field: string, displayName: string, description: string): Filter[] {
	return [
		{
			kind: 'atLeast',
			name: nameOf(field, 'From'),
			displayName: `${displayName} From`,
			field,
			description: `The least, ${description}`,
		},
		{
			kind: 'atMost',
			name: nameOf(field, 'To'),
			displayName: `${displayName} To`,
			field,
			description: `The most, ${description}`,
		},
	];
}

/** Chargebee compares amounts in minor units, whatever the currency of each document. */
export function amount(field: string, displayName: string): Filter[] {
	return range(
		field,
		displayName,
		'in minor units of the currency: 1250 is 12.50 in EUR, and 1250 in JPY',
	);
}
