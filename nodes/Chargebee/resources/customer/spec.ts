import type { FormObject } from '../../transport/form';
import { columnsOf } from '../../transport/form';
import type { SiteFields } from '../../upsert/defineResource';
import { defineResource, NO_SITE_FIELDS, updateCall } from '../../upsert/defineResource';
import { identifierChanges, readIdentifiers } from '../../fields/identifiers';
import { asObject, isScalar, toForm } from '../../upsert/recordForm';
import type { Change, Found, MatchKey, ResourceSpec, Wanted, WriteCall } from '../../upsert/types';
import type { Value } from '../../upsert/values';
import { CUSTOMER_FIELDS, homeOf } from './fields';

export const CUSTOMER_MATCH_KEYS: Record<string, MatchKey> = {
	vat_number: { name: 'VAT number', field: 'vat_number' },
	email: { name: 'email', field: 'email', filter: 'email' },
	company: { name: 'company name', field: 'company', filter: 'company' },
	phone: { name: 'phone', field: 'phone', filter: 'phone' },
};

/** https://apidocs.chargebee.com/docs/api/customers */
export function defineCustomer(site: SiteFields = NO_SITE_FIELDS): ResourceSpec {
	const spec = defineResource(
		{
			name: 'customer',
			label: 'customer',
			plural: 'customers',
			path: '/customers',
			fields: CUSTOMER_FIELDS,
			metadata: 'meta_data',
			// oldest first: what is created meanwhile comes at the end, so nothing is missed
			sweepQuery: { 'sort_by[asc]': 'created_at' },
			listQuery: { include_deleted: true },
			parentField: 'relationship_parent_id',
			telling: ['company', 'email', 'vat_number', 'phone', 'billing_address_city'],
			entityOf: () => 'customer',
		},
		site,
	);
	return {
		...spec,
		update: (found, wanted, changes) => updateCalls(spec, found, wanted, changes),
	};
}

export const customerSpec: ResourceSpec = defineCustomer();

/** For reading customers whose CloudSuite key may be in this custom field. */
export function customerSpecWith(referenceField: string): ResourceSpec {
	if (referenceField === '') return customerSpec;
	const reference = { field: referenceField, entities: new Set(['customer']) };
	return defineCustomer({ ...NO_SITE_FIELDS, reference });
}

function updateCalls(
	{ fields, reference }: ResourceSpec,
	found: Found,
	wanted: Wanted,
	changes: readonly Change[],
): WriteCall[] {
	const path = `/customers/${encodeURIComponent(found.id)}`;
	const at = (home: string) => changes.filter(({ field }) => homeOf(field) === home);
	const own = updateCall(
		'/customers',
		'customer',
		fields,
		reference,
		found,
		wanted,
		at('customer'),
	);
	const calls: WriteCall[] = own ? [own] : [];
	if (at('billing').length > 0) {
		calls.push({
			path: `${path}/update_billing_info`,
			form: mergedBilling(fields, found, at('billing')),
			what: 'billing address and VAT number',
			replaces: true,
		});
	}
	if (at('relationship').length > 0) {
		calls.push({
			path: `${path}/relationships`,
			form: mergedRelationship(found, at('relationship')),
			what: 'place in the account hierarchy',
			replaces: true,
		});
	}
	return calls;
}

/**
 * The whole billing block as it shall be. Sending only the changed part would blank the rest:
 * "failing to do so will override any existing VAT numbers". https://apidocs.chargebee.com/docs/api/customers#update_billing_info_for_a_customer
 */
function mergedBilling(
	fields: ResourceSpec['fields'],
	found: Found,
	changes: readonly Change[],
): FormObject {
	// `object`, `validation_status` and whatever else is no field is Chargebee's to set
	const kept = fields.list.filter(
		({ id, kind }) => homeOf(id) === 'billing' && kind !== 'identifiers' && id in found.values,
	);
	const entries = new Map<string, Value>(
		kept.map(({ id }): [string, Value] => [id, found.values[id] ?? null]),
	);
	for (const { field, to } of changes) entries.set(field, to as Value);
	const identifiers = entries.get('entity_identifiers');
	entries.delete('entity_identifiers');
	const form = toForm(fields, [...entries]);
	if (identifiers === undefined) return form;
	const rows = identifierChanges(
		readIdentifiers(found.record.entity_identifiers) ?? [],
		readIdentifiers(identifiers ?? []) ?? [],
	);
	return { ...form, entity_identifiers: columnsOf(rows) };
}

/** Owners that are not mapped stay as they are; a new child pays and is invoiced for itself, as Chargebee has it. */
function mergedRelationship(found: Found, changes: readonly Change[]): FormObject {
	const current = Object.fromEntries(
		Object.entries(asObject(found.record.relationship)).filter(
			([name, value]) => /^(parent|payment_owner|invoice_owner)_id$/.test(name) && isScalar(value),
		),
	) as FormObject;
	const wanted = Object.fromEntries(
		changes.map(({ field, to }) => [field.replace('relationship_', ''), to as Value]),
	);
	return { payment_owner_id: found.id, invoice_owner_id: found.id, ...current, ...wanted };
}
