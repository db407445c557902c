import type { IDataObject } from 'n8n-workflow';
import { CATALOG_ID_LENGTH } from '../../../shared/source/sourceKey';
import { asText, beginning } from '../../../shared/text';
import { upsertDescription } from '../../operations/upsert/description';
import { upsertOperation } from '../../operations/upsert/execute';
import type { NamePolicy } from '../../operations/upsert/namePolicy';
import { uniqueName } from '../../operations/upsert/namePolicy';
import type { ParentSetting, UpsertResource } from '../../operations/upsert/resource';
import type { ReadyParent } from '../../upsert/parents';
import type { Input } from '../../upsert/prepare';
import type { Wanted } from '../../upsert/types';
import { addedFields, isSourceItem } from '../item/sourceItem';
import { defineItem, ITEM_ENTITIES } from '../item/spec';
import type { AmountForm } from './amounts';
import { convertAmounts } from './amounts';
import { NAME_LENGTH } from './fields';
import { priceParameters } from './parameters';
import { followedBy } from './successor';
import { defineItemPrice, ITEM_PRICE_ENTITIES, ITEM_PRICE_MATCH_KEYS } from './spec';

export const ITEM: ParentSetting = {
	label: 'Item',
	defaultKey: '={{ $json.itemKey ?? $json.key }}',
	placeholder: 'e.g. ln:ACME_PRD:1300:A100',
	description: 'The item the price is for. It must be in Chargebee already.',
	idLength: CATALOG_ID_LENGTH,
};

export const itemPriceUpsert: UpsertResource = {
	resource: 'itemPrice',
	define: defineItemPrice,
	idLength: CATALOG_ID_LENGTH,
	matchKeys: ITEM_PRICE_MATCH_KEYS,
	defaultMatchKeys: ['name'],
	entities: ITEM_PRICE_ENTITIES,
	searchableReference: false,
	catalog: true,
	mapSource: (json) => (isSourceItem(json) ? mapPrice(json) : undefined),
	adjust: (mapped, { sourceKey, parameter }) => {
		const policy = (asText(parameter('namePolicy')) || 'numberAndName') as NamePolicy;
		const name = asText(mapped.values.name);
		const values = name
			? { ...mapped.values, name: uniqueName(policy, name, sourceKey, NAME_LENGTH) }
			: mapped.values;
		const form = (asText(parameter('amounts')) || 'major') as AmountForm;
		return convertAmounts({ ...mapped, values }, form);
	},
	defaults: ({ parameter }) => ({
		pricing_model: parameter('pricingModel'),
		period: parameter('period'),
		period_unit: parameter('periodUnit'),
	}),
	parent: ITEM,
	defineParent: defineItem,
	parentEntities: ITEM_ENTITIES,
	withParent,
	putAside: { field: 'status', value: 'archived' },
	successor: followedBy,
};

/** The mapping used when a CloudSuite item arrives unmapped; fields added to it are kept. */
function mapPrice(json: IDataObject): IDataObject {
	return {
		name: json.name,
		external_name: beginning(asText(json.name), NAME_LENGTH),
		currency_code: json.currency,
		price: json.price,
		accounting_detail_sku: json.id,
		accounting_detail_accounting_code: json.accountingCode,
		...addedFields(json),
	};
}

/** The type of the item decides over the period: charges have none. */
function withParent(wanted: Wanted, { found }: ReadyParent): Input {
	const type = asText(found?.values.type);
	if (type === '') return { wanted, problems: [] };
	const { period, period_unit: unit, ...timeless } = wanted.defaults ?? {};
	const recurs = type !== 'charge' && period !== undefined && unit !== undefined;
	return {
		wanted: {
			...wanted,
			values: { ...wanted.values, item_type: type },
			defaults: recurs ? { ...timeless, period, period_unit: unit } : timeless,
		},
		problems: [],
	};
}

export const upsertItemPrices = upsertOperation(itemPriceUpsert);

export const upsertItemPriceDescription = upsertDescription({
	resource: 'itemPrice',
	one: 'item price',
	many: 'item prices',
	keyExample: 'ln:ACME_PRD:1300:A100-EUR',
	keyDefault: '={{ $json.priceKey ?? ($json.key + "-" + $json.currency) }}',
	keyDescription:
		'Identifies the price in CloudSuite for ever: product:tenant:company:ID, with a part for what makes prices of one item differ, e.g. the currency. It is stored on the Chargebee item price, and the ID of a new one is made from it.',
	fieldsMethod: 'getItemPriceFields',
	mappingNote: 'Items straight from the Infor CloudSuite node are mapped by a built-in table.',
	matchOptions: [{ name: 'Name', value: 'name' }],
	matchDefault: itemPriceUpsert.defaultMatchKeys,
	more: priceParameters(ITEM),
	putAside: {
		name: 'Archive',
		description:
			'Archives the price in Chargebee, and makes it active again when it is in CloudSuite',
	},
	freezes: true,
	referenceField: true,
	reconciles: true,
});
