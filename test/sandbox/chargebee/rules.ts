import { COUNTRIES } from './isoCountries';

/** What one parameter of a request may carry. */
export interface Rule {
	/** Most characters. */
	max?: number;
	/** Smallest number. */
	min?: number;
	choices?: readonly string[];
	kind?:
		| 'email'
		| 'integer'
		| 'number'
		| 'decimal'
		| 'boolean'
		| 'date'
		| 'object'
		| 'array'
		| 'country'
		| 'currency';
	/** Sent as one column of a list of rows: `tax_providers_fields[field_id][0]`. */
	column?: true;
	/** Sent as a list of values: `applicable_items[0]`. */
	list?: true;
}

export type Rules = Readonly<Record<string, Rule>>;

export const text = (max: number): Rule => ({ max });
export const flag: Rule = { kind: 'boolean' };
export const integer = (min?: number): Rule => ({
	kind: 'integer',
	...(min === undefined ? {} : { min }),
});
export const oneOf = (...choices: readonly string[]): Rule => ({ choices });
/** One JSON text. https://apidocs.chargebee.com/docs/api/items */
export const metadata: Rule = { kind: 'object', max: 65_535 };

/** Rules for the parts of a block: `billing_address[city]`. */
export const prefixed = (prefix: string, rules: Rules): Record<string, Rule> =>
	Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`${prefix}[${name}]`, rule]));

/** Rules for the columns of a list of rows: `tiers[price][0]`. */
export const columns = (prefix: string, rules: Rules): Record<string, Rule> =>
	Object.fromEntries(
		Object.entries(rules).map(([name, rule]) => [`${prefix}[${name}]`, { ...rule, column: true }]),
	);

export const TAX_PROVIDERS: Rules = columns('tax_providers_fields', {
	provider_name: text(50),
	field_id: text(50),
	field_value: text(50),
});

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const EMAIL =
	/^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Why Chargebee would refuse a value, or `undefined`. A blank value clears and is always taken. */
export function refusal(rule: Rule, value: string): string | undefined {
	if (value === '') return undefined;
	if (rule.max !== undefined && value.length > rule.max)
		return `cannot be more than ${rule.max} characters`;
	if (rule.choices && !rule.choices.includes(value))
		return `should be one of [${rule.choices.join(', ')}]`;
	switch (rule.kind) {
		case 'email':
			return EMAIL.test(value) ? undefined : 'is not a valid email address';
		case 'integer':
			if (!/^-?\d+$/.test(value)) return 'should be a number';
			return rule.min !== undefined && Number(value) < rule.min
				? `cannot be less than ${rule.min}`
				: undefined;
		case 'decimal':
			return /^\d+(\.\d+)?$/.test(value) ? undefined : 'should be a decimal number';
		case 'boolean':
			return /^(true|false)$/.test(value) ? undefined : 'should be a boolean';
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(value) ? undefined : 'should be a number';
		case 'date':
			return /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : 'should be a date (yyyy-mm-dd)';
		case 'array':
			return Array.isArray(parseJson(value)) ? undefined : 'should be a valid JSON array';
		case 'object':
			return isObject(parseJson(value)) ? undefined : 'should be a valid JSON object';
		case 'currency':
			return CURRENCIES.has(value) ? undefined : 'invalid currency code';
		case 'country':
			return COUNTRIES.has(value) ? undefined : 'invalid country code';
		default:
			return undefined;
	}
}

/** A value of a form as it is stored. */
export function stored(rule: Rule, value: string): unknown {
	if (rule.kind === 'integer' || rule.kind === 'number') return Number(value);
	if (rule.kind === 'boolean') return value === 'true';
	if (rule.kind === 'object' || rule.kind === 'array') return parseJson(value);
	return value;
}

function parseJson(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
