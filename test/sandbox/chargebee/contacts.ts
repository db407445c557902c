import { asText } from '../../../nodes/shared/text';
import type { SandboxAnswer } from '../shared/server';
import { CONTACT_RULES } from './customerRules';
import { living } from './customers';
import { duplicateId, notFound, wrongValue } from './errors';
import type { FormValues } from './form';
import { checkForm, readForm } from './form';
import { pageOf } from './paging';
import type { Site } from './site';
import { answerWith } from './site';
import type { Contact } from './types';

export type ContactChange = 'add_contact' | 'update_contact' | 'delete_contact';

/** Contacts in order of creation; those of a deleted customer are not found. */
export function listContacts(site: Site, id: string, query: URLSearchParams): SandboxAnswer {
	if (!living(site, id)) return notFound();
	const rows = site.stores.customers
		.contacts(id)
		.map((contact, index) => ({ value: 0, sequence: index, entry: { contact } }));
	return pageOf(rows, query, 'asc');
}

/** Adds, changes or removes one contact; each answers with the customer, contacts included. */
export function changeContact(
	site: Site,
	id: string,
	what: ContactChange,
	body: string,
): SandboxAnswer {
	if (!living(site, id)) return notFound();
	const { values, refused } = checkForm(readForm(body), CONTACT_RULES);
	if (refused) return refused;
	const given = (values.contact ?? {}) as FormValues;
	const before = site.stores.customers.contacts(id);
	const after = what === 'add_contact' ? added(site, before, given) : changed(before, given, what);
	if (!Array.isArray(after)) return after;
	site.stores.customers.setContacts(id, after);
	site.notes.customerId = id;
	const customer = site.stores.customers.change(id, {
		contacts: after.length > 0 ? after : undefined,
	});
	return customer ? answerWith(customer) : notFound();
}

function added(
	{ stores }: Site,
	contacts: readonly Contact[],
	given: FormValues,
): Contact[] | SandboxAnswer {
	if (!asText(given.email)) return wrongValue('contact[email]', 'cannot be blank');
	const id = asText(given.id) || `contact_${stores.customers.newId(contacts.length)}`;
	if (contacts.some((contact) => contact.id === id)) return duplicateId(id);
	const flags = { enabled: false, send_account_email: false, send_billing_email: false };
	return [...contacts, withoutEmpty({ ...flags, ...given, id, object: 'contact' })];
}

function changed(
	contacts: readonly Contact[],
	given: FormValues,
	what: Exclude<ContactChange, 'add_contact'>,
): Contact[] | SandboxAnswer {
	const id = asText(given.id);
	if (!id) return wrongValue('contact[id]', 'cannot be blank');
	if (!contacts.some((contact) => contact.id === id)) return notFound();
	return what === 'delete_contact'
		? contacts.filter((contact) => contact.id !== id)
		: contacts.map((contact) =>
				contact.id === id ? withoutEmpty({ ...contact, ...given }) : contact,
			);
}

/** A blank value clears, and what is cleared is absent from answers. */
function withoutEmpty(contact: Record<string, unknown>): Contact {
	return Object.fromEntries(
		Object.entries(contact).filter(([, value]) => value !== null),
	) as Contact;
}
