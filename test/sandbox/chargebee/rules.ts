/**
 * What a request may carry. Lengths, choices and patterns are those of the request schemas in Chargebee's official SDK
 * (npm chargebee 3.33.0, MIT: customer create, update, update_billing_info, contacts).
 */
export interface Rule {
	max?: number;
	choices?: readonly string[];
	kind?: 'text' | 'email' | 'integer' | 'boolean' | 'json' | 'country';
	required?: boolean;
}

const text = (max: number): Rule => ({ max });
const flag: Rule = { kind: 'boolean' };

const ENTITY_IDENTIFIER = {
	'entity_identifiers[id]': text(40),
	'entity_identifiers[scheme]': text(50),
	'entity_identifiers[value]': text(50),
	'entity_identifiers[operation]': { choices: ['create', 'update', 'delete'] },
	'entity_identifiers[standard]': text(50),
} satisfies Record<string, Rule>;

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
	preferred_currency_code: text(3),
	auto_collection: { choices: ['on', 'off'] },
	net_term_days: { kind: 'integer' },
	allow_direct_debit: flag,
	taxability: { choices: ['taxable', 'exempt'] },
	exemption_details: { kind: 'json' },
	customer_type: { choices: ['residential', 'business', 'senior_citizen', 'industrial'] },
	client_profile_id: text(50),
	taxjar_exemption_category: { choices: ['wholesale', 'government', 'other'] },
	locale: text(50),
	exempt_number: text(100),
	meta_data: { kind: 'json' },
	offline_payment_method: text(50),
	auto_close_invoices: flag,
	consolidated_invoicing: flag,
	invoice_notes: text(2000),
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
	...ENTITY_IDENTIFIER,
};

export const CREATE_RULES: Record<string, Rule> = {
	id: text(50),
	...GENERAL,
	...TAX,
	...ADDRESS,
	business_entity_id: text(50),
};
/** An update takes neither address nor VAT number. */
export const UPDATE_RULES: Record<string, Rule> = {
	...GENERAL,
	fraud_flag: { choices: ['safe', 'suspicious', 'fraudulent'] },
};
export const BILLING_RULES: Record<string, Rule> = { ...TAX, ...ADDRESS };
export const CONTACT_RULES: Record<string, Rule> = prefixed('contact', CONTACT_FIELDS);

const EMAIL =
	/^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Why Chargebee would refuse a value, or `undefined`. A blank value clears and is always taken. */
export function refusal(rule: Rule, value: string): string | undefined {
	if (value === '') return rule.required ? 'cannot be blank' : undefined;
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
		case 'json':
			return isJson(value) ? undefined : 'should be valid JSON';
		case 'country':
			return /^[A-Z]{2}$/.test(value) && (value === 'XI' || REGIONS.of(value) !== undefined)
				? undefined
				: 'invalid country code';
		default:
			return undefined;
	}
}

/** A value of a form as it is stored. */
export function stored(rule: Rule, value: string): unknown {
	if (rule.kind === 'integer') return Number(value);
	if (rule.kind === 'boolean') return value === 'true';
	if (rule.kind === 'json') return JSON.parse(value) as unknown;
	return value;
}

function isJson(value: string): boolean {
	try {
		JSON.parse(value);
		return true;
	} catch {
		return false;
	}
}
