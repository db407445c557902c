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
import { catalogMismatch, errorAnswer, notFound } from './errors';
import { listCustomers } from './list';
import { readPath } from './path';
import { configurations, customFieldConfigs } from './siteInfo';

/** Collections of product catalog 2.0, which a site on 1.0 refuses. */
const CATALOG_2 = ['items', 'item_families', 'item_prices'];

/** Answers one authenticated request. */
export function route(site: Site, siteName: string, request: SandboxRequest): SandboxAnswer {
	const [resource = '', ...rest] = readPath(request.path);
	if (request.method === 'GET') {
		return read(site, siteName, [resource, ...rest], new URLSearchParams(request.query));
	}
	if (resource !== 'customers') return notFound();
	if (request.method !== 'POST') {
		return errorAnswer(405, 'http_method_not_supported', `${request.method} is not supported`);
	}
	const body = readableBody(site, request);
	if (typeof body !== 'string') return body;
	const [id, operation, ...more] = rest;
	if (id === undefined) return createCustomer(site, body);
	return more.length > 0 ? notFound() : write(site, id, operation, body);
}

function read(
	site: Site,
	siteName: string,
	path: readonly string[],
	query: URLSearchParams,
): SandboxAnswer {
	const [resource = '', id, part, ...more] = path;
	if (site.behaviour.productCatalog === 'v1' && CATALOG_2.includes(resource)) {
		return catalogMismatch();
	}
	if (path.length === 1) {
		if (resource === 'configurations') return configurations(site.behaviour, siteName);
		if (resource === 'custom_field_configs') return customFieldConfigs(site.behaviour, query);
		if (resource === 'customers') return listCustomers(site, query);
	}
	if (resource !== 'customers' || id === undefined || more.length > 0) return notFound();
	if (part === 'contacts') return listContacts(site, id, query);
	return part === undefined ? retrieve(site, id) : notFound();
}

function write(site: Site, id: string, operation: string | undefined, body: string): SandboxAnswer {
	switch (operation) {
		case undefined:
			return updateCustomer(site, id, body);
		case 'update_billing_info':
			return updateBillingInfo(site, id, body);
		case 'delete':
			return deleteCustomer(site, id, body);
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

/** Only forms are read; a JSON body is as good as none. */
function readableBody({ behaviour }: Site, request: SandboxRequest): string | SandboxAnswer {
	if (!request.headers['content-type']?.includes('json')) return request.body;
	return behaviour.jsonBodies === 'ignore'
		? ''
		: errorAnswer(400, 'invalid_request', 'JSON request bodies are not supported');
}
