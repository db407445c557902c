import type { SandboxAnswer, SandboxRequest } from '../shared/server';
import { listContacts } from './contacts';
import { catalogMismatch, errorAnswer, notFound, wrongMethod } from './errors';
import { listRecords } from './list';
import { readPath } from './path';
import { resourceAt } from './resources';
import type { Resource } from './resources/resource';
import type { Site } from './site';
import { answerWith } from './site';
import { configurations, customFieldConfigs } from './siteInfo';

/** Collections of product catalog 2.0, which a site on 1.0 refuses. */
const CATALOG_2 = [
	'items',
	'item_families',
	'item_prices',
	'attached_items',
	'differential_prices',
];

/** Answers one authenticated request. */
export function route(site: Site, siteName: string, request: SandboxRequest): SandboxAnswer {
	const path = readPath(request.path);
	const [collection = '', id, operation, ...more] = path;
	if (site.behaviour.productCatalog === 'v1' && CATALOG_2.includes(collection)) {
		return catalogMismatch();
	}
	const query = new URLSearchParams(request.query);
	const resource = resourceAt(collection);
	if (request.method === 'GET') {
		return resource
			? read(site, resource, path.slice(1), query)
			: readSite(site, siteName, path, query);
	}
	if (!resource) return notFound();
	if (request.method !== 'POST' || !resource.writes) return wrongMethod(request.method);
	const body = readableBody(site, request);
	if (typeof body !== 'string') return body;
	const { create, update, operations } = resource.writes;
	if (id === undefined) return create(site, body);
	if (operation === undefined) return update(site, id, body);
	const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
	return perform && more.length === 0 ? perform(site, id, body) : notFound();
}

function readSite(
	site: Site,
	siteName: string,
	path: readonly string[],
	query: URLSearchParams,
): SandboxAnswer {
	if (path.length !== 1) return notFound();
	if (path[0] === 'configurations') return configurations(site.behaviour, siteName);
	if (path[0] === 'custom_field_configs') return customFieldConfigs(site.behaviour, query);
	return notFound();
}

function read(
	site: Site,
	{ list }: Resource,
	[id, part, ...more]: readonly string[],
	query: URLSearchParams,
): SandboxAnswer {
	if (id === undefined) return listRecords(site, list, query);
	if (more.length > 0) return notFound();
	if (part === 'contacts' && list.path === 'customers') return listContacts(site, id, query);
	return part === undefined ? retrieve(site, list, id) : notFound();
}

function retrieve({ stores, behaviour }: Site, list: Resource['list'], id: string): SandboxAnswer {
	const record = stores[list.path].get(id);
	const hidden =
		record?.deleted && list.deletedBy === 'status' && !behaviour.retrieveDeletedCatalog;
	return record && !hidden ? answerWith(record) : notFound();
}

/** Only forms are read; a JSON body is as good as none. */
function readableBody({ behaviour }: Site, request: SandboxRequest): string | SandboxAnswer {
	if (!request.headers['content-type']?.includes('json')) return request.body;
	return behaviour.jsonBodies === 'ignore'
		? ''
		: errorAnswer(400, 'invalid_request', 'JSON request bodies are not supported');
}
