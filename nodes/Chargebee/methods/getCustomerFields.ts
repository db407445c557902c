import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { CUSTOMER_FIELDS } from '../resources/customer/fields';
import type { FieldKind } from '../resources/customer/fields';
import { ChargebeeClient } from '../transport/client';
import type { CustomField } from '../transport/customFields';
import { listCustomFields } from '../transport/customFields';

const WIDGET: Record<FieldKind, FieldType> = {
	text: 'string',
	email: 'string',
	vat: 'string',
	country: 'string',
	currency: 'string',
	integer: 'number',
	boolean: 'boolean',
	choice: 'options',
};

const CUSTOM_WIDGET: Record<string, FieldType> = { long: 'number', double: 'number' };

/** The fields of the mapping form: Chargebee's own and the site's custom fields. */
export async function getCustomerFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const client = await ChargebeeClient.open(this);
	const custom = await listCustomFields(client, this.getNode(), 'customer');
	const standard = CUSTOMER_FIELDS.map(
		({ id, label, kind, choices, common }): ResourceMapperField => ({
			id,
			displayName: label,
			type: WIDGET[kind],
			required: false,
			display: true,
			defaultMatch: false,
			canBeUsedToMatch: false,
			removed: !common,
			...(choices ? { options: choices.map((value) => ({ name: value, value })) } : {}),
		}),
	);
	return { fields: [...standard, ...custom.map(customField)] };
}

function customField({
	apiName,
	displayName,
	dataType,
	required,
}: CustomField): ResourceMapperField {
	return {
		id: apiName,
		displayName: `${displayName} (custom field)`,
		type: CUSTOM_WIDGET[dataType] ?? 'string',
		required,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		removed: !required,
	};
}
