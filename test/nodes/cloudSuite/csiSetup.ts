import type { CsiConfiguration, CsiRow } from '../../sandbox/infor';
import { readerOf } from './records';
import type { Bench } from './setup';

/** Node parameters that read the sample company in CloudSuite Industrial. */
export const CSI = { product: 'csi', company: 'ACME_TST_DALS' };

export const { readCustomers, readItems, failureOf } = readerOf(CSI);

export function siteOf({ sandbox }: Bench, name = CSI.company): CsiConfiguration {
	const site = sandbox.csi.configurations[name];
	if (!site) throw new Error(`no configuration ${name}`);
	return site;
}

/** @param number with its blanks */
export function customerOf(bench: Bench, number: string): CsiRow {
	return rowOf(siteOf(bench).customers, ({ CustNum: own }) => own === number);
}

export function itemOf(bench: Bench, number: string): CsiRow {
	return rowOf(siteOf(bench).items, ({ Item: own }) => own === number);
}

/** The price in force of an item of the sample company. */
export function priceOf(bench: Bench, number: string): CsiRow {
	return rowOf(
		siteOf(bench).itemPrices,
		({ Item: own, EffectDate: day }) => own === number && day?.startsWith('20210104') === true,
	);
}

function rowOf(rows: readonly CsiRow[], isWanted: (row: CsiRow) => boolean): CsiRow {
	const row = rows.find(isWanted);
	if (!row) throw new Error('no such row');
	return row;
}

/** What was asked of CSI: operation and IDO, in order; without the list of configurations, which is kept for some minutes. */
export function asked(calls: ReturnType<Bench['newCalls']>): string[] {
	const all = calls.map(({ path }) => path.replace(/^.*\/ido\//, ''));
	return all.filter((what) => what !== 'configurations');
}

/** A parameter of each load, in order; `null` where it is not named. */
export function parameterOf(calls: ReturnType<Bench['newCalls']>, name: string): unknown[] {
	return calls
		.filter(({ path }) => path.includes('/load/'))
		.map(({ query }) => new URLSearchParams(query).get(name));
}
