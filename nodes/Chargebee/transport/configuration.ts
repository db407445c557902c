import type { IDataObject, INode } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { ChargebeeClient } from './client';
import { mismatch } from './environment';
import { parseObject } from './errorBody';
import { toNodeError } from './failure';

/** Not allowed to this key, or not known to this site: then the first real call tells. */
const NOT_AVAILABLE: ReadonlySet<number> = new Set([400, 403, 404]);

interface Configuration {
	domain: string;
	/** `v1` or `v2`; empty when Chargebee does not tell. */
	productCatalog: string;
}

/**
 * Looks at the site before anything is written: whether it is the one the credential declares, and whether it has items.
 * One call, and none at all when there is nothing to check.
 * @throws NodeOperationError that names what to do; nothing was written
 */
export async function checkSite(
	client: ChargebeeClient,
	node: INode,
	needs: { catalog: boolean },
): Promise<void> {
	const { declared, siteName } = client;
	if (!needs.catalog && declared === 'unchecked') return;
	const configurations = await readConfigurations(client, node);
	const wrong = mismatch({
		declared,
		site: siteName,
		domains: configurations.map(({ domain }) => domain).filter(Boolean),
	});
	if (wrong) throw operationError(node, say('environment_mismatch', { declared, ...wrong }));
	const own = configurations.filter(
		({ domain }) => domain.toLowerCase() === siteName.toLowerCase(),
	);
	const catalogs = (own.length > 0 ? own : configurations).map((one) => one.productCatalog);
	if (needs.catalog && catalogs.length > 0 && catalogs.every((catalog) => catalog === 'v1'))
		throw operationError(node, say('catalog_not_supported', { records: 'items' }));
}

/** https://github.com/chargebee/chargebee-node, resource Configuration */
async function readConfigurations(client: ChargebeeClient, node: INode): Promise<Configuration[]> {
	const { reply } = await client.get('/configurations');
	if (reply.kind === 'answer' && NOT_AVAILABLE.has(reply.status)) return [];
	if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(node, reply);
	const { configurations } = parseObject(reply.text);
	const rows = Array.isArray(configurations) ? (configurations as IDataObject[]) : [];
	return rows.map((row) => ({
		domain: asText(row.domain).trim(),
		productCatalog: asText(row.product_catalog_version),
	}));
}
