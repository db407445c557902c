import type { IDataObject } from 'n8n-workflow';
import { seedItems } from '../../sandbox/seed/items';
import { item, LAKE, newQueries, partner, readCustomers, readItems } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;

async function countOf(bench: Bench, parameters: IDataObject): Promise<unknown> {
	const result = await bench.run({ ...LAKE, operation: 'count', ...parameters });
	return rowsOf<{ count: number }>(result)[0]?.count;
}

describe('a filter', () => {
	it.each([
		[{}, 300],
		[{ status: ['prospect'] }, 6],
		[{ status: ['inactive'] }, 1],
		[{ status: ['active'] }, 293],
		[{ status: ['doubtful'] }, 2],
		[{ status: ['doubtful', 'inactive'] }, 3],
		[{ status: ['doubtful', 'active'] }, 293],
		[{ role: 'supplier' }, 16],
		[{ role: 'any' }, 312],
		[{ ids: 'C00100001, P4017, NOBODY' }, 2],
		[{ ids: 'C00100001, P4017', status: ['inactive'] }, 0],
	])('%j on customers finds %d, and counts as many', async (filters, count) => {
		const bench = await startBench();
		const customers = await readCustomers(bench, { filters });
		expect(customers).toHaveLength(count);
		expect(await countOf(bench, { filters })).toBe(count);
	});

	it('on status is one Compass answers: no row comes that was not asked for', async () => {
		const bench = await startBench();
		await readCustomers(bench, { filters: { status: ['prospect'] } });
		const { notes } = bench.newCalls().at(-1) ?? {};
		expect(notes).toMatchObject({ rows: 6 });
	});

	it('on groups finds items by their group', async () => {
		const bench = await startBench();
		const items = await readItems(bench, { filters: { groups: 'BOLTS, DRIVES' } });
		expect(items).toHaveLength(
			seedItems().filter(({ group }) => ['BOLTS', 'DRIVES'].includes(group)).length,
		);
		expect(await countOf(bench, { resource: 'item', filters: { groups: 'BOLTS, DRIVES' } })).toBe(
			48,
		);
	});

	it('on many IDs needs one query for 500 of them', async () => {
		const bench = await startBench();
		const many = Array.from({ length: 600 }, (_, at) => `AX-${2000 + at}`).join(',');
		const items = await readItems(bench, { filters: { ids: many } });
		expect(items).toHaveLength(seedItems().filter(({ project }) => project === null).length);
		expect(newQueries(bench).filter((sql) => sql.includes(' IN ('))).toHaveLength(2);
	});
});

describe('a limit', () => {
	it('is passed on where Compass answers all of the question', async () => {
		const bench = await startBench();
		expect(await readItems(bench, { returnAll: false, limit: 5 })).toHaveLength(5);
		expect(newQueries(bench).at(-1)).toContain(' LIMIT 5');
		const filters = { ids: 'AX-2000, AX-2001, AX-2002' };
		expect(await readItems(bench, { returnAll: false, limit: 2, filters })).toHaveLength(2);
		expect(newQueries(bench).at(-1)).not.toContain(' LIMIT ');
	});
});

describe('a count', () => {
	it('is one query, and no table is looked at first', async () => {
		const bench = await startBench();
		expect(await countOf(bench, {})).toBe(300);
		expect(newQueries(bench)).toEqual([
			'SELECT count(*) AS total FROM LN_tccom100 p WHERE p.compnr = 1300 AND p.bprl IN (2, 4)',
		]);
		expect(await countOf(bench, { resource: 'item' })).toBe(120);
		expect(newQueries(bench)).toHaveLength(1);
	});
});

describe('what changed since', () => {
	const since = (bench: Bench) => ({
		filters: { modifiedSince: new Date(bench.clock.now()).toISOString() },
	});

	it('is found by any row a record is made from, and only that', async () => {
		const bench = await startBench();
		const asked = since(bench);
		expect(await readCustomers(bench, asked)).toEqual([]);
		const { lake } = bench.sandbox;
		lake.put('LN_tccom100', { ...partner('C00100001'), nama__en_us: 'Renamed' });
		lake.put('LN_tccom112', { compnr: 1300, itbp: 'C00100002', cofc: '      ', cpay: 'N99' });
		lake.put('LN_tccom130', { compnr: 1300, cadr: 'A00000003', info__en_us: 'new@mail.example' });
		const changed = await readCustomers(bench, asked);
		expect(changed.map(({ id }) => id)).toEqual(['C00100001', 'C00100002', 'C00100003']);
		expect(changed.map(({ name, paymentTerms, email }) => [name, paymentTerms, email])).toEqual([
			['Renamed', expect.anything(), expect.anything()],
			[expect.anything(), 'N99', expect.anything()],
			[expect.anything(), expect.anything(), 'new@mail.example'],
		]);
	});

	it('of an item is also a changed sales price', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tdisa001', { ...item('AX-2007'), pris: 1.5 });
		const items = await readItems(bench, since(bench));
		expect(items.map(({ id, price }) => [id, price])).toEqual([['AX-2007', '1.5']]);
	});

	it('is a deleted address, too: its customer is told without it', async () => {
		const bench = await startBench();
		bench.sandbox.lake.remove('LN_tccom130', { compnr: 1300, cadr: 'A00000001' });
		const [customer, ...others] = await readCustomers(bench, since(bench));
		expect(others).toEqual([]);
		expect(customer).toMatchObject({ id: 'C00100001', billingAddress: null, email: null });
	});

	it('takes the row that is there, should a deleted one belong to the same record', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		const row = { compnr: 1300, itbp: 'C00100001', cpay: 'N99' };
		for (const cofc of ['', ' ', '  ']) lake.remove('LN_tccom112', { ...row, cofc, cpay: 'OLD' });
		lake.put('LN_tccom112', { ...row, cofc: '      ' });
		const [customer, ...others] = await readCustomers(bench, since(bench));
		expect(others).toEqual([]);
		expect(customer?.paymentTerms).toBe('N99');
	});

	it('names deleted rows in a hint, and never as a record', async () => {
		const bench = await startBench();
		const asked = since(bench);
		for (const code of ['C00100001', 'C00100002'])
			bench.sandbox.lake.remove('LN_tccom100', partner(code));
		const result = await bench.run({ ...LAKE, ...asked });
		expect(rowsOf(result)).toEqual([]);
		expect(warningsOf(result)).toEqual([
			'LN_tccom100 of company 1300: what was deleted is left out (2: C00100001, C00100002).',
		]);
		expect(await readCustomers(bench)).toHaveLength(298);
		expect(await countOf(bench, asked)).toBe(0);
	});

	it('does not name what was deleted before', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.remove('LN_tccom100', partner('C00100001'), bench.clock.now() - MINUTE);
		lake.put('LN_tccom130', { compnr: 1300, cadr: 'A00000001', info__en_us: 'x@y.example' });
		const result = await bench.run({ ...LAKE, ...since(bench) });
		expect(rowsOf(result)).toEqual([]);
		expect(warningsOf(result)).toEqual([]);
	});

	it('has the edge itself: what arrived at just that moment', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tccom100', partner('C00100001'));
		expect(await readCustomers(bench, since(bench))).toHaveLength(1);
		await bench.clock.sleep(1);
		expect(await readCustomers(bench, since(bench))).toHaveLength(0);
	});

	it('tells LN’s own date of change, the newest of the rows', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tccom130', {
			...{ compnr: 1300, cadr: 'A00000001' },
			dtlm: '2026-01-04 10:00:00',
		});
		const [customer] = await readCustomers(bench, since(bench));
		expect(customer?.modifiedAt).toBe('2026-01-04T10:00:00.000Z');
	});
});

describe('only what changed', () => {
	it('compares with what is known, whichever product read it before', async () => {
		const bench = await startBench();
		const all = await readCustomers(bench);
		const knownRecords = all.map(({ key, sourceHash }) => ({
			...{ source_key: key, source_hash: sourceHash },
			...{ outcome: 'unchanged', chargebee_id: `cb-${key}` },
		}));
		expect(await readCustomers(bench, { onlyChanged: true, knownRecords })).toEqual([]);
		bench.sandbox.lake.put('LN_tccom100', { ...partner('C00100001'), nama__en_us: 'Renamed' });
		const changed = await readCustomers(bench, { onlyChanged: true, knownRecords });
		expect(changed).toEqual([
			expect.objectContaining({
				id: 'C00100001',
				known: { chargebeeId: 'cb-ln:ACME_TST:1300:C00100001', outcome: 'unchanged' },
			}),
		]);
	});
});
