import type { INode } from 'n8n-workflow';
import type { Field, FieldKind } from '../../fields/field';
import type { ChargebeeClient } from '../../transport/client';
import type { CustomField } from '../../transport/customFields';
import { listCustomFields } from '../../transport/customFields';
import type { SiteFields } from '../../upsert/defineResource';

/** Types of custom fields. https://apidocs.chargebee.com/docs/api/custom_field_configs */
const KIND: Record<string, FieldKind> = {
	long: 'integer',
	double: 'decimal',
	timestamp: 'timestamp',
	email: 'email',
	date: 'date',
	url: 'url',
};

/** What the site has of its own for these kinds of records. */
export async function readSiteFields(
	client: ChargebeeClient,
	node: INode,
	entities: readonly string[],
	referenceField = '',
): Promise<SiteFields> {
	const byName = new Map<string, Field>();
	const withReference = new Set<string>();
	let complete = entities.length > 0;
	for (const entity of entities) {
		const { fields, known } = await listCustomFields(client, node, entity);
		complete &&= known;
		for (const field of fields) {
			if (!byName.has(field.apiName)) byName.set(field.apiName, toField(field, entities.length));
			if (field.apiName === referenceField) withReference.add(entity);
		}
	}
	return {
		custom: [...byName.values()],
		complete,
		...(withReference.size > 0
			? { reference: { field: referenceField, entities: withReference } }
			: {}),
	};
}

export function toField(
	{ apiName, displayName, dataType, required, choices }: CustomField,
	kindsOfRecords = 1,
): Field {
	const base = { id: apiName, label: `${displayName} (custom field)`, custom: true };
	return {
		...base,
		...(choices
			? { kind: 'choice' as const, choices }
			: { kind: KIND[dataType] ?? ('text' as const) }),
		// required for one kind of item is not required for another
		...(required && kindsOfRecords === 1 ? { required } : {}),
	};
}
