import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/text';
import type { Field } from '../../fields/field';
import { defineResource, newEntries } from '../../upsert/defineResource';
import { ownPart, parentOf } from '../../upsert/matchForm';
import { toForm } from '../../upsert/recordForm';
import type { Change, Found, MatchKey, ResourceSpec, Wanted, WriteCall } from '../../upsert/types';
import type { Value } from '../../upsert/values';

/** Lengths are those of Chargebee's own request schema (npm `chargebee` 3.33, customer add_contact). */
export const CONTACT_FIELDS: readonly Field[] = [
	{ id: 'first_name', label: 'First Name', kind: 'text', maxLength: 150, common: true },
	{ id: 'last_name', label: 'Last Name', kind: 'text', maxLength: 150, common: true },
	{ id: 'email', label: 'Email', kind: 'email', maxLength: 70, common: true, required: true },
	{ id: 'phone', label: 'Phone', kind: 'text', maxLength: 50, common: true },
	{ id: 'label', label: 'Label', kind: 'text', maxLength: 50, common: true },
	{ id: 'enabled', label: 'Enabled', kind: 'boolean', common: true },
	{ id: 'send_billing_email', label: 'Send Billing Emails', kind: 'boolean', common: true },
	{ id: 'send_account_email', label: 'Send Account Emails', kind: 'boolean' },
];

export const CONTACT_MATCH_KEYS: Record<string, MatchKey> = {
	email: { name: 'email', field: 'email' },
};

/**
 * Contacts are part of their customer: reading customers brings them along, 100 customers a call, and every write answers
 * with the whole customer. They have no metadata, so the id we give is the reference.
 * https://apidocs.chargebee.com/docs/api/customers#add_contacts_to_a_customer
 */
export function defineContact(): ResourceSpec {
	const spec = defineResource({
		name: 'contact',
		label: 'contact',
		plural: 'contacts',
		path: '/customers',
		fields: CONTACT_FIELDS,
		listQuery: { include_deleted: true },
		// a deleted contact is nowhere to be seen
		reusesIds: true,
		telling: ['first_name', 'last_name', 'email', 'phone', 'label'],
		entityOf: () => undefined,
	});
	return {
		...spec,
		inside: { wrapper: 'customer', recordsIn: contactsOf },
		create: (wanted) =>
			call(
				'add_contact',
				wanted.id,
				toForm(spec.fields, newEntries(spec.fields, spec.reference, wanted)),
			),
		update: (found, _wanted, changes) => updateCalls(spec, found, changes),
	};
}

export const contactSpec: ResourceSpec = defineContact();

function contactsOf(customer: IDataObject): IDataObject[] {
	const contacts = Array.isArray(customer.contacts) ? (customer.contacts as IDataObject[]) : [];
	return contacts.map((contact) => ({
		...contact,
		// contacts have no version of their own; without one, a value set for the second time within the idempotency window
		// would be answered from memory
		resource_version: customer.resource_version,
		id: `${asText(customer.id)}/${asText(contact.id)}`,
	}));
}

function updateCalls(
	{ fields }: ResourceSpec,
	found: Found,
	changes: readonly Change[],
): WriteCall[] {
	if (changes.length === 0) return [];
	const entries = changes.map(({ field, to }): [string, Value] => [field, to as Value]);
	return [call('update_contact', found.id, toForm(fields, entries))];
}

function call(what: string, id: Wanted['id'], contact: WriteCall['form']): WriteCall {
	return {
		path: `/customers/${encodeURIComponent(parentOf(id))}/${what}`,
		form: { contact: { id: ownPart(id), ...contact } },
		what: 'contact',
	};
}
