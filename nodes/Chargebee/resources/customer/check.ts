import { z } from 'zod';
import type { Problem, Value, Values } from '../../upsert/values';
import { COUNTRY_CODES } from './countries';
import type { CustomerField, FieldKind } from './fields';
import { ADDRESS_PREFIX, customerField } from './fields';

/** The part before `@` and the host as Chargebee's own schema allows them. https://github.com/chargebee/chargebee-node */
const EMAIL =
	/^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const text = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value) => String(value).trim());

/** What a kind of field accepts and the value it becomes. The messages finish the sentence "`field` …". */
const KINDS: Record<FieldKind, (field: CustomerField) => z.ZodType<Value, z.ZodTypeDef, unknown>> =
	{
		text: () => text,
		vat: () => text,
		email: () =>
			text.refine(
				(value) => EMAIL.test(value),
				(value) => ({ message: `"${value}" is not an e-mail address` }),
			),
		country: () =>
			text
				.transform((value) => value.toUpperCase())
				.refine(
					(value) => COUNTRY_CODES.has(value),
					(value) => ({
						message: `"${value}" is not an ISO 3166 country code: map it under Code Mappings of the CloudSuite node`,
					}),
				),
		currency: () =>
			text
				.transform((value) => value.toUpperCase())
				.refine(
					(value) => CURRENCIES.has(value),
					(value) => ({
						message: `"${value}" is not an ISO 4217 currency code: map it under Code Mappings of the CloudSuite node`,
					}),
				),
		integer: () =>
			text
				.refine(
					(value) => /^-?\d+$/.test(value),
					(value) => ({ message: `"${value}" is not a whole number` }),
				)
				.transform(Number),
		boolean: () =>
			text
				.refine(
					(value) => /^(true|false)$/i.test(value),
					(value) => ({ message: `"${value}" is not true or false` }),
				)
				.transform((value) => value.toLowerCase() === 'true'),
		choice: ({ choices = [] }) =>
			text.refine(
				(value) => choices.includes(value),
				(value) => ({ message: `"${value}" is not one of ${choices.join(', ')}` }),
			),
	};

export interface Checked {
	values: Values;
	problems: Problem[];
}

/**
 * Turns mapped values into what Chargebee takes and names everything it would refuse.
 * Keys that are no customer field are left out: with automatic mapping the whole input item arrives here.
 * Empty values are left out too: an empty source field never clears a field in Chargebee.
 */
export function checkCustomer(mapped: Record<string, unknown>): Checked {
	const values: Record<string, Value> = {};
	const problems: Problem[] = [];
	for (const [id, raw] of Object.entries(flattenAddress(mapped))) {
		const field = customerField(id);
		if (!field || isEmpty(raw)) continue;
		const result = withLength(field).safeParse(raw);
		if (result.success) values[id] = result.data;
		else problems.push({ field: id, problem: problemText(result.error, raw) });
	}
	return { values, problems };
}

function withLength(field: CustomerField): z.ZodType<Value, z.ZodTypeDef, unknown> {
	const { maxLength } = field;
	const schema = KINDS[field.kind](field);
	if (maxLength === undefined || field.kind === 'country' || field.kind === 'currency')
		return schema;
	return schema.refine(
		(value) => String(value).length <= maxLength,
		(value) => ({
			message: `has ${String(value).length} characters, Chargebee takes ${maxLength}`,
		}),
	);
}

function problemText(error: z.ZodError, raw: unknown): string {
	const issue = error.issues[0];
	return issue?.code === 'custom'
		? issue.message
		: `is ${Array.isArray(raw) ? 'a list' : typeof raw}, not a text`;
}

/** Both forms are taken: `billing_address_city` and `billing_address: { city }`. */
function flattenAddress(mapped: Record<string, unknown>): Record<string, unknown> {
	const { billing_address: nested, ...flat } = mapped;
	if (typeof nested !== 'object' || nested === null) return mapped;
	const lifted = Object.entries(nested).map(([name, value]): [string, unknown] => [
		`${ADDRESS_PREFIX}${name}`,
		value,
	]);
	return { ...Object.fromEntries(lifted), ...flat };
}

function isEmpty(value: unknown): boolean {
	return (
		value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
	);
}
