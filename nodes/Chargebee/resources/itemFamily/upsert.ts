import { CUSTOMER_ID_LENGTH } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import { upsertDescription } from '../../operations/upsert/description';
import { upsertOperation } from '../../operations/upsert/execute';
import type { NamePolicy } from '../../operations/upsert/namePolicy';
import { namePolicyField, uniqueName } from '../../operations/upsert/namePolicy';
import type { UpsertResource } from '../../operations/upsert/resource';
import { FAMILY_KEY, isSourceItem } from '../item/sourceItem';
import { defineItemFamily, ITEM_FAMILY_MATCH_KEYS } from './spec';

/** Chargebee's longest id, and name, of an item family. https://apidocs.chargebee.com/docs/api/item_families */
export const FAMILY_ID_LENGTH = CUSTOMER_ID_LENGTH;

export const itemFamilyUpsert: UpsertResource = {
	resource: 'itemFamily',
	define: defineItemFamily,
	idLength: FAMILY_ID_LENGTH,
	matchKeys: ITEM_FAMILY_MATCH_KEYS,
	defaultMatchKeys: ['name'],
	entities: ['item_family'],
	searchableReference: true,
	catalog: true,
	mapSource: (json) =>
		isSourceItem(json) ? { name: asText(json.group) || 'Without item group' } : undefined,
	adjust: ({ values, problems }, { sourceKey, parameter }) => {
		const policy = asText(parameter('namePolicy')) as NamePolicy;
		const name = asText(values.name);
		return {
			values: name
				? { ...values, name: uniqueName(policy || 'asIs', name, sourceKey, 50) }
				: values,
			problems,
		};
	},
};

export const upsertItemFamilies = upsertOperation(itemFamilyUpsert);

export const upsertItemFamilyDescription = upsertDescription({
	resource: 'itemFamily',
	one: 'item family',
	many: 'item families',
	keyExample: 'ln:ACME_PRD:1300:group-BOLTS',
	keyDefault: FAMILY_KEY,
	keyDescription:
		'Identifies the item group in CloudSuite for ever: product:tenant:company:ID. The ID of a new item family is made from it.',
	fieldsMethod: 'getItemFamilyFields',
	mappingNote: 'Items straight from the Infor CloudSuite node give the name of their item group.',
	matchOptions: [{ name: 'Name', value: 'name' }],
	matchDefault: itemFamilyUpsert.defaultMatchKeys,
	more: [namePolicyField('an item family', 'asIs')],
	referenceField: true,
	reconciles: true,
});
