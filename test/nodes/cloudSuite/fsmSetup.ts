import type { FsmRecord } from '../../sandbox/infor';
import type { NodeResult } from '../harness/runNode';
import { readerOf } from './records';
import type { Bench } from './setup';

/** Node parameters that read the sample company in FSM. */
export const FSM = { product: 'fsm', company: 'ACME' };

export const { readCustomers, readItems, failureOf } = readerOf(FSM);

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
