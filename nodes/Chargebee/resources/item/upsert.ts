import type { IDataObject } from 'n8n-workflow';
import { CATALOG_ID_LENGTH } from '../../../shared/source/sourceKey';
import { asText, beginning } from '../../../shared/text';
import { upsertDescription } from '../../operations/upsert/description';
import { upsertOperation } from '../../operations/upsert/execute';
import type { NamePolicy } from '../../operations/upsert/namePolicy';
import { namePolicyField, uniqueName } from '../../operations/upsert/namePolicy';
import { parentFields } from '../../operations/upsert/parentFields';
import type { ParentSetting, UpsertResource } from '../../operations/upsert/resource';
import { defineItemFamily } from '../itemFamily/spec';
import { FAMILY_ID_LENGTH } from '../itemFamily/upsert';
import { addedFields, FAMILY_KEY, isSourceItem } from './sourceItem';
import { defineItem, ITEM_ENTITIES, ITEM_MATCH_KEYS } from './spec';

const FAMILY: ParentSetting = {
	label: 'Item Family',
	defaultKey: FAMILY_KEY,
	placeholder: 'e.g. ln:ACME_PRD:1300:group-BOLTS',
	description: 'The item family the item belongs to. It must be in Chargebee already.',
	idLength: FAMILY_ID_LENGTH,
};

export const itemUpsert: UpsertResource = {
	resource: 'item',
	define: defineItem,
	idLength: CATALOG_ID_LENGTH,
	matchKeys: ITEM_MATCH_KEYS,
	defaultMatchKeys: ['name'],
	entities: ITEM_ENTITIES,
	searchableReference: false,
	catalog: true,
	mapSource: (json) => (isSourceItem(json) ? mapItem(json) : undefined),
	adjust: ({ values, problems }, { sourceKey, parameter }) => {
		const policy = (asText(parameter('namePolicy')) || 'numberAndName') as NamePolicy;
		const name = asText(values.name);
		return {
			values: name ? { ...values, name: uniqueName(policy, name, sourceKey, 100) } : values,
			problems,
		};
	},
	defaults: ({ parameter }) => ({ type: parameter('itemType') }),
	parent: FAMILY,
	defineParent: defineItemFamily,
	parentSearchable: true,
	parentEntities: ['item_family'],
	putAside: { field: 'status', value: 'archived' },
};

/** The mapping used when a CloudSuite item arrives unmapped; fields added to it are kept. */
function mapItem(json: IDataObject): IDataObject {
	return {
		name: json.name,
		external_name: beginning(asText(json.name), 100),
		description: json.description,
		unit: json.unit,
		...addedFields(json),
	};
}

export const upsertItems = upsertOperation(itemUpsert);

export const upsertItemDescription = upsertDescription({
	resource: 'item',
	one: 'item',
	many: 'items',
	keyExample: 'ln:ACME_PRD:1300:A100',
	fieldsMethod: 'getItemFields',
	mappingNote: 'Items straight from the Infor CloudSuite node are mapped by a built-in table.',
	matchOptions: [{ name: 'Name', value: 'name' }],
	matchDefault: itemUpsert.defaultMatchKeys,
	more: [
		...parentFields(FAMILY),
		{
			displayName: 'Type of New Items',
			name: 'itemType',
			type: 'options',
			options: [
				{ name: 'Addon', value: 'addon', description: 'Recurs with the plan it is added to' },
				{ name: 'Charge', value: 'charge', description: 'Billed once' },
				{ name: 'Plan', value: 'plan', description: 'What is subscribed to' },
			],
			default: 'charge',
			description:
				'Used where no type is mapped. Chargebee never changes the type of an item, so existing items keep theirs.',
		},
		namePolicyField('an item', 'numberAndName'),
	],
	putAside: {
		name: 'Archive',
		description:
			'Archives the item in Chargebee, and makes it active again when it is in CloudSuite',
	},
	referenceField: true,
	reconciles: true,
});
