import type { M3Company, M3TableRow } from '../../sandbox/infor';
import { readerOf } from './records';
import type { Bench } from './setup';

/** Node parameters that read the sample company in M3. */
export const M3 = { product: 'm3', company: '130' };

export const { readCustomers, readItems, failureOf } = readerOf(M3);

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
