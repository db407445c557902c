import { answer } from '../../sandbox/shared/faults';
import { failureOf, item, LAKE, M3_LAKE, readCustomers } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** Its items, with these columns for prices. */
function withPrices({ sandbox }: Bench, columns: string[]): void {
	sandbox.lake.define({
		...{ name: 'LN_tdisa001', key: ['compnr', 'item'] },
		columns: ['compnr', 'item', ...columns, 'deleted'],
		deleted: { column: 'deleted', yes: true, no: false },
	});
}

describe('columns this tenant does not have', () => {
	it('are named in a hint, once per table, when the records can be read without them', async () => {
		const bench = await startBench();
		withPrices(bench, ['pris', 'ccur', 'cuqs', 'cups']);
		const { lake } = bench.sandbox;
		lake.define({
			...{ name: 'LN_tccom130', key: ['compnr', 'cadr'] },
			columns: 'compnr cadr namc namd hono pstc ccit dsca ccty cste dtlm'.split(' '),
			deleted: { column: 'dtlm', yes: 1, no: 0 },
		});
		const items = await bench.run({ ...LAKE, resource: 'item' });
		expect(rowsOf(items)).toHaveLength(120);
		expect(warningsOf(items)).toEqual([
			'Table LN_tdisa001 has no ltsp, cvat: the records are read without it.',
		]);
		// own and invoice address are of the same table
		expect(warningsOf(await bench.run(LAKE))).toEqual([
			'Table LN_tccom130 has no info, deleted: the records are read without it.',
		]);
	});

	it('are named of an own table, too, when it is the one that marks deleted rows', async () => {
		const bench = await startBench();
		const options = { tables: 'own', deletedColumn: 'gone' };
		const result = await bench.run({ ...M3_LAKE, options });
		expect(warningsOf(result)).toEqual([
			'Table OCUSMA has no gone: the records are read without it.',
		]);
	});

	it('are none that JSON left out because they are empty: that is an error', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		for (const row of lake.rows('LN_tccom130'))
			lake.put('LN_tccom130', { ...row, info__en_us: null });
		Object.assign(lake.behaviour, { format: 'json', nulls: false });
		const { message, description } = await failureOf(bench);
		expect(message).toBe(
			'The columns of table LN_tccom130 came as JSON and do not name info; nothing was read',
		);
		expect(description).toContain('has to answer as CSV');
	});

	it('can not be told of a joined table without rows as JSON: a hint names it', async () => {
		const bench = await startBench();
		withPrices(bench, ['pris', 'ccur', 'cuqs', 'cups', 'ltsp', 'cvat']);
		bench.sandbox.lake.behaviour.format = 'json';
		const result = await bench.run({ ...LAKE, resource: 'item' });
		expect(rowsOf(result)).toHaveLength(120);
		expect(warningsOf(result)).toEqual([
			'Table LN_tdisa001 has no rows, and nothing names its columns: it is left out.',
		]);
		// as CSV it names them, and is joined
		bench.sandbox.lake.behaviour.format = 'accepted';
		expect(warningsOf(await bench.run({ ...LAKE, resource: 'item' }))).toEqual([]);
		bench.sandbox.lake.put('LN_tdisa001', { ...item('AX-2000'), pris: 5 });
		const after = await bench.run({ ...LAKE, resource: 'item', operation: 'get', id: 'AX-2000' });
		expect(rowsOf<{ price: string }>(after)[0]?.price).toBe('5');
	});
});

describe('a result without the names of its columns', () => {
	it('as CSV is an error that names the page', async () => {
		const bench = await startBench();
		Object.assign(bench.sandbox.lake.behaviour, { format: 'csv', csvHead: 'none' });
		expect((await failureOf(bench)).message).toBe(
			'Page 1 of the columns of LN_tccom100 could not be read: its first line does not name the columns',
		);
	});

	it.each([
		['cells that could be names', 'alpha,beta,gamma', 'text/csv'],
		['a word', 'busy', 'text/plain'],
		['a sentence', 'Sorry, try later', 'text/plain'],
		['lines', 'Error\nThe result is too big', 'text/plain'],
	])(
		'%s is an error for lists, counts and queries, no list without rows',
		async (_how, body, type) => {
			const bench = await startBench();
			const effect = answer(200, body, { 'content-type': type });
			const add = (after: number) => {
				bench.sandbox.faults.add({ path: /result/, effect, after });
			};
			// three tables are looked at, and the countries
			add(4);
			const { message, description } = await failureOf(bench);
			expect(message).toBe(
				'Page 1 of LN_tccom100 of company 1300 could not be read: its first line does not name the columns',
			);
			expect(description).toContain('Nothing of it was used');
			add(0);
			expect((await failureOf(bench, { operation: 'count' })).message).toContain(
				'Page 1 of the count of LN_tccom100 of company 1300 could not be read: its first line',
			);
			if (type === 'text/csv') return;
			add(0);
			const query = {
				resource: 'query',
				operation: 'execute',
				queryMode: 'sql',
				sql: 'SELECT 1 AS a',
			};
			expect((await failureOf(bench, query)).message).toContain('Page 1 of the query');
			expect(await readCustomers(bench)).toHaveLength(300);
		},
	);
});
