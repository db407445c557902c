import type { Field } from '../../fields/field';
import { inBlock } from '../../fields/field';

const ADDRESS = 'billing_address';
const RELATIONSHIP = 'relationship';

const address = (name: string, label: string, rest: Partial<Field> = {}): Field =>
	inBlock(ADDRESS, name, `Billing ${label}`, rest);

/** Kinds of exempt entities in the USA. https://apidocs.chargebee.com/docs/api/customers */
const ENTITY_CODES = [...'abcdefghijklmnpqr', 'med1', 'med2'];

const OFFLINE_PAYMENT_METHODS = [
	...['no_preference', 'cash', 'check', 'bank_transfer', 'ach_credit', 'sepa_credit', 'boleto'],
	...['us', 'eu', 'uk', 'jp', 'mx'].map((region) => `${region}_automated_bank_transfer`),
	'custom',
];

/**
 * Every customer field the sync writes. Lengths and choices are those of Chargebee's own request schemas
 * (npm `chargebee` 3.33, customer create / update / update_billing_info).
 */
export const CUSTOMER_FIELDS: readonly Field[] = [
	{ id: 'company', label: 'Company', kind: 'text', maxLength: 250, common: true },
	{
		id: 'first_name',
		label: 'First Name',
		kind: 'text',
		maxLength: 150,
		common: true,
	},
	{
		id: 'last_name',
		label: 'Last Name',
		kind: 'text',
		maxLength: 150,
		common: true,
	},
	{ id: 'email', label: 'Email', kind: 'email', maxLength: 70, common: true },
	{ id: 'phone', label: 'Phone', kind: 'text', maxLength: 50, common: true },
	{
		id: 'vat_number',
		label: 'VAT Number',
		kind: 'vat',
		maxLength: 20,
		common: true,
	},
	{
		id: 'preferred_currency_code',
		label: 'Preferred Currency Code',
		kind: 'currency',
		maxLength: 3,
		common: true,
	},
	{ id: 'locale', label: 'Locale', kind: 'locale', maxLength: 50, common: true },
	{ id: 'net_term_days', label: 'Net Term Days', kind: 'integer', common: true },
	{
		id: 'auto_collection',
		label: 'Auto Collection',
		kind: 'choice',
		choices: ['on', 'off'],
		common: true,
	},
	{
		id: 'taxability',
		label: 'Taxability',
		kind: 'choice',
		choices: ['taxable', 'exempt'],
	},
	{
		id: 'customer_type',
		label: 'Customer Type',
		kind: 'choice',
		choices: ['residential', 'business', 'senior_citizen', 'industrial'],
	},
	{ id: 'allow_direct_debit', label: 'Allow Direct Debit', kind: 'boolean' },
	{
		id: 'consolidated_invoicing',
		label: 'Consolidated Invoicing',
		kind: 'boolean',
	},
	{ id: 'exempt_number', label: 'Exempt Number', kind: 'text', maxLength: 100 },
	{ id: 'invoice_notes', label: 'Invoice Notes', kind: 'text', maxLength: 2000 },
	{
		id: 'offline_payment_method',
		label: 'Offline Payment Method',
		kind: 'choice',
		choices: OFFLINE_PAYMENT_METHODS,
	},
	{ id: 'auto_close_invoices', label: 'Auto Close Invoices', kind: 'boolean' },
	{ id: 'entity_code', label: 'Exempt Entity Code', kind: 'choice', choices: ENTITY_CODES },
	{ id: 'client_profile_id', label: 'Client Profile ID', kind: 'text', maxLength: 50 },
	{
		id: 'taxjar_exemption_category',
		label: 'TaxJar Exemption Category',
		kind: 'choice',
		choices: ['wholesale', 'government', 'other'],
	},
	{ id: 'vat_number_prefix', label: 'VAT Number Prefix', kind: 'text', maxLength: 10 },
	{ id: 'registered_for_gst', label: 'Registered for GST', kind: 'boolean' },
	{
		id: 'business_customer_without_vat_number',
		label: 'Business Customer Without VAT Number',
		kind: 'boolean',
	},
	{
		id: 'entity_identifier_scheme',
		label: 'Entity Identifier Scheme',
		kind: 'text',
		maxLength: 50,
	},
	{
		id: 'entity_identifier_standard',
		label: 'Entity Identifier Standard',
		kind: 'text',
		maxLength: 50,
	},
	{ id: 'is_einvoice_enabled', label: 'E-Invoicing Enabled', kind: 'boolean' },
	{
		id: 'einvoicing_method',
		label: 'E-Invoicing Method',
		kind: 'choice',
		choices: ['automatic', 'manual', 'site_default'],
	},
	{ id: 'entity_identifiers', label: 'Entity Identifiers (List)', kind: 'identifiers' },
	{ id: 'meta_data', label: 'Metadata (JSON Object, Merged)', kind: 'object' },
	address('line1', 'Address Line 1', { maxLength: 150, common: true }),
	address('line2', 'Address Line 2', { maxLength: 150, common: true }),
	address('line3', 'Address Line 3', { maxLength: 150 }),
	address('city', 'City', { maxLength: 50, common: true }),
	address('state', 'State', { maxLength: 50, common: true }),
	address('state_code', 'State Code', { maxLength: 50 }),
	address('zip', 'ZIP or Postal Code', { maxLength: 20, common: true }),
	address('country', 'Country', { kind: 'country', maxLength: 2, common: true }),
	address('first_name', 'First Name', { maxLength: 150 }),
	address('last_name', 'Last Name', { maxLength: 150 }),
	address('email', 'Email', { kind: 'email', maxLength: 70 }),
	address('company', 'Company', { maxLength: 250 }),
	address('phone', 'Phone', { maxLength: 50 }),
	inBlock(RELATIONSHIP, 'parent_id', 'Parent Customer ID', { maxLength: 50, updateOnly: true }),
	inBlock(RELATIONSHIP, 'payment_owner_id', 'Payment Owner ID', {
		maxLength: 50,
		updateOnly: true,
	}),
	inBlock(RELATIONSHIP, 'invoice_owner_id', 'Invoice Owner ID', {
		maxLength: 50,
		updateOnly: true,
	}),
];

/** Where Chargebee takes a field of an existing customer: three calls, each with its own fields. */
export type FieldHome = 'customer' | 'billing' | 'relationship';

/** `update` can't change the address or what taxes are computed from; `update_billing_info` can. */
const BILLING: ReadonlySet<string> = new Set([
	'vat_number',
	'vat_number_prefix',
	'registered_for_gst',
	'business_customer_without_vat_number',
	'entity_identifier_scheme',
	'entity_identifier_standard',
	'entity_identifiers',
	'is_einvoice_enabled',
	'einvoicing_method',
]);

export function homeOf(id: string): FieldHome {
	if (id.startsWith(`${RELATIONSHIP}_`)) return 'relationship';
	return BILLING.has(id) || id.startsWith(`${ADDRESS}_`) ? 'billing' : 'customer';
}
