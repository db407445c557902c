import type { IDataObject } from 'n8n-workflow';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';

/** The fields of a CloudSuite customer; what else an item has was added on the way, under Chargebee's names. */
const SOURCE_FIELDS: ReadonlySet<string> = new Set([
	'key',
	'product',
	'tenant',
	'company',
	'id',
	'name',
	'searchKey',
	'status',
	'role',
	'email',
	'phone',
	'website',
	'vatNumber',
	'registrationNumber',
	'currency',
	'language',
	'paymentTerms',
	'creditLimit',
	'billingAddress',
	'contacts',
	'parentId',
	'createdAt',
	'modifiedAt',
	'sourceHash',
	'raw',
	'known',
] satisfies Array<keyof SourceCustomer | 'known'>);

/** Whether an item is a customer straight from the Infor CloudSuite node, not mapped yet. */
export function isSourceCustomer(json: IDataObject): boolean {
	return ['product', 'tenant', 'sourceHash', 'billingAddress', 'contacts'].every(
		(name) => name in json,
	);
}

/**
 * The mapping used when a CloudSuite customer arrives unmapped; fields added to it are kept. Without it, automatic mapping by name would write
 * the CloudSuite company number ("1300") into Chargebee's company name.
 */
export function mapSourceCustomer(source: IDataObject): IDataObject {
	const address = asObject(source.billingAddress);
	const contacts = Array.isArray(source.contacts) ? (source.contacts as IDataObject[]) : [];
	const contact = contacts.find(({ primary }) => primary === true) ?? {};
	const added = Object.entries(source).filter(([name]) => !SOURCE_FIELDS.has(name));
	return {
		...Object.fromEntries(added),
		company: source.name,
		first_name: contact.firstName,
		last_name: contact.lastName,
		email: source.email,
		phone: source.phone,
		vat_number: source.vatNumber,
		preferred_currency_code: source.currency,
		locale: source.language,
		billing_address_company: source.name,
		billing_address_line1: address.line1,
		billing_address_line2: address.line2,
		billing_address_line3: address.line3,
		billing_address_city: address.city,
		billing_address_state: address.state,
		billing_address_zip: address.postalCode,
		billing_address_country: address.country,
	};
}

function asObject(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}
