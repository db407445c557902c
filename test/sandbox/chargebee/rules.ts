import { COUNTRIES } from './isoCountries';
import type { CustomFieldConfig } from './types';

/**
 * What a request may carry. Lengths, choices and patterns are those of the request schemas in Chargebee's official SDK
 * (npm chargebee 3.33.0, MIT: customer create, update, update_billing_info, contacts).
 */
export interface Rule {
	max?: number;
	choices?: readonly string[];
	kind?:
		| 'email'
		| 'integer'
		| 'number'
		| 'boolean'
		| 'date'
		| 'object'
		| 'array'
		| 'country'
		| 'currency';
	/** Sent as one column of a list of rows: `tax_providers_fields[field_id][0]`. */
	column?: true;
}

const text = (max: number): Rule => ({ max });
const flag: Rule = { kind: 'boolean' };

const column = (max: number): Rule => ({ max, column: true });

const TAX_PROVIDERS: Record<string, Rule> = {
	'tax_providers_fields[provider_name]': column(50),
	'tax_providers_fields[field_id]': column(50),
	'tax_providers_fields[field_value]': column(50),
};

const ENTITY_IDENTIFIERS: Record<string, Rule> = {
	'entity_identifiers[id]': column(40),
	'entity_identifiers[scheme]': column(50),
	'entity_identifiers[value]': column(50),
	'entity_identifiers[standard]': column(50),
};

export const OFFLINE_PAYMENT_METHODS = [
	...['no_preference', 'cash', 'check', 'bank_transfer', 'ach_credit', 'sepa_credit', 'boleto'],
	...['us', 'eu', 'uk', 'jp', 'mx'].map((region) => `${region}_automated_bank_transfer`),
	'custom',
];

/** Kinds of exempt entities in the USA, one letter each; `o` is none of them. */
const ENTITY_CODES = [...'abcdefghijklmnpqr', 'med1', 'med2'];

const CONTACT_FIELDS = {
	id: text(150),
	first_name: text(150),
	last_name: text(150),
	email: { max: 70, kind: 'email' },
	phone: text(50),
	label: text(50),
	enabled: flag,
	send_billing_email: flag,
	send_account_email: flag,
} satisfies Record<string, Rule>;

const prefixed = (prefix: string, rules: Record<string, Rule>): Record<string, Rule> =>
	Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`${prefix}[${name}]`, rule]));

const ADDRESS = prefixed('billing_address', {
	first_name: text(150),
	last_name: text(150),
	email: { max: 70, kind: 'email' },
	company: text(250),
	phone: text(50),
	line1: text(150),
	line2: text(150),
	line3: text(150),
	city: text(50),
	state: text(50),
	state_code: text(50),
	zip: text(20),
	country: { max: 2, kind: 'country' },
	validation_status: { choices: ['not_validated', 'valid', 'partially_valid', 'invalid'] },
});

const GENERAL: Record<string, Rule> = {
	first_name: text(150),
	last_name: text(150),
	email: { max: 70, kind: 'email' },
	phone: text(50),
	company: text(250),
	preferred_currency_code: { max: 3, kind: 'currency' },
	auto_collection: { choices: ['on', 'off'] },
	net_term_days: { kind: 'integer' },
	allow_direct_debit: flag,
	taxability: { choices: ['taxable', 'exempt'] },
	exemption_details: { kind: 'array' },
	customer_type: { choices: ['residential', 'business', 'senior_citizen', 'industrial'] },
	client_profile_id: text(50),
	taxjar_exemption_category: { choices: ['wholesale', 'government', 'other'] },
	locale: text(50),
	entity_code: { choices: ENTITY_CODES },
	exempt_number: text(100),
	meta_data: { kind: 'object' },
	offline_payment_method: { choices: OFFLINE_PAYMENT_METHODS },
	auto_close_invoices: flag,
	consolidated_invoicing: flag,
	invoice_notes: text(2000),
	...TAX_PROVIDERS,
};

const TAX: Record<string, Rule> = {
	vat_number: text(20),
	vat_number_prefix: text(10),
	entity_identifier_scheme: text(50),
	entity_identifier_standard: text(50),
	registered_for_gst: flag,
	business_customer_without_vat_number: flag,
	is_einvoice_enabled: flag,
	einvoicing_method: { choices: ['automatic', 'manual', 'site_default'] },
	...ENTITY_IDENTIFIERS,
};

export const CREATE_RULES: Record<string, Rule> = {
	id: text(50),
	...GENERAL,
	...TAX,
	...ADDRESS,
	business_entity_id: text(50),
	created_from_ip: text(50),
};
/** An update takes neither address nor VAT number. */
export const UPDATE_RULES: Record<string, Rule> = {
	...GENERAL,
	fraud_flag: { choices: ['safe', 'fraudulent'] },
};
export const BILLING_RULES: Record<string, Rule> = {
	...TAX,
	'entity_identifiers[operation]': { choices: ['create', 'update', 'delete'], column: true },
	...ADDRESS,
	...TAX_PROVIDERS,
};
export const DELETE_RULES: Record<string, Rule> = { delete_payment_method: flag };
export const CONTACT_RULES: Record<string, Rule> = prefixed('contact', CONTACT_FIELDS);

/** Types of custom fields and what they take. https://apidocs.chargebee.com/docs/api/custom_field_configs */
const CUSTOM_FIELD_RULES: Record<string, Rule> = {
	long: { kind: 'integer' },
	double: { kind: 'number' },
	timestamp: { kind: 'integer' },
	email: { max: 70, kind: 'email' },
	date: { kind: 'date' },
	boolean: flag,
};

/** Rules for the custom fields that a site's customers have. */
export function customFieldRules(fields: readonly CustomFieldConfig[]): Record<string, Rule> {
	return Object.fromEntries(
		fields
			.filter(({ entity_type: entity }) => entity === 'customer')
			.map(({ api_name: name, field_datatype: type = 'string' }) => [
				name,
				CUSTOM_FIELD_RULES[type] ?? text(250),
			]),
	);
}

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
			return /^-?\d+$/.test(value) ? undefined : 'should be a number';
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
