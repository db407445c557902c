import type { SandboxAnswer } from '../shared/server';
import type { Site } from './customers';
import { answer } from './customers';
import { notFound, wrongValue } from './errors';
import { checkForm, readForm } from './form';
import { CONTACT_RULES } from './rules';
import type { Contact } from './types';

const MEMBER = /^contact\[(\w+)\]$/;

export function listContacts({ store }: Site, id: string): SandboxAnswer {
	if (!store.get(id)) return notFound();
	return { status: 200, body: { list: store.contacts(id).map((contact) => ({ contact })) } };
}

/** Adds, changes or removes one contact; each answers with the customer, contacts included. */
export function changeContact(
	site: Site,
	id: string,
	what: 'add_contact' | 'update_contact' | 'delete_contact',
	body: string,
): SandboxAnswer {
	const customer = site.store.get(id);
	if (!customer || customer.deleted) return notFound();
	const { values, refused } = checkForm(readForm(body), CONTACT_RULES, new Set());
	if (refused) return refused;
	const given = Object.fromEntries(
		[...values].map(([name, value]) => [MEMBER.exec(name)?.[1] ?? name, value ?? undefined]),
	);
	const contacts = site.store.contacts(id);
	if (what === 'add_contact') {
		if (typeof given.email !== 'string') return wrongValue('contact[email]', 'cannot be blank');
		const contact: Contact = {
			enabled: false,
			send_account_email: false,
			send_billing_email: false,
			...given,
			id: text(given.id) || `contact_${site.store.newId(contacts.length)}`,
			object: 'contact',
		};
		site.store.setContacts(id, [...contacts, contact]);
	} else {
		if (!contacts.some((contact) => contact.id === given.id)) return notFound();
		site.store.setContacts(
			id,
			what === 'delete_contact'
				? contacts.filter((contact) => contact.id !== given.id)
				: contacts.map((contact) =>
						contact.id === given.id ? { ...contact, ...given, id: contact.id } : contact,
					),
		);
	}
	const updated = site.store.change(id, { contacts: site.store.contacts(id) });
	site.notes.customerId = id;
	return updated ? answer(updated) : notFound();
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
