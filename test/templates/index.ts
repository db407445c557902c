import { alerts } from './alerts';
import { backfill } from './backfill';
import { billingByCustomer } from './billingByCustomer';
import { dashboard } from './dashboard';
import { exportAudit } from './exportAudit';
import { firstRun } from './firstRun';
import { onCustomerChanged } from './onCustomerChanged';
import { reconcile } from './reconcile';
import { reconcileItems } from './reconcileItems';
import { retryFailed } from './retryFailed';
import { retryItems } from './retryItems';
import { setup } from './setup';
import { dataTables } from './storage/dataTables';
import { postgres } from './storage/postgres';
import { createTable } from './storage/sql';
import type { Storage } from './storage/storage';
import { syncCustomers } from './syncCustomers';
import { syncItems } from './syncItems';
import { AUDIT, CHECKPOINTS, LEDGER } from './storage/tables';
import type { Template, WorkflowJson } from './workflow';

const STORAGES: readonly Storage[] = [dataTables, postgres];

/** By file. */
const TEMPLATES: Readonly<Record<string, (storage: Storage) => Template>> = {
	'alerts.json': alerts,
	'backfill.json': backfill,
	'billing-by-customer.json': billingByCustomer,
	'dashboard.json': dashboard,
	'export-audit.json': exportAudit,
	'first-run.json': firstRun,
	'on-customer-changed.json': onCustomerChanged,
	'reconcile.json': reconcile,
	'reconcile-items.json': reconcileItems,
	'retry-failed.json': retryFailed,
	'retry-failed-items.json': retryItems,
	'setup.json': setup,
	'sync-customers.json': syncCustomers,
	'sync-items.json': syncItems,
};

/** Pixels of the overview for a paragraph more. */
const SETUP_HEIGHT = 120;

/** Of no use in another folder: it keeps nothing in tables. */
const WITHOUT_TABLES: ReadonlySet<string> = new Set(['billing-by-customer.json']);

/** Every workflow below `workflows/` with its content. */
export function templateFiles(): Map<string, WorkflowJson> {
	return new Map(
		STORAGES.flatMap((storage) =>
			Object.entries(TEMPLATES)
				.filter(([file]) => storage.folder === '' || !WITHOUT_TABLES.has(file))
				.map(([file, make]): [string, WorkflowJson] => [
					storage.folder === '' ? file : `${storage.folder}/${file}`,
					forStorage(make(storage).json(), storage),
				]),
		),
	);
}

/** The statements that make the tables in PostgreSQL, for who makes them by hand: `workflows/postgres/tables.sql`. */
export const tablesSql = (): string =>
	`${[LEDGER, AUDIT, CHECKPOINTS].map(createTable).join('\n\n')}\n`;

function forStorage(template: WorkflowJson, { suffix, setup }: Storage): WorkflowJson {
	if (setup === '') return template;
	return {
		...template,
		name: `${template.name}${suffix}`,
		nodes: template.nodes.map((node) =>
			node.name === 'Overview'
				? {
						...node,
						parameters: {
							...node.parameters,
							content: `${String(node.parameters.content)}\n\n${setup}`,
							height: Number(node.parameters.height) + SETUP_HEIGHT,
						},
					}
				: node,
		),
	};
}
