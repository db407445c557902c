import { asText } from '../../../../nodes/shared/text';
import type { SandboxAnswer } from '../../shared/server';
import { notPresent, wrongState, wrongValue } from '../errors';
import type { FormValues } from '../form';
import type { Site } from '../site';
import type { StoredRecord } from '../types';
import { pricingMembers, pricingObjection } from './pricing';
import { PRICE_RULES } from './rules';
import { archiving, catalogWrites, DELETED } from './writes';

/** What cannot change once subscriptions or invoices use a price. https://apidocs.chargebee.com/docs/api/item_prices */
const FROZEN = ['pricing_model', 'currency_code', 'period', 'period_unit', 'billing_cycles'];

/** Prices of each type of item have custom fields of their own. */
export const itemPriceWrites = catalogWrites({
	path: 'item_prices',
	rules: PRICE_RULES,
	required: ['name', 'item_id', 'currency_code'],
	blocks: ['tax_detail', 'accounting_detail'],
	entityType: (site, { item_id: item }) => `${asText(itemOf(site, item)?.type)}_price`,
	members: (site, values, before) => ({
		...(before ? {} : { ...priceSeedMembers(site, values), ...onlyCurrency(site, values) }),
		...pricingMembers(values, before),
		...archiving(site, values),
	}),
	objection: (site, after, before) =>
		(before ? frozenObjection(site, after, before) : parentObjection(site, after)) ??
		currencyObjection(site, after) ??
		periodObjection(after) ??
		pricingObjection(after),
	remove: ({ behaviour, now }, { id }) =>
		behaviour.usedItemPrices.includes(id)
			? { members: { status: 'archived', archived_at: now() } }
			: DELETED,
});

/** Members a price has from its item. */
export function priceSeedMembers(site: Pick<Site, 'stores'>, values: FormValues) {
	const item = itemOf(site, values.item_id);
	return { item_type: item?.type, item_family_id: item?.item_family_id };
}

function itemOf({ stores }: Pick<Site, 'stores'>, id: unknown): StoredRecord | undefined {
	return stores.items.living(asText(id));
}

/** A site with one currency need not be told which. */
function onlyCurrency({ behaviour }: Site, { currency_code: code }: FormValues): FormValues {
	const [only, ...more] = behaviour.currencies;
	return code === undefined && only !== undefined && more.length === 0
		? { currency_code: only }
		: {};
}

function parentObjection(site: Site, { item_id: id }: FormValues): SandboxAnswer | undefined {
	const item = itemOf(site, id);
	if (!item) return notPresent('item_id', 'Item');
	return item.status === 'archived'
		? wrongState('The item is archived; no new item prices can be created for it.', 'item_id')
		: undefined;
}

function currencyObjection(
	{ behaviour: { currencies } }: Site,
	{ currency_code: code }: FormValues,
): SandboxAnswer | undefined {
	return currencies.length === 0 || currencies.includes(asText(code))
		? undefined
		: wrongValue('currency_code', 'is not a currency of this site');
}

/** Plans and addons recur, so they need a period; charges are one-time. */
function periodObjection(after: FormValues): SandboxAnswer | undefined {
	if (after.item_type === 'charge') return undefined;
	const missing = ['period', 'period_unit'].find((name) => asText(after[name]) === '');
	return missing === undefined ? undefined : wrongValue(missing, 'cannot be blank');
}

function frozenObjection(
	{ behaviour }: Site,
	after: FormValues,
	before: StoredRecord,
): SandboxAnswer | undefined {
	if (!behaviour.usedItemPrices.includes(before.id)) return undefined;
	const changed = FROZEN.find((name) => after[name] !== before[name]);
	return changed === undefined
		? undefined
		: wrongState('cannot be changed, as the item price is in use', changed);
}
