import type { IDataObject } from 'n8n-workflow';
import type { Behaviour } from '../../sandbox/infor';
import type { LnRow } from '../../sandbox/infor/ln/data';
import type { Bench } from './setup';
import { startBench } from './setup';

export const BP = 'tcapi.comBusinessPartner';
export const OLD = '2024-03-01T08:00:00Z';
export const NEW = '2025-06-01T08:00:00Z';
export const SINCE = '2025-01-01T00:00:00Z';

/** What makes a customer, by the tables of the sandbox. */
export const ALL_SETS = {
	businessPartners: `${BP}/BusinessPartners`,
	soldToBusinessPartners: `${BP}/SoldtoBusinessPartners`,
	invoiceToBusinessPartners: `${BP}/InvoicetoBusinessPartners`,
	payByBusinessPartners: `${BP}/PaybyBusinessPartners`,
	addresses: `${BP}/Addresses`,
	taxNumbers: `${BP}/TaxNumbersByBusinessPartner`,
	contacts: 'tcapi.comContact/Contacts',
} as const;
export type Table = keyof typeof ALL_SETS;

/** A tenant that has added a date of change to these sets, where everything was changed long ago. */
export async function startDated(
	tables: readonly Table[] = Object.keys(ALL_SETS) as Table[],
): Promise<Bench> {
	const addedColumns: Behaviour['addedColumns'] = Object.fromEntries(
		tables.map((table) => [ALL_SETS[table], 'ChangedOn:date']),
	);
	const bench = await startBench({ behaviour: { addedColumns } });
	for (const table of tables)
		for (const row of bench.sandbox.data[table] as LnRow[]) row.ChangedOn = OLD;
	return bench;
}

/** The options of a node that goes by this column. */
export function changedBy(column = 'ChangedOn'): { options: IDataObject } {
	return { options: { changedBy: { __rl: true, mode: 'list', value: column } } };
}

export function partner(bench: Bench, at: number) {
	return bench.sandbox.data.businessPartners[at];
}
