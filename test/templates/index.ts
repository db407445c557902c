import { previewCustomers } from './previewCustomers';
import { dataTables } from './storage/dataTables';
import type { Storage } from './storage/storage';
import { onCustomerChanged } from './onCustomerChanged';
import { syncCustomers } from './syncCustomers';
import { syncItems } from './syncItems';
import type { Template } from './workflow';

const STORAGES: readonly Storage[] = [dataTables];

const TEMPLATES: Readonly<Record<string, (storage: Storage) => Template>> = {
	'on-customer-changed.json': onCustomerChanged,
	'preview-customers.json': previewCustomers,
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
