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
import { setup } from './setup';
import { dataTables } from './storage/dataTables';
import type { Storage } from './storage/storage';
import { syncCustomers } from './syncCustomers';
import { syncItems } from './syncItems';
import type { Template } from './workflow';

const STORAGES: readonly Storage[] = [dataTables];

/** By file; those that keep nothing in tables are the same for every storage. */
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
	'setup.json': setup,
	'sync-customers.json': syncCustomers,
	'sync-items.json': syncItems,
};

/** Every file below `workflows/` with its content, formatted as Prettier leaves it. */
export function templateFiles(): Map<string, unknown> {
	return new Map(
		STORAGES.flatMap((storage) =>
			Object.entries(TEMPLATES).map(([file, make]) => [
				storage.folder === '' ? file : `${storage.folder}/${file}`,
				make(storage).json(),
			]),
		),
	);
}
