import { asText } from '../../../nodes/shared/text';
import type { SandboxAnswer } from '../shared/server';
import { notFound, notPresent, wrongState, wrongValue } from './errors';
import { checkForm, readForm } from './form';
import { flag, oneOf, prefixed, text } from './rules';
import type { Rules } from './rules';
import type { Site } from './site';
import { answerWith } from './site';
import type { StoredRecord } from './types';
import { withoutEmpty } from './values';

/** "max 250 direct children, 5 levels". https://www.chargebee.com/docs/2.0/account-hierarchy.html */
const MOST_CHILDREN = 250;
const MOST_LEVELS = 5;

const OWNERS = ['parent_id', 'payment_owner_id', 'invoice_owner_id'] as const;
const ACCESS = ['yes', 'view_only', 'no'];

/** Parameters of the request schema in Chargebee's official SDK (npm chargebee 3.33.0, MIT: customer relationships). */
const RULES: Rules = {
	...Object.fromEntries(OWNERS.map((name) => [name, text(50)])),
	use_default_hierarchy_settings: flag,
	...prefixed('parent_account_access', {
		portal_edit_child_subscriptions: oneOf(...ACCESS),
		portal_download_child_invoices: oneOf(...ACCESS),
		send_subscription_emails: flag,
		send_invoice_emails: flag,
		send_payment_emails: flag,
	}),
	...prefixed('child_account_access', {
		portal_edit_subscriptions: oneOf('yes', 'view_only'),
		portal_download_invoices: oneOf(...ACCESS),
		send_subscription_emails: flag,
		send_invoice_emails: flag,
		send_payment_emails: flag,
	}),
};

/** Puts a customer below another one. A call replaces what there was. */
export function setRelationship(site: Site, id: string, body: string): SandboxAnswer {
	const { customers } = site.stores;
	if (!customers.living(id)) return notFound();
	const { values, refused } = checkForm(readForm(body), RULES);
	if (refused) return refused;
	const given = withoutEmpty(
		Object.fromEntries(OWNERS.map((name) => [name, values[name] ?? undefined])),
	);
	const unknown = Object.entries(given).find(([, owner]) => !customers.living(asText(owner)));
	if (unknown) return notPresent(unknown[0], 'Customer');
	const parent = asText(given.parent_id);
	if (parent === '') return wrongValue('parent_id', 'cannot be blank');
	const refusal = hierarchyRefusal(customers.all(), id, parent);
	if (refusal) return refusal;
	site.notes.customerId = id;
	const changed = customers.change(id, { relationship: { ...given, object: 'relationship' } });
	return changed ? answerWith(changed) : notFound();
}

export function deleteRelationship(site: Site, id: string, body: string): SandboxAnswer {
	const { customers } = site.stores;
	if (!customers.living(id)) return notFound();
	const { refused } = checkForm(readForm(body), {});
	if (refused) return refused;
	site.notes.customerId = id;
	const changed = customers.change(id, { relationship: undefined });
	return changed ? answerWith(changed) : notFound();
}

function hierarchyRefusal(
	customers: readonly StoredRecord[],
	id: string,
	parent: string,
): SandboxAnswer | undefined {
	const parents = new Map(customers.map((one) => [one.id, parentOf(one)]));
	const above = ancestors(parents, parent);
	if (above.includes(id)) return wrongState('A customer cannot be its own ancestor.', 'parent_id');
	const others = customers.filter((one) => one.id !== id && parentOf(one) === parent);
	if (others.length >= MOST_CHILDREN)
		return wrongState(`A customer can have ${MOST_CHILDREN} children.`, 'parent_id');
	return above.length + levelsBelow(parents, id) > MOST_LEVELS
		? wrongState(`A hierarchy can have ${MOST_LEVELS} levels.`, 'parent_id')
		: undefined;
}

/** A customer and all above it. */
function ancestors(parents: ReadonlyMap<string, string>, id: string): string[] {
	const path: string[] = [];
	for (let at = id; at !== '' && !path.includes(at); at = parents.get(at) ?? '') path.push(at);
	return path;
}

/** How many levels a customer and those below it take. */
function levelsBelow(parents: ReadonlyMap<string, string>, id: string): number {
	const children = [...parents].filter(([, parent]) => parent === id).map(([child]) => child);
	return 1 + Math.max(0, ...children.map((child) => levelsBelow(parents, child)));
}

function parentOf({ relationship }: StoredRecord): string {
	return asText((relationship as { parent_id?: unknown } | undefined)?.parent_id);
}
