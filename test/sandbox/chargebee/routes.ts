import type { SandboxAnswer, SandboxRequest } from '../shared/server';
import { changeContact, listContacts } from './contacts';
import type { Site } from './customers';
import {
	answer,
	createCustomer,
	deleteCustomer,
	updateBillingInfo,
	updateCustomer,
} from './customers';
import { errorAnswer, notFound } from './errors';
import { readFilters } from './filters';
import { pageOf } from './paging';
import type { CustomFieldConfig } from './types';

const BASE = '/api/v2';

/** Answers one authenticated request. */
export function route(site: Site, siteName: string, request: SandboxRequest): SandboxAnswer {
	const body = readableBody(site, request);
	if (typeof body !== 'string') return body;
	const path = request.path.startsWith(`${BASE}/`) ? request.path.slice(BASE.length + 1) : '';
	const [resource = '', encodedId, operation] = path.split('/');
	const id = encodedId === undefined ? undefined : decodeURIComponent(encodedId);
	const query = new URLSearchParams(request.query);
	switch (`${request.method} ${resource}`) {
		case 'GET configurations':
			return configurations(site, siteName);
		case 'GET custom_field_configs':
			return customFieldConfigs(site, query);
		case 'GET customers':
			if (id === undefined) return listCustomers(site, query);
			return operation === 'contacts'
				? listContacts(site, id)
				: operation
					? notFound()
					: retrieve(site, id);
		case 'POST customers':
			return id === undefined ? createCustomer(site, body) : write(site, id, operation, body);
		default:
			return resource === 'customers'
				? errorAnswer(405, 'http_method_not_supported', `${request.method} is not supported`)
				: notFound();
	}
}

function write(site: Site, id: string, operation: string | undefined, body: string): SandboxAnswer {
	switch (operation) {
		case undefined:
			return updateCustomer(site, id, body);
		case 'update_billing_info':
			return updateBillingInfo(site, id, body);
		case 'delete':
			return deleteCustomer(site, id);
		case 'add_contact':
		case 'update_contact':
		case 'delete_contact':
			return changeContact(site, id, operation, body);
		default:
			return notFound();
	}
}

function retrieve({ store }: Site, id: string): SandboxAnswer {
	const customer = store.get(id);
	return customer ? answer(customer) : notFound();
}

function listCustomers({ store, behaviour }: Site, query: URLSearchParams): SandboxAnswer {
	const { matches, refused } = readFilters(query, behaviour);
	if (refused) return refused;
	const withDeleted = query.get('include_deleted') === 'true';
	const rows = store
		.listed(behaviour.listIndexDelayMs)
		.filter((customer) => (withDeleted || !customer.deleted) && matches(customer));
	return pageOf(rows, query);
}

/** The list can hold the live and the test site of an account. */
function configurations({ behaviour }: Site, siteName: string): SandboxAnswer {
	return {
		status: 200,
		body: {
			configurations: [
				{
					domain: siteName,
					product_catalog_version: behaviour.productCatalog,
					chargebee_response_schema_type:
						behaviour.productCatalog === 'v2' ? 'items' : 'plans_addons',
				},
			],
		},
	};
}

/** https://apidocs.chargebee.com/docs/api/custom_field_configs */
function customFieldConfigs({ behaviour }: Site, query: URLSearchParams): SandboxAnswer {
	const entity = query.get('entity_type');
	const limit = Number(query.get('limit') ?? 10);
	const start = Number(query.get('offset') ?? 0);
	const matching = behaviour.customFields.filter(
		({ entity_type: type }) => entity === null || type === entity,
	);
	return {
		status: 200,
		body: {
			list: matching
				.slice(start, start + limit)
				.map((config) => ({ custom_field_config: describe(config) })),
			...(matching.length > start + limit ? { next_offset: String(start + limit) } : {}),
		},
	};
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

/** Only forms are read; a JSON body is as good as none. */
function readableBody({ behaviour }: Site, request: SandboxRequest): string | SandboxAnswer {
	if (!request.headers['content-type']?.includes('json')) return request.body;
	return behaviour.jsonBodies === 'ignore'
		? ''
		: errorAnswer(400, 'invalid_request', 'JSON request bodies are not supported');
}
