import type { LakeRow } from '../../sandbox/infor';
import { readerOf } from './records';
import type { Bench } from './setup';

/** Node parameters that read the sample company in the Data Lake. */
export const LAKE = { product: 'dataFabric', company: '1300' };
/** The same of M3, by a mapping. */
export const M3_LAKE = { product: 'dataFabric', company: '130', options: { tables: 'own' } };

export const { readCustomers, readItems, failureOf } = readerOf(LAKE);

/** The row of company 1300 with this code, to change it. */
export function partner(bpid: string): LakeRow {
	return { compnr: 1300, bpid };
}

export function item(code: string): LakeRow {
	return { compnr: 1300, item: code.padStart(9 + code.length) };
}

/** The statements that were handed in since the last call of `newQueries`. */
export function newQueries({ sandbox }: Bench): string[] {
	const seen = counted.get(sandbox) ?? 0;
	counted.set(sandbox, sandbox.queries.length);
	return sandbox.queries.slice(seen).map(({ sql }) => sql);
}

const counted = new WeakMap<object, number>();

/** The requests to Compass since the last call of `newCalls`, in short: `POST jobs`, `GET status`, `GET result?...`. */
export function compassCalls(calls: ReturnType<Bench['newCalls']>): string[] {
	return calls
		.filter(({ path }) => path.includes('/compass/'))
		.map(({ method, path, query }) => {
			const [last = ''] = path.split('/').filter(Boolean).slice(-1);
			return `${method} ${last}${last === 'result' ? `?${query}` : ''}`;
		});
}
