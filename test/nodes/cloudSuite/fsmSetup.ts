import type { IDataObject } from 'n8n-workflow';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';
import type { SourceItem } from '../../../nodes/shared/source/sourceItem';
import type { FsmRecord } from '../../sandbox/infor';
import type { NodeResult } from '../harness/runNode';
import type { Bench } from './setup';

/** Node parameters that read the sample company in FSM. */
export const FSM = { product: 'fsm', company: 'ACME' };

export async function readCustomers(
	bench: Bench,
	parameters: IDataObject = {},
): Promise<SourceCustomer[]> {
	return rowsOf<SourceCustomer>(await bench.run({ ...FSM, ...parameters }));
}

export async function readItems(bench: Bench, parameters: IDataObject = {}): Promise<SourceItem[]> {
	return rowsOf<SourceItem>(await bench.run({ ...FSM, resource: 'item', ...parameters }));
}

/** What went wrong, message and action; fails the test when nothing did. */
export async function failureOf(
	bench: Bench,
	parameters: IDataObject = {},
): Promise<{ message: string; description: string }> {
	const { error, outputs } = await bench.run({ ...FSM, ...parameters });
	if (!error) throw new Error('nothing went wrong');
	expect(outputs.flat()).toEqual([]);
	return {
		message: error.message,
		description: (error as { description?: string }).description ?? '',
	};
}

/** Warnings beside the output, without the summary. */
export function warningsOf({ hints }: NodeResult): string[] {
	return hints.filter(({ type }) => type === 'warning').map(({ message }) => message);
}

/** The record with this code in the sample company's group. */
export function recordOf({ sandbox }: Bench, name: 'Customer' | 'Item', code: string): FsmRecord {
	const found = sandbox.fsm.classes[name]?.records.find(
		({ fields }) => fields[name] === code && fields.FinanceEnterpriseGroup === 'ACME',
	);
	if (!found) throw new Error(`no ${name} ${code}`);
	return found;
}

/** Changes a record, now. */
export function change(
	bench: Bench,
	name: 'Customer' | 'Item',
	code: string,
	fields: Record<string, string>,
): void {
	const record = recordOf(bench, name, code);
	Object.assign(record.fields, fields);
	record.changedAt = bench.clock.now();
}

/** The parameters of requests for lists, in order. */
export function questions(calls: ReturnType<Bench['newCalls']>): Array<Record<string, string>> {
	return calls
		.filter(({ path }) => path.includes('/FSM/'))
		.map(({ query }) => Object.fromEntries(new URLSearchParams(query)));
}

function rowsOf<T>({ outputs, error }: NodeResult): T[] {
	if (error) throw error;
	return (outputs[0] ?? []).map(({ json }) => json as T);
}
