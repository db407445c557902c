import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { Field, FieldKind } from '../fields/field';
import { readSiteFields } from '../operations/upsert/siteFields';
import { CONTACT_FIELDS } from '../resources/contact/spec';
import { CUSTOMER_FIELDS } from '../resources/customer/fields';
import { ITEM_ENTITIES, ITEM_FIELDS } from '../resources/item/spec';
import { ITEM_FAMILY_FIELDS } from '../resources/itemFamily/spec';
import { ITEM_PRICE_FIELDS } from '../resources/itemPrice/fields';
import { ITEM_PRICE_ENTITIES } from '../resources/itemPrice/spec';
import { ChargebeeClient } from '../transport/client';

const WIDGET: Record<FieldKind, FieldType> = {
	text: 'string',
	email: 'string',
	vat: 'string',
	country: 'string',
	currency: 'string',
	locale: 'string',
	url: 'url',
	integer: 'number',
	// as text: a number would lose the digits of long decimals
	decimal: 'string',
	boolean: 'boolean',
	choice: 'options',
	date: 'dateTime',
	timestamp: 'dateTime',
	tiers: 'array',
	identifiers: 'array',
	object: 'object',
};

/** Amounts arrive in the form the node is told, which may have decimals. */
const AS_TEXT: ReadonlySet<string> = new Set(['price']);

export const getCustomerFields = fieldsOf(CUSTOMER_FIELDS, ['customer']);
export const getContactFields = fieldsOf(CONTACT_FIELDS, []);
export const getItemFamilyFields = fieldsOf(ITEM_FAMILY_FIELDS, ['item_family']);
export const getItemFields = fieldsOf(ITEM_FIELDS, ITEM_ENTITIES);
export const getItemPriceFields = fieldsOf(ITEM_PRICE_FIELDS, ITEM_PRICE_ENTITIES);

/** The fields of a mapping form: Chargebee's own and the site's custom fields. */
function fieldsOf(standard: readonly Field[], entities: readonly string[]) {
	return async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const own = standard.filter(({ readOnly }) => !readOnly);
		if (entities.length === 0) return { fields: own.map(toMapperField) };
		const client = await ChargebeeClient.open(this);
		const { custom } = await readSiteFields(client, this.getNode(), entities);
		return { fields: [...own, ...custom].map(toMapperField) };
	};
}

/** A switch that is shown has a value, and nobody asked for "no" by opening the form. */
function isShown({ common = false, kind }: Field): boolean {
	return common && kind !== 'boolean';
}

function toMapperField(field: Field): ResourceMapperField {
	const { id, label, kind, choices, custom, required = false } = field;
	return {
		id,
		displayName: label,
		type: AS_TEXT.has(id) ? 'string' : WIDGET[kind],
		required: custom === true && required,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		removed: custom ? !required : !isShown(field),
		...(choices ? { options: choices.map((value) => ({ name: value, value })) } : {}),
	};
}
