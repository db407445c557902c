import type { IDataObject } from 'n8n-workflow';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';
import type { SourceItem } from '../../../nodes/shared/source/sourceItem';
import type { M3Company, M3TableRow } from '../../sandbox/infor';
import type { NodeResult } from '../harness/runNode';
import type { Bench } from './setup';

/** Node parameters that read the sample company in M3. */
export const M3 = { product: 'm3', company: '130' };

export async function readCustomers(
	bench: Bench,
	parameters: IDataObject = {},
): Promise<SourceCustomer[]> {
	return rowsOf<SourceCustomer>(await bench.run({ ...M3, ...parameters }));
}

export async function readItems(bench: Bench, parameters: IDataObject = {}): Promise<SourceItem[]> {
	return rowsOf<SourceItem>(await bench.run({ ...M3, resource: 'item', ...parameters }));
}

/** The records of any resource. */
export function rowsOf<T>({ outputs, error }: NodeResult): T[] {
	if (error) throw error;
	return (outputs[0] ?? []).map(({ json }) => json as T);
}

/** What went wrong, message and action; fails the test when nothing did. */
export async function failureOf(
	bench: Bench,
	parameters: IDataObject = {},
): Promise<{ message: string; description: string }> {
	const { error, outputs } = await bench.run({ ...M3, ...parameters });
	if (!error) throw new Error('nothing went wrong');
	expect(outputs.flat()).toEqual([]);
	return {
		message: error.message,
		description: (error as { description?: string }).description ?? '',
	};
}

export function companyOf({ sandbox }: Bench, number = '130'): M3Company {
	const company = sandbox.m3.companies[number];
	if (!company) throw new Error(`no company ${number}`);
	return company;
}

export function customerOf(bench: Bench, number: string): M3TableRow {
	const row = companyOf(bench).customers.find(({ CUNO }) => CUNO === number);
	if (!row) throw new Error(`no customer ${number}`);
	return row;
}

export function itemOf(bench: Bench, number: string): M3TableRow {
	const row = companyOf(bench).items.find(({ ITNO }) => ITNO === number);
	if (!row) throw new Error(`no item ${number}`);
	return row;
}

/** The programs and transactions of calls, in order; of a bulk call the first. */
export function transactions(calls: ReturnType<Bench['newCalls']>): string[] {
	return calls.map(({ notes }) => String((notes.transactions as string[] | undefined)?.[0]));
}
