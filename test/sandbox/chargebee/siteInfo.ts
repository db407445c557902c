import type { SandboxAnswer } from '../shared/server';
import { pageOf } from './paging';
import type { Behaviour, CustomFieldConfig } from './types';

/** `GET /configurations`: tells the product catalog of the site. */
export function configurations({ productCatalog }: Behaviour, domain: string): SandboxAnswer {
	return {
		status: 200,
		body: {
			configurations: [
				{
					domain,
					product_catalog_version: productCatalog,
					chargebee_response_schema_type: productCatalog === 'v2' ? 'items' : 'plans_addons',
				},
			],
		},
	};
}

/** https://apidocs.chargebee.com/docs/api/custom_field_configs */
export function customFieldConfigs(
	{ customFields }: Behaviour,
	query: URLSearchParams,
): SandboxAnswer {
	const entity = query.get('entity_type');
	const rows = customFields
		.filter(({ entity_type: type }) => entity === null || type === entity)
		.map((config, index) => ({
			value: 0,
			sequence: index,
			entry: { custom_field_config: describe(config) },
		}));
	return pageOf(rows, query, 'asc');
}

function describe(config: CustomFieldConfig): Record<string, unknown> {
	return {
		display_name: config.api_name,
		field_datatype: 'string',
		edit_ui: 'text',
		required: false,
		status: 'active',
		published_status: 'published',
		object: 'custom_field_config',
		...config,
	};
}
