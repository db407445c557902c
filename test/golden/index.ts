import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference, Telling } from './difference';
import { csiTelling } from './differences/csi';
import { dataFabricTelling } from './differences/dataFabric';
import { fsmTelling } from './differences/fsm';
import { lnTelling } from './differences/ln';
import { m3Telling } from './differences/m3';
import type { IdealCustomer, IdealItem } from './ideal';

/** Every product, with what it tells otherwise than the sample company is. */
export const TELLINGS: readonly Telling[] = [
	lnTelling,
	m3Telling,
	fsmTelling,
	csiTelling,
	dataFabricTelling,
];

export const goldenCustomers = (): IdealCustomer[] => read<IdealCustomer>('customers.json');
export const goldenItems = (): IdealItem[] => read<IdealItem>('items.json');

/** The golden records as a product tells them, with the key they get. */
export function asTold<T extends { id: string }>(
	records: readonly T[],
	{ product, keyProduct = product, keyCompany }: Telling,
	differences: ReadonlyArray<Difference<T>>,
): Array<T & { key: string; product: string; tenant: string; company: string }> {
	return records.map((record, position) => {
		const told = Object.fromEntries(
			differences.map(({ field, tells }) => [field, tells(record, position)]),
		);
		const all = { ...record, ...told };
		const place = { product: keyProduct, tenant: 'ACME_TST', company: keyCompany };
		return { ...all, ...place, key: `${keyProduct}:ACME_TST:${keyCompany}:${all.id}` };
	});
}

function read<T>(name: string): T[] {
	return JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T[];
}
