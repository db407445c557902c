import { isChanged, readKnown } from '../../../nodes/CloudSuite/changes';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';

const row = (changes: Record<string, unknown> = {}) => ({
	source_key: 'K',
	source_hash: 'H',
	outcome: 'created',
	chargebee_id: 'CB',
	...changes,
});
const customer = { key: 'K', sourceHash: 'H' } as SourceCustomer;
const changed = (...rows: unknown[]) => isChanged(customer, readKnown(rows) ?? new Map());

describe('known records', () => {
	it('are read as rows or as their JSON', () => {
		const known = new Map([['K', { sourceHash: 'H', chargebeeId: 'CB', outcome: 'created' }]]);
		expect(readKnown([row()])).toEqual(known);
		expect(readKnown(JSON.stringify([row()]))).toEqual(known);
		expect(readKnown(' ')).toEqual(new Map());
	});

	it('may hold what is no row: it is left out', () => {
		expect(readKnown([null, {}, 7, row({ source_key: '' })])).toEqual(new Map());
	});

	it.each(['{}', '{"a":', 'K', 5, null, undefined, {}])('%j is no list of them', (source) => {
		expect(readKnown(source)).toBeUndefined();
	});
});

describe('a customer', () => {
	it.each(['created', 'updated', 'linked', 'unchanged'])(
		'with the hash known and %s is not passed on',
		(outcome) => {
			expect(changed(row({ outcome }))).toBe(false);
		},
	);

	it.each(['conflict', 'invalid', 'rejected', 'failed', 'skipped', '', undefined])(
		'whose last outcome was %j is passed on again',
		(outcome) => {
			expect(changed(row({ outcome }))).toBe(true);
		},
	);

	it('with another hash, or not known at all, is passed on', () => {
		expect(changed(row({ source_hash: 'OLD' }))).toBe(true);
		expect(changed(row({ source_key: 'OTHER' }))).toBe(true);
	});

	it('the ledger knows twice with different hashes is passed on: nobody can tell which is current', () => {
		expect(changed(row(), row({ source_hash: 'OLD' }))).toBe(true);
		expect(changed(row({ source_hash: 'OLD' }), row())).toBe(true);
		expect(changed(row(), row())).toBe(false);
	});
});
