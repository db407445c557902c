import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/text';
import type { FormObject } from '../../transport/form';
import { META_REFERENCE, readReference } from '../../upsert/reference';
import type { Change, Found, MatchKey, ResourceSpec, Wanted, WriteCall } from '../../upsert/types';
import type { Value } from '../../upsert/values';
import { ADDRESS_PREFIX, CUSTOMER_FIELDS, customerField } from './fields';
import { normaliseField } from './normalise';

export const CUSTOMER_MATCH_KEYS: Record<string, MatchKey> = {
	vat_number: { name: 'VAT number', field: 'vat_number' },
	email: { name: 'email', field: 'email', filter: 'email' },
	company: { name: 'company name', field: 'company', filter: 'company' },
	phone: { name: 'phone', field: 'phone', filter: 'phone' },
};

/** `update_billing_info` replaces: what it takes beside the address must be sent again or is lost. */
const BILLING_EXTRAS = [
	'vat_number',
	'vat_number_prefix',
	'entity_identifier_scheme',
	'entity_identifier_standard',
	'registered_for_gst',
	'business_customer_without_vat_number',
	'is_einvoice_enabled',
	'einvoicing_method',
] as const;

export const customerSpec: ResourceSpec = {
	name: 'customer',
	plural: 'customers',
	path: '/customers',
	read: readCustomer,
	normalise: normaliseField,
	create: createCall,
	update: updateCalls,
	telling: ['company', 'email', 'vat_number', 'phone', 'billing_address_city'],
};

function readCustomer(record: IDataObject, referenceField: string | undefined): Found {
	const address = asObject(record.billing_address);
	const values: Record<string, Value> = {};
	for (const { id } of CUSTOMER_FIELDS) {
		const value = id.startsWith(ADDRESS_PREFIX)
			? address[id.slice(ADDRESS_PREFIX.length)]
			: record[id];
		if (isValue(value)) values[id] = value;
	}
	for (const [name, value] of Object.entries(record)) {
		if (name.startsWith('cf_') && isValue(value)) values[name] = value;
	}
	const reference = readReference(
		record.meta_data,
		referenceField ? record[referenceField] : undefined,
	);
	return {
		id: asText(record.id),
		deleted: record.deleted === true,
		...(reference === undefined ? {} : { reference }),
		...(typeof record.resource_version === 'number' ? { version: record.resource_version } : {}),
		values,
		record,
	};
}

function createCall(wanted: Wanted, referenceField: string | undefined): WriteCall {
	const form: FormObject = { id: wanted.id };
	const address: FormObject = {};
	for (const [id, value] of Object.entries(wanted.values)) {
		if (id.startsWith(ADDRESS_PREFIX)) address[id.slice(ADDRESS_PREFIX.length)] = value;
		else form[id] = value;
	}
	if (Object.keys(address).length > 0) form.billing_address = address;
	form.meta_data = JSON.stringify({ cloudsuite: wanted.sourceKey });
	if (referenceField) form[referenceField] = wanted.sourceKey;
	return { path: '/customers', form, what: 'customer' };
}

function updateCalls(found: Found, wanted: Wanted, changes: readonly Change[]): WriteCall[] {
	const path = `/customers/${encodeURIComponent(found.id)}`;
	const calls: WriteCall[] = [];
	const own = changes.filter(({ field }) => homeOf(field) === 'customer');
	if (own.length > 0) {
		const form = Object.fromEntries(own.map(({ field, to }) => [field, to as Value]));
		const stamps = META_REFERENCE in form;
		if (stamps) {
			delete form[META_REFERENCE];
			// the whole of meta_data is replaced, so what others keep there goes along
			form.meta_data = JSON.stringify({
				...asObject(found.record.meta_data),
				cloudsuite: wanted.sourceKey,
			});
		}
		calls.push({ path, form, what: 'customer', ...(stamps ? { stamps, replaces: true } : {}) });
	}
	const billing = changes.filter(({ field }) => homeOf(field) === 'billing');
	if (billing.length > 0) {
		calls.push({
			path: `${path}/update_billing_info`,
			form: mergedBilling(found, billing),
			what: 'billing address and VAT number',
			replaces: true,
		});
	}
	return calls;
}

/**
 * The whole billing block as it shall be. Sending only the changed part would blank the rest:
 * "failing to do so will override any existing VAT numbers". https://apidocs.chargebee.com/docs/api/customers#update_billing_info_for_a_customer
 */
function mergedBilling(found: Found, changes: readonly Change[]): FormObject {
	const form: FormObject = {};
	for (const name of BILLING_EXTRAS) {
		const value = found.record[name];
		if (isValue(value)) form[name] = value;
	}
	// `object` and `validation_status` are Chargebee's to set
	const {
		object: _object,
		validation_status: _status,
		...current
	} = asObject(found.record.billing_address);
	const address = Object.fromEntries(
		Object.entries(current).filter(([, value]) => isValue(value)),
	) as FormObject;
	for (const { field, to } of changes) {
		if (field.startsWith(ADDRESS_PREFIX)) address[field.slice(ADDRESS_PREFIX.length)] = to as Value;
		else form[field] = to as Value;
	}
	if (Object.keys(address).length > 0) form.billing_address = address;
	return form;
}

function homeOf(field: string): 'customer' | 'billing' {
	return customerField(field)?.home ?? 'customer';
}

function isValue(value: unknown): value is Value {
	return (
		(typeof value === 'string' && value !== '') ||
		typeof value === 'number' ||
		typeof value === 'boolean'
	);
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
