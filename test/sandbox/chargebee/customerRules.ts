import type { Rule } from './rules';
import { columns, flag, prefixed, TAX_PROVIDERS, text } from './rules';

/**
 * What requests for customers may carry. Lengths, choices and patterns are those of the request schemas in Chargebee's
 * official SDK (npm chargebee 3.33.0, MIT: customer create, update, update_billing_info, contacts).
 */
const ENTITY_IDENTIFIERS = columns('entity_identifiers', {
	id: text(40),
	scheme: text(50),
	value: text(50),
	standard: text(50),
});

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
