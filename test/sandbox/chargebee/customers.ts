import type { SandboxAnswer } from '../shared/server';
import { duplicateId, notFound, wrongValue } from './errors';
import type { FormValues } from './form';
import { checkForm, readForm } from './form';
import { lostByBilling, lostByUpdate } from './losses';
import { BILLING_RULES, CREATE_RULES, DELETE_RULES, UPDATE_RULES } from './customerRules';
import { customFieldRules, missingCustomField } from './customFields';
import type { Site } from './site';
import { answerWith } from './site';
import { applyIdentifiers } from './taxIdentifiers';
import type { Customer } from './types';
import { clearing, withoutEmpty } from './values';

/** What update_billing_info replaces besides the address: absent means gone. */
const REPLACED = [
	'vat_number',
	'vat_number_prefix',
	'entity_identifier_scheme',
	'entity_identifier_standard',
];

export function createCustomer(site: Site, body: string): SandboxAnswer {
	const { stores, behaviour, notes, businessEntityId } = site;
	const { customFields, reuseDeletedIds } = behaviour;
	const rules = { ...CREATE_RULES, ...customFieldRules(customFields, 'customer') };
	const { values, refused } = checkForm(readForm(body), rules);
	if (refused) return refused;
	const missing = missingCustomField(customFields, 'customer', values);
	if (missing) return wrongValue(missing, 'cannot be blank');
	const existing = typeof values.id === 'string' ? stores.customers.get(values.id) : undefined;
	if (existing && !(existing.deleted && reuseDeletedIds)) return duplicateId(existing.id);
	const customer = stores.customers.create({
		...(businessEntityId === undefined ? {} : { business_entity_id: businessEntityId }),
		...withoutEmpty({ ...values, ...membersWithObject(values) }),
	});
	notes.customerId = customer.id;
	return answerWith(customer);
}

export function updateCustomer(site: Site, id: string, body: string): SandboxAnswer {
	const found = living(site, id);
	if (!found) return notFound();
	const rules = { ...UPDATE_RULES, ...customFieldRules(site.behaviour.customFields, 'customer') };
	const { values, refused } = checkForm(readForm(body), rules);
	if (refused) return refused;
	Object.assign(site.notes, lostByUpdate(found, values));
	return changed(site, id, clearing(values));
}

/**
 * Replaces the billing block as a whole: "failing to do so will override any existing VAT numbers".
 * https://apidocs.chargebee.com/docs/api/customers
 */
export function updateBillingInfo(site: Site, id: string, body: string): SandboxAnswer {
	const found = living(site, id);
	if (!found) return notFound();
	const { values, refused } = checkForm(readForm(body), BILLING_RULES);
	if (refused) return refused;
	Object.assign(site.notes, lostByBilling(found, values));
	const cleared = Object.fromEntries(REPLACED.map((name) => [name, undefined]));
	return changed(site, id, {
		...cleared,
		...clearing(values),
		...membersWithObject(values, found),
	});
}

export function deleteCustomer(site: Site, id: string, body: string): SandboxAnswer {
	if (!living(site, id)) return notFound();
	const { refused } = checkForm(readForm(body), DELETE_RULES);
	return refused ?? changed(site, id, { deleted: true });
}

/** A deleted customer can still be retrieved and listed, but no longer be changed. */
export function living({ stores }: Site, id: string): Customer | undefined {
	return stores.customers.living(id);
}

function changed(
	{ stores, notes }: Site,
	id: string,
	members: Record<string, unknown>,
): SandboxAnswer {
	const customer = stores.customers.change(id, members);
	notes.customerId = id;
	return customer ? answerWith(customer) : notFound();
}

/** The nested members of a form as the API shows them. */
function membersWithObject(values: FormValues, found?: Customer): Record<string, unknown> {
	const { billing_address: address, entity_identifiers: identifiers } = values;
	return {
		...(address ? { billing_address: addressMember(address as FormValues) } : {}),
		...(Array.isArray(identifiers)
			? { entity_identifiers: applyIdentifiers(found, identifiers as FormValues[]) }
			: {}),
	};
}

function addressMember(address: FormValues): Record<string, unknown> {
	return {
		validation_status: 'not_validated',
		...withoutEmpty(address),
		object: 'billing_address',
	};
}
