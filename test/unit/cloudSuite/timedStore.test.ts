import type { ServiceColumns } from '../../../nodes/CloudSuite/products/ln/metadata';
import { TimedStore } from '../../../nodes/CloudSuite/products/timedStore';

const MINUTE = 60_000;
const columns: ServiceColumns = new Map([['Items', new Map([['Item', 'Edm.String']])]]);

describe('kept metadata', () => {
	it('are there for ten minutes, and not for longer', () => {
		const store = new TimedStore<ServiceColumns>();
		store.keep('a', columns, 0);
		expect(store.at('a', 10 * MINUTE - 1)).toBe(columns);
		expect(store.at('a', 10 * MINUTE)).toBeUndefined();
	});

	it('are another’s under another name', () => {
		const store = new TimedStore<ServiceColumns>();
		store.keep('a', columns, 0);
		expect(store.at('b', 0)).toBeUndefined();
	});

	it('are gone once they are dropped', () => {
		const store = new TimedStore<ServiceColumns>();
		store.keep('a', columns, 0);
		store.drop('a');
		expect(store.at('a', 0)).toBeUndefined();
	});

	it('never take more than fifty places; the oldest goes first, one kept again is not old', () => {
		const store = new TimedStore<ServiceColumns>();
		for (let n = 0; n < 50; n += 1) store.keep(`service ${n}`, columns, n);
		store.keep('service 0', columns, 50);
		store.keep('one more', columns, 51);
		expect(store.at('service 0', 60)).toBe(columns);
		expect(store.at('service 1', 60)).toBeUndefined();
		expect(store.at('service 2', 60)).toBe(columns);
	});
});
