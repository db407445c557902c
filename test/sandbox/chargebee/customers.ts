import type { SandboxAnswer } from '../shared/server';
import { duplicateId, errorAnswer, notFound } from './errors';
import { checkForm, readForm } from './form';
import { BILLING_RULES, CREATE_RULES, UPDATE_RULES } from './rules';
import type { CustomerStore } from './store';
import type { Behaviour, Customer } from './types';

export interface Site {
	store: CustomerStore;
	behaviour: Behaviour;
	notes: Record<string, unknown>;
}

const ADDRESS = /^billing_address\[(\w+)\]$/;
/** What update_billing_info replaces besides the address: absent means gone. */
const REPLACED = [
	'vat_number',
	'vat_number_prefix',
	'entity_identifier_scheme',
	'entity_identifier_standard',
];

export function createCustomer({ store, behaviour, notes }: Site, body: string): SandboxAnswer {
	const { values, refused } = checkForm(readForm(body), CREATE_RULES, customFieldNames(behaviour));
	if (refused) return refused;
	const missing = behaviour.customFields.find(
		({ required, api_name: name }) => required && !values.get(name),
	);
	if (missing)
		return errorAnswer(400, 'param_wrong_value', 'cannot be blank', { param: missing.api_name });
	const id = values.get('id');
	const existing = typeof id === 'string' ? store.get(id) : undefined;
	if (existing && !(existing.deleted && behaviour.reuseDeletedIds)) return duplicateId(existing.id);
	const { members, address } = split(values);
	const customer = store.create({
		...withoutEmpty(members),
		...(address ? { billing_address: addressMember(address) } : {}),
	});
	notes.customerId = customer.id;
	return answer(customer);
}

export function updateCustomer(site: Site, id: string, body: string): SandboxAnswer {
	const found = living(site, id);
	if (!found) return notFound();
	const { values, refused } = checkForm(
		readForm(body),
		UPDATE_RULES,
		customFieldNames(site.behaviour),
	);
	if (refused) return refused;
	return changed(site, id, clearing(split(values).members));
}

/**
 * Replaces the billing block as a whole: "failing to do so will override any existing VAT numbers".
 * https://apidocs.chargebee.com/docs/api/customers
 */
export function updateBillingInfo(site: Site, id: string, body: string): SandboxAnswer {
	const found = living(site, id);
	if (!found) return notFound();
	const { values, refused } = checkForm(readForm(body), BILLING_RULES, new Set());
	if (refused) return refused;
	const { members, address } = split(values);
	const cleared = Object.fromEntries(REPLACED.map((name) => [name, undefined]));
	site.notes.lostVat = typeof found.vat_number === 'string' && !values.has('vat_number');
	return changed(site, id, {
		...cleared,
		...clearing(members),
		...(address ? { billing_address: addressMember(address) } : {}),
	});
}

export function deleteCustomer(site: Site, id: string): SandboxAnswer {
	return living(site, id) ? changed(site, id, { deleted: true }) : notFound();
}

/** A deleted customer can still be retrieved and listed, but no longer be changed. */
function living({ store }: Site, id: string): Customer | undefined {
	const found = store.get(id);
	return found?.deleted ? undefined : found;
}

function changed(
	{ store, notes }: Site,
	id: string,
	members: Record<string, unknown>,
): SandboxAnswer {
	const customer = store.change(id, members);
	notes.customerId = id;
	return customer ? answer(customer) : notFound();
}

export function answer(customer: Customer): SandboxAnswer {
	return { status: 200, body: { customer } };
}

function split(values: ReadonlyMap<string, unknown>): {
	members: Record<string, unknown>;
	address?: Record<string, unknown>;
} {
	const members: Record<string, unknown> = {};
	const address: Record<string, unknown> = {};
	for (const [name, value] of values) {
		const [, part] = ADDRESS.exec(name) ?? [];
		if (part) address[part] = value;
		else members[name] = value;
	}
	return { members, ...(Object.keys(address).length > 0 ? { address } : {}) };
}

function addressMember(address: Record<string, unknown>): Record<string, string> {
	return {
		...(withoutEmpty(address) as Record<string, string>),
		validation_status: 'not_validated',
		object: 'billing_address',
	};
}

function withoutEmpty(members: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

function clearing(members: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(members).map(([name, value]) => [name, value ?? undefined]),
	);
}

function customFieldNames({ customFields }: Behaviour): Set<string> {
	return new Set(
		customFields
			.filter(({ entity_type: type }) => type === 'customer')
			.map(({ api_name: name }) => name),
	);
}
