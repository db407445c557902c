import type { IDataObject } from 'n8n-workflow';
import { failureOf as lnFailureOf, item, M3_LAKE, newQueries, partner } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { readerOf, rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { startTrigger } from './triggers';

afterEach(stopBenches);

const { readCustomers, readItems, failureOf } = readerOf(M3_LAKE);
const options = (more: IDataObject) => ({ options: { tables: 'own', ...more } });

/** A table whose rows are told apart by one more column than the settings say. */
const DIVISIONS = options({
	customerTable: 'CUSTS',
	customerColumns: { field: [{ target: 'name', field: 'CUNM' }] },
});

function withDivisions({ sandbox }: Bench) {
	const { lake } = sandbox;
	lake.define({
		...{ name: 'CUSTS', key: ['CONO', 'CUNO', 'DIVI'] },
		columns: ['CONO', 'CUNO', 'DIVI', 'CUNM', 'deleted'],
		deleted: { column: 'deleted', yes: 'true', no: 'false' },
	});
	const row = (DIVI: string) => ({ CONO: 130, CUNO: 'C1', DIVI, CUNM: `Name ${DIVI}` });
	for (const division of ['A', 'B']) lake.put('CUSTS', row(division));
	return { lake, row };
}

describe('rows of an own table with the same key', () => {
	it('are an error that names table, columns and key: none of them is dropped', async () => {
		const bench = await startBench();
		withDivisions(bench);
		const { message, description } = await failureOf(bench, DIVISIONS);
		expect(message).toBe(
			'Table CUSTS has more than one row with the key C1 (CUNO); nothing was used',
		);
		expect(description).toContain('"Customer Key Columns"');
		const trigger = startTrigger(bench, {
			...{ ...M3_LAKE, ...DIVISIONS, resource: 'customer', startFrom: 'everything' },
		});
		await expect(trigger.poll()).rejects.toThrow('Table CUSTS has more than one row');
		const named = options({ ...DIVISIONS.options, customerKeyColumns: 'DIVI, CUNO' });
		const customers = await readCustomers(bench, named);
		expect(customers.map(({ id }) => id)).toEqual(['A/C1', 'B/C1']);
	});

	it('are none when all but one are deleted', async () => {
		const bench = await startBench();
		const { lake, row } = withDivisions(bench);
		for (const gone of ['A', 'B']) {
			lake.put('CUSTS', { ...row(gone === 'A' ? 'B' : 'A'), deleted: 'false' });
			lake.remove('CUSTS', row(gone));
			const filters = { modifiedSince: '2026-01-01T00:00:00Z' };
			const result = await bench.run({ ...M3_LAKE, ...DIVISIONS, filters });
			expect(rowsOf<{ name: string }>(result).map(({ name }) => name)).toEqual([
				`Name ${gone === 'A' ? 'B' : 'A'}`,
			]);
			expect(warningsOf(result)).toEqual([]);
		}
	});

	it('of which the deleted one comes first still give the one that is there', async () => {
		const bench = await startBench();
		const { lake, row } = withDivisions(bench);
		lake.remove('CUSTS', row('A'));
		lake.remove('CUSTS', row('B'));
		// the same code for people, and another one for the order of the table
		lake.put('CUSTS', { ...row('B'), CUNO: 'C1 ', CUNM: 'Is there' });
		const filters = { modifiedSince: '2026-01-01T00:00:00Z' };
		const customers = await readCustomers(bench, { ...DIVISIONS, filters });
		expect(customers.map(({ name }) => name)).toEqual(['Is there']);
	});
});

describe('rows of LN that are the same record', () => {
	it('because their codes differ in blanks only are an error', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tccom100', {
			...partner(' C00100001'),
			...{ nama__en_us: 'Twice', bprl: 2, prst: 2 },
		});
		expect((await lnFailureOf(bench)).message).toBe(
			'Table LN_tccom100 gives more than one row for C00100001; nothing was used',
		);
	});

	it('because two terms hold for all departments are an error', async () => {
		const bench = await startBench();
		const terms = { compnr: 1300, itbp: 'C00100001', cofc: ' ', cpay: 'N99' };
		bench.sandbox.lake.put('LN_tccom112', terms);
		expect((await lnFailureOf(bench)).message).toContain('more than one row for C00100001');
	});

	it('need the project, a part of the key of items', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.define({
			...{ name: 'LN_tcibd001', key: ['compnr', 'item'] },
			columns: ['compnr', 'item', 'dsca', 'deleted'],
			deleted: { column: 'deleted', yes: true, no: false },
		});
		lake.put('LN_tcibd001', { ...item('AX-2000'), dsca: 'Bolt' });
		expect((await lnFailureOf(bench, { resource: 'item' })).message).toBe(
			'Table LN_tcibd001 of this tenant has no cprj; nothing was read',
		);
	});
});

describe('a company without rows in an own table', () => {
	const wrong = { company: '0130' };

	it('is an error that lists the companies there are', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('OCUSMA', { CONO: 140, CUNO: 'C1', CUNM: 'Other' });
		for (const operation of ['getAll', 'slice', 'count']) {
			const { message, description } = await failureOf(bench, { ...wrong, operation });
			expect(message).toBe('Table OCUSMA has no rows of company 0130; it has 130, 140');
			expect(description).toContain('just as it is written here');
		}
		expect((await failureOf(bench, { ...wrong, operation: 'get', id: 'C1' })).message).toContain(
			'no rows of company 0130',
		);
		expect(newQueries(bench).at(-1)).toBe(
			'SELECT DISTINCT TRIM(CAST(t.CONO AS VARCHAR)) AS company FROM OCUSMA t LIMIT 100',
		);
	});

	it('is an error of the trigger, which would never deliver anything', async () => {
		const bench = await startBench();
		const trigger = startTrigger(bench, { ...M3_LAKE, ...wrong, resource: 'customer' });
		await expect(trigger.poll()).rejects.toThrow(
			'Table OCUSMA has no rows of company 0130; it has 130',
		);
		expect(trigger.staticData).toEqual({});
	});

	it('is found among more companies than are listed', async () => {
		const bench = await startBench();
		for (let number = 200; number < 320; number += 1)
			bench.sandbox.lake.put('OCUSMA', { CONO: number, CUNO: 'C1', CUNM: 'Other' });
		const none = { filters: { ids: 'NOBODY' } };
		expect(await readCustomers(bench, { ...none, company: '319' })).toEqual([]);
		expect((await failureOf(bench, { ...none, company: '999' })).message).toMatch(
			/it has 130, 200, .*, 218, …$/,
		);
	});

	it('is an empty list when the company is there, and is looked for once only', async () => {
		const bench = await startBench();
		const filters = { modifiedSince: '2026-01-01T00:00:00Z' };
		expect(await readItems(bench, { filters })).toEqual([]);
		expect(newQueries(bench).filter((sql) => sql.includes('DISTINCT'))).toHaveLength(1);
		expect(await readItems(bench, { filters })).toEqual([]);
		expect(newQueries(bench).filter((sql) => sql.includes('DISTINCT'))).toEqual([]);
	});

	it('is an empty list when the table is empty', async () => {
		const bench = await startBench();
		for (const { CONO, CUNO } of bench.sandbox.lake.rows('OCUSMA'))
			bench.sandbox.lake.remove('OCUSMA', { CONO: CONO ?? null, CUNO: CUNO ?? null });
		expect(await readCustomers(bench, wrong)).toEqual([]);
	});

	it('with a backslash is refused before anything is asked', async () => {
		const bench = await startBench();
		expect((await failureOf(bench, { company: 'a\\' })).message).toBe(
			'"a\\" can not be a company: it has a backslash',
		);
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('a code with a backslash', () => {
	it('is found by its ID and among several, and is never sent', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		for (const code of ['A\\B', 'AxB', 'A\\', "A\\'"])
			lake.put('OCUSMA', { CONO: 130, CUNO: code, CUNM: code });
		for (const id of ['A\\B', 'A\\', "A\\'"])
			expect((await readCustomers(bench, { operation: 'get', id })).map((one) => one.id)).toEqual([
				id,
			]);
		const filters = { ids: 'A\\B, C00100001' };
		expect((await readCustomers(bench, { filters })).map(({ id }) => id)).toEqual([
			'A\\B',
			'C00100001',
		]);
		lake.put('MITMAS', { CONO: 130, ITNO: 'X1', ITDS: 'X', ITGR: 'G\\' });
		lake.put('MITMAS', { CONO: 130, ITNO: 'X2', ITDS: 'X', ITGR: 'Gx' });
		const ofGroup = { filters: { groups: 'G\\' } };
		expect((await readItems(bench, ofGroup)).map(({ id }) => id)).toEqual(['X1']);
		const count = await bench.run({
			...{ ...M3_LAKE, ...ofGroup, resource: 'item', operation: 'count' },
		});
		expect(rowsOf<{ count: number }>(count)[0]?.count).toBe(1);
		expect(newQueries(bench).filter((sql) => sql.includes('\\'))).toEqual([]);
	});
});
