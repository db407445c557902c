import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CredentialIds } from './connections';

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	onError?: string;
	[member: string]: unknown;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

export const SYNC_CUSTOMERS = 'sync-customers.json';
export const SYNC_ITEMS = 'sync-items.json';
export const PREVIEW_CUSTOMERS = 'preview-customers.json';
export type TemplateFile = typeof SYNC_CUSTOMERS | typeof SYNC_ITEMS | typeof PREVIEW_CUSTOMERS;
/** The trigger of every scheduled template. */
export const TRIGGER = 'Every 15 minutes';
export const MANUAL_TRIGGER = 'When clicking Execute';

const CREDENTIAL_OF: Record<string, keyof CredentialIds> = {
	'n8n-nodes-cloudsuite-chargebee.cloudSuite': 'inforIonApi',
	'n8n-nodes-cloudsuite-chargebee.chargebeeSync': 'chargebeeSyncApi',
};

/**
 * A template as a user has it after choosing credentials and, when the sample company is not theirs, entering their
 * own in "Settings"; nothing else is changed.
 */
export async function loadTemplate(
	file: string,
	credentials: CredentialIds,
	company?: string,
): Promise<Workflow> {
	const workflow = JSON.parse(
		await readFile(join(__dirname, '..', '..', 'workflows', file), 'utf8'),
	) as Workflow;
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			if (node.name === 'Settings' && company !== undefined)
				return withSetting(node, 'company', company);
			const type = CREDENTIAL_OF[node.type];
			return type ? { ...node, credentials: { [type]: credentials[type] } } : node;
		}),
	};
}

function withSetting(node: WorkflowNode, name: string, value: string): WorkflowNode {
	const { assignments } = node.parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	const changed = assignments.map((one) => (one.name === name ? { ...one, value } : one));
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } };
}
