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
export const FIRST_RUN = 'first-run.json';
export const ON_CUSTOMER_CHANGED = 'on-customer-changed.json';
export const SETUP = 'setup.json';
export const RETRY_FAILED = 'retry-failed.json';
export const RETRY_FAILED_ITEMS = 'retry-failed-items.json';
export const RECONCILE = 'reconcile.json';
export const RECONCILE_ITEMS = 'reconcile-items.json';
export const DASHBOARD = 'dashboard.json';
export const ALERTS = 'alerts.json';
export const EXPORT_AUDIT = 'export-audit.json';
export const BACKFILL = 'backfill.json';
export const BILLING_BY_CUSTOMER = 'billing-by-customer.json';
export const ALL_TEMPLATES = [
	...[SYNC_CUSTOMERS, SYNC_ITEMS, FIRST_RUN, ON_CUSTOMER_CHANGED, SETUP, RETRY_FAILED],
	...[RECONCILE, RECONCILE_ITEMS, DASHBOARD, ALERTS, EXPORT_AUDIT, BILLING_BY_CUSTOMER],
	...[BACKFILL, RETRY_FAILED_ITEMS],
] as const;
export type TemplateFile = (typeof ALL_TEMPLATES)[number];
/** The trigger of every scheduled template. */
export const TRIGGER = 'Every 15 minutes';
export const MANUAL_TRIGGER = 'When clicking Execute';

const CREDENTIAL_OF: Record<string, keyof CredentialIds> = {
	'n8n-nodes-base.webhook': 'httpBasicAuth',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.postgres': 'postgres',
	'n8n-nodes-cloudsuite-chargebee.cloudSuite': 'inforIonApi',
	'n8n-nodes-cloudsuite-chargebee.cloudSuiteTrigger': 'inforIonApi',
	'n8n-nodes-cloudsuite-chargebee.chargebeeSync': 'chargebeeSyncApi',
};

/** What a user chooses who does not run the sample company's LN. */
export interface Choice {
	company: string;
	/** As in the nodes, e.g. `m3`. */
	product?: string;
}

/** The same template with its tables in PostgreSQL. */
export const inPostgres = (file: string): string => `postgres/${file}`;

/**
 * A template as a user has it after choosing credentials and, when the sample company is not theirs, their own company
 * (in "Settings", or in the trigger) and product; nothing else is changed.
 */
export async function loadTemplate(
	file: string,
	credentials: CredentialIds,
	choice?: Choice,
): Promise<Workflow> {
	const workflow = JSON.parse(
		await readFile(join(__dirname, '..', '..', 'workflows', file), 'utf8'),
	) as Workflow;
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			if (node.name.startsWith('Settings') && choice)
				return withSetting(node, 'company', choice.company);
			const type = CREDENTIAL_OF[node.type];
			if (!type) return node;
			const credential = credentials[type];
			if (!credential) return node;
			const chosen = { ...node, credentials: { [type]: credential } };
			return choice && type === 'inforIonApi' ? withChoice(chosen, choice) : chosen;
		}),
	};
}

function withChoice(node: WorkflowNode, { company, product }: Choice): WorkflowNode {
	const isTrigger = node.type.endsWith('Trigger');
	return {
		...node,
		parameters: {
			...node.parameters,
			...(product === undefined ? {} : { product }),
			// the other nodes take it from "Settings"
			...(isTrigger ? { company: { __rl: true, mode: 'id', value: company } } : {}),
		},
	};
}

function withSetting(node: WorkflowNode, name: string, value: string): WorkflowNode {
	const { assignments } = node.parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	const changed = assignments.map((one) => (one.name === name ? { ...one, value } : one));
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } };
}
