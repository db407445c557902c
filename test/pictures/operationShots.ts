import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { N8nApi } from '../host/n8nApi';
import { CHARGEBEE_CREDENTIAL } from '../host/connections';

/** A node as it stands in the editor after choosing resource and operation, with what is worth showing filled in. */
const OPERATIONS: ReadonlyArray<[name: string, parameters: Record<string, unknown>]> = [
	['customer-upsert', { resource: 'customer', operation: 'upsert', preview: true }],
	[
		'customer-mapping',
		{
			resource: 'customer',
			operation: 'upsert',
			columns: { mappingMode: 'defineBelow', value: null },
		},
	],
	[
		'customer-options',
		{
			resource: 'customer',
			operation: 'upsert',
			options: {
				whenGone: 'restore',
				whenInactive: 'putAside',
				fieldRules: { rule: [{ field: 'email', rule: 'ifEmpty' }] },
				suppress: ['emails', 'webhooks'],
			},
		},
	],
	['contact-upsert', { resource: 'contact', operation: 'upsert' }],
	['item-family-upsert', { resource: 'itemFamily', operation: 'upsert' }],
	['item-upsert', { resource: 'item', operation: 'upsert' }],
	['item-price-upsert', { resource: 'itemPrice', operation: 'upsert' }],
	['customer-get', { resource: 'customer', operation: 'get', getBy: 'sourceKey' }],
	['customer-get-many', { resource: 'customer', operation: 'getAll' }],
	['billing-summary', { resource: 'customer', operation: 'billingSummary' }],
	['contact-get-many', { resource: 'contact', operation: 'getAll' }],
	['item-price-get-many', { resource: 'itemPrice', operation: 'getAll' }],
	['invoice-get-many', { resource: 'invoice', operation: 'getAll' }],
	['transaction-get', { resource: 'transaction', operation: 'get' }],
	['item-delete', { resource: 'item', operation: 'delete' }],
	['api-request', { resource: 'api', operation: 'request', method: 'POST' }],
];

const NAME = 'Every operation (for pictures)';

/** Takes a picture of the parameters of each operation, in a workflow that is removed afterwards. */
export async function shootOperations(
	page: Page,
	n8n: N8nApi,
	url: string,
	folder: string,
): Promise<void> {
	const credentials = await n8n.list<{ id: string; name: string }>('/credentials');
	const credential = credentials.find(({ name }) => name === CHARGEBEE_CREDENTIAL);
	const nodes = OPERATIONS.map(([name, parameters], index) => ({
		id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		name,
		type: 'n8n-nodes-cloudsuite-chargebee.chargebeeSync',
		typeVersion: 1,
		position: [0, index * 160],
		parameters,
		...(credential ? { credentials: { chargebeeSyncApi: credential } } : {}),
	}));
	const workflow = { name: NAME, nodes, connections: {}, settings: { executionOrder: 'v1' } };
	const { id } = await n8n.call<{ id: string }>('POST', '/workflows', workflow);
	try {
		for (const node of nodes) {
			await page.goto(`${url}/workflow/${id}/${node.id}`);
			const panel = page.locator('[data-test-id="ndv"], [data-test-id="node-parameters"]').first();
			await panel.waitFor();
			// the fields of the mapping form come from Chargebee
			await page.waitForTimeout(2500);
			await page.screenshot({ path: join(folder, `operation-${node.name}.png`) });
		}
	} finally {
		await n8n.call('DELETE', `/workflows/${id}`);
	}
}
