import type { IDataObject } from 'n8n-workflow';
import { newQueries, partner } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const QUERY = { product: 'dataFabric', resource: 'query', operation: 'execute' };

function run(bench: Bench, parameters: IDataObject) {
	return bench.run({ ...QUERY, ...parameters });
}

async function failureOf(bench: Bench, parameters: IDataObject): Promise<string> {
	const { error, outputs } = await run(bench, parameters);
	expect(outputs.flat()).toEqual([]);
	return error?.message ?? 'nothing went wrong';
}

const sql = (text: string) => ({ queryMode: 'sql', sql: text });
const build = (more: IDataObject) => ({ queryMode: 'build', table: 'LN_tcmcs010', ...more });
const where = (column: string, operator: string, value: string, type = 'text') => ({
	conditions: { condition: [{ column, operator, type, value }] },
});

describe('a query in SQL', () => {
	it('gives its rows as items, as Data Fabric has them', async () => {
		const bench = await startBench();
		const text = "SELECT compnr, ccty, ict2 AS iso FROM LN_tcmcs010 WHERE ccty = 'US';";
		const result = await run(bench, sql(text));
		expect(rowsOf(result)).toEqual([{ compnr: 1300, ccty: 'US', iso: 'US' }]);
		expect(newQueries(bench)).toEqual([text.slice(0, -1)]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('gives no more rows than the limit, and reads no further page', async () => {
		const bench = await startBench();
		const statement = sql('SELECT bpid FROM LN_tccom100');
		const limited = { ...statement, returnAll: false, limit: 7, options: { pageSize: 5 } };
		expect(rowsOf(await run(bench, limited))).toHaveLength(7);
		expect(bench.newCalls().filter(({ path }) => path.includes('/result/'))).toHaveLength(2);
	});

	it('may have pages that are alike: that is no circle', async () => {
		const bench = await startBench();
		const statement = { ...sql('SELECT deleted FROM LN_tccom112'), options: { pageSize: 50 } };
		expect(rowsOf(await run(bench, statement)).length).toBeGreaterThan(300);
	});

	it('keeps numbers beyond 2^53 and control characters as they are', async () => {
		const bench = await startBench();
		const text = "SELECT 9007199254740993 AS id, 'x' || char(0) AS text";
		expect(rowsOf(await run(bench, sql(text)))).toEqual([
			{ id: '9007199254740993', text: 'x\u0000' },
		]);
	});

	it.each([
		['DELETE FROM LN_tccom100', 'The SQL begins with DELETE and is no SELECT; it was not sent'],
		['SELECT 1; DROP TABLE LN_tccom100', 'The SQL has more than one statement; it was not sent'],
		[
			'WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a',
			'The SQL has the word INSERT, which does not belong into a query that reads; it was not sent',
		],
		[' -- nothing', 'The SQL is empty'],
	])('%s is refused before anything is sent', async (text, message) => {
		const bench = await startBench();
		expect(await failureOf(bench, sql(text))).toBe(message);
		expect(bench.newCalls()).toEqual([]);
	});

	it('that Compass refuses says so in its words', async () => {
		const bench = await startBench();
		expect(await failureOf(bench, sql('SELECT nobody FROM LN_tccom100'))).toContain(
			"Invalid property name references: 'nobody'",
		);
		expect(await failureOf(bench, sql('SELECT FROM'))).toContain(
			'the query could not be read: Data Fabric says "Syntax error',
		);
	});

	it('of each input item is its own, and one that fails leaves the others alone', async () => {
		const bench = await startBench();
		const result = await bench.run(
			{ ...QUERY, queryMode: 'sql', sql: '={{ $json.sql }}' },
			{
				items: [{ json: { sql: 'SELECT 1 AS one' } }, { json: { sql: 'DROP x' } }],
				onError: 'continueErrorOutput',
			},
		);
		expect(result.outputs.map((items) => items.map(({ json }) => json.one ?? json.error))).toEqual([
			[1],
			['The SQL begins with DROP and is no SELECT; it was not sent'],
		]);
	});
});

describe('a query that is built', () => {
	it('reads columns of rows that satisfy the conditions', async () => {
		const bench = await startBench();
		const asked = build({ columns: 'ccty, ict2', ...where('ict2', 'in', 'DE, AT, XX') });
		expect(rowsOf(await run(bench, asked))).toEqual(
			expect.arrayContaining([expect.objectContaining({ ict2: 'DE' })]),
		);
		expect(newQueries(bench)).toEqual([
			"SELECT ccty, ict2 FROM LN_tcmcs010 WHERE ict2 IN ('DE', 'AT', 'XX')",
		]);
	});

	it('has the limit in the statement', async () => {
		const bench = await startBench();
		expect(rowsOf(await run(bench, build({ returnAll: false, limit: 3 })))).toHaveLength(3);
		expect(newQueries(bench)).toEqual(['SELECT * FROM LN_tcmcs010 LIMIT 3']);
	});

	it('finds texts with signs that mean something in a pattern', async () => {
		const bench = await startBench();
		const table = { table: 'LN_tccom100', columns: 'bpid' };
		const found = await run(bench, build({ ...table, ...where('bpid', 'contains', "D'ARC") }));
		expect(rowsOf(found)).toEqual([{ bpid: "D'ARC-63" }]);
		const none = await run(bench, build({ ...table, ...where('bpid', 'startsWith', '%') }));
		expect(rowsOf(none)).toEqual([]);
	});

	it.each([
		[{ table: ' ' }, 'The table is missing'],
		[where('compnr', 'equal', 'x', 'number'), 'The condition on compnr: "x" is no number'],
		[{ modifiedSince: 'soon' }, '"Modified Since" is not a date: soon'],
	])('with %j is refused before anything is sent', async (more, message) => {
		const bench = await startBench();
		expect(await failureOf(bench, build(more))).toContain(message);
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('an increment', () => {
	const since = '2026-01-05T08:00:00.000Z';

	it('is what arrived up to the newest there was, with deleted rows named in a hint', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.put('LN_tccom100', { ...partner('C00100001'), nama__en_us: 'New' });
		lake.remove('LN_tccom100', partner('C00100002'), bench.clock.now() + 1000);
		await bench.clock.sleep(5000);
		const asked = build({ table: 'LN_tccom100', columns: 'bpid', modifiedSince: since });
		const result = await run(bench, asked);
		expect(rowsOf(result)).toEqual([
			{ bpid: 'C00100001', deleted: false, infor_lastmodified: since },
		]);
		expect(warningsOf(result)).toEqual([
			'LN_tccom100: what was deleted is left out (1: C00100002/true).',
			`LN_tccom100: rows that arrived up to 2026-01-05T08:00:01.000Z were read. Use ${since} as the next "Modified Since": rows can be queried some minutes after they arrived.`,
		]);
		expect(newQueries(bench)).toEqual([
			"SELECT max(infor.lastmodified()) AS newest FROM infor.includedeleted('LN_tccom100')",
			`SELECT bpid, deleted, infor.lastmodified() AS infor_lastmodified FROM infor.includedeleted('LN_tccom100') WHERE infor.lastmodified() >= '${since}' AND infor.lastmodified() <= '2026-01-05T08:00:01.000Z'`,
		]);
	});

	it('names as the next start 30 minutes before the newest row: with it, a row that could be queried late comes, too', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		const nextOf = (hints: string[]) => /Use (\S+) as the next/.exec(hints.join())?.[1];
		lake.behaviour.lagMs = 10 * 60_000;
		await bench.clock.sleep(60 * 60_000);
		lake.put('LN_tccom100', { ...partner('C00100001'), nama__en_us: 'Late' });
		lake.behaviour.lagMs = 0;
		await bench.clock.sleep(60_000);
		lake.put('LN_tccom100', { ...partner('C00100002'), nama__en_us: 'At once' });
		const asked = build({ table: 'LN_tccom100', columns: 'bpid' });
		const first = await run(bench, { ...asked, modifiedSince: since });
		expect(rowsOf<{ bpid: string }>(first).map(({ bpid }) => bpid)).toEqual(['C00100002']);
		const modifiedSince = nextOf(warningsOf(first));
		expect(modifiedSince).toBe('2026-01-05T08:31:00.000Z');
		await bench.clock.sleep(10 * 60_000);
		const second = await run(bench, { ...asked, modifiedSince });
		const found = rowsOf<{ bpid: string }>(second).map(({ bpid }) => bpid);
		expect(found.sort()).toEqual(['C00100001', 'C00100002']);
	});

	it('without anything new is one query', async () => {
		const bench = await startBench();
		const asked = build({ table: 'OCUSMA', modifiedSince: since });
		expect(rowsOf(await run(bench, asked))).toEqual([]);
		expect(newQueries(bench)).toHaveLength(1);
	});

	it('that was cut by the limit names no moment to go on from', async () => {
		const bench = await startBench();
		for (const code of ['C00100001', 'C00100002'])
			bench.sandbox.lake.put('LN_tccom100', partner(code));
		const asked = build({ table: 'LN_tccom100', modifiedSince: since, returnAll: false, limit: 1 });
		const result = await run(bench, asked);
		expect(rowsOf(result)).toHaveLength(1);
		expect(warningsOf(result)).toEqual([]);
	});
});

describe('a query to another product', () => {
	it('is refused', async () => {
		const bench = await startBench();
		const { error } = await bench.run({ ...QUERY, product: 'ln', ...sql('SELECT 1') });
		expect(error?.message).toBe('Queries are answered by Data Fabric alone, not by LN');
	});
});
