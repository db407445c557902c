/** Where Chargebee takes a field on an existing customer: `update` can't change the address or VAT, `update_billing_info` can. */
export type FieldHome = 'customer' | 'billing';

export type FieldKind =
	'text' | 'email' | 'vat' | 'country' | 'currency' | 'integer' | 'boolean' | 'choice';

export interface CustomerField {
	/** Flat name, as mapped in n8n: Chargebee's own name, address fields with `billing_address_` before them. */
	id: string;
	label: string;
	home: FieldHome;
	kind: FieldKind;
	maxLength?: number;
	choices?: string[];
	/** Shown in the mapping form from the start. */
	common?: boolean;
}

export const ADDRESS_PREFIX = 'billing_address_';

const address = (
	name: string,
	label: string,
	rest: Partial<CustomerField> = {},
): CustomerField => ({
	id: `${ADDRESS_PREFIX}${name}`,
	label: `Billing ${label}`,
	home: 'billing',
	kind: 'text',
	...rest,
});

/**
 * Every customer field the sync writes. Lengths and choices are those of Chargebee's own request schemas
 * (npm `chargebee` 3.33, customer create / update / update_billing_info).
 */
export const CUSTOMER_FIELDS: readonly CustomerField[] = [
	{ id: 'company', label: 'Company', home: 'customer', kind: 'text', maxLength: 250, common: true },
	{
		id: 'first_name',
		label: 'First Name',
		home: 'customer',
		kind: 'text',
		maxLength: 150,
		common: true,
	},
	{
		id: 'last_name',
		label: 'Last Name',
		home: 'customer',
		kind: 'text',
		maxLength: 150,
		common: true,
	},
	{ id: 'email', label: 'Email', home: 'customer', kind: 'email', maxLength: 70, common: true },
	{ id: 'phone', label: 'Phone', home: 'customer', kind: 'text', maxLength: 50, common: true },
	{
		id: 'vat_number',
		label: 'VAT Number',
		home: 'billing',
		kind: 'vat',
		maxLength: 20,
		common: true,
	},
	{
		id: 'preferred_currency_code',
		label: 'Preferred Currency Code',
		home: 'customer',
		kind: 'currency',
		maxLength: 3,
		common: true,
	},
	{ id: 'locale', label: 'Locale', home: 'customer', kind: 'text', maxLength: 50, common: true },
	{ id: 'net_term_days', label: 'Net Term Days', home: 'customer', kind: 'integer', common: true },
	{
		id: 'auto_collection',
		label: 'Auto Collection',
		home: 'customer',
		kind: 'choice',
		choices: ['on', 'off'],
		common: true,
	},
	{
		id: 'taxability',
		label: 'Taxability',
		home: 'customer',
		kind: 'choice',
		choices: ['taxable', 'exempt'],
	},
	{
		id: 'customer_type',
		label: 'Customer Type',
		home: 'customer',
		kind: 'choice',
		choices: ['residential', 'business', 'senior_citizen', 'industrial'],
	},
	{ id: 'allow_direct_debit', label: 'Allow Direct Debit', home: 'customer', kind: 'boolean' },
	{
		id: 'consolidated_invoicing',
		label: 'Consolidated Invoicing',
		home: 'customer',
		kind: 'boolean',
	},
	{ id: 'exempt_number', label: 'Exempt Number', home: 'customer', kind: 'text', maxLength: 100 },
	{ id: 'invoice_notes', label: 'Invoice Notes', home: 'customer', kind: 'text', maxLength: 2000 },
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
];

const BY_ID = new Map(CUSTOMER_FIELDS.map((field) => [field.id, field]));

/** The field of that flat name; custom fields (`cf_...`) are known by their prefix. */
export function customerField(id: string): CustomerField | undefined {
	if (id.startsWith('cf_')) return { id, label: id, home: 'customer', kind: 'text' };
	return BY_ID.get(id);
}
