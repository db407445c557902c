import type { FormValues } from './form';
import type { Rule } from './rules';
import { flag, text } from './rules';
import type { CustomFieldConfig } from './types';

/** Types of custom fields and what they take. https://apidocs.chargebee.com/docs/api/custom_field_configs */
const CUSTOM_FIELD_RULES: Record<string, Rule> = {
	long: { kind: 'integer' },
	double: { kind: 'number' },
	timestamp: { kind: 'integer' },
	email: { max: 70, kind: 'email' },
	date: { kind: 'date' },
	boolean: flag,
};

/** Rules for the custom fields of one kind of record: `customer`, `plan_item`, `charge_price`, ... */
export function customFieldRules(
	fields: readonly CustomFieldConfig[],
	entityType: string,
): Record<string, Rule> {
	return Object.fromEntries(
		fields
			.filter(({ entity_type: entity }) => entity === entityType)
			.map(({ api_name: name, field_datatype: type = 'string' }) => [
				name,
				CUSTOM_FIELD_RULES[type] ?? text(250),
			]),
	);
}

/** The first required custom field that new values leave out. */
export function missingCustomField(
	fields: readonly CustomFieldConfig[],
	entityType: string,
	values: FormValues,
): string | undefined {
	return fields.find(
		({ required, entity_type: entity, api_name: name }) =>
			required && entity === entityType && (values[name] ?? null) === null,
	)?.api_name;
}
