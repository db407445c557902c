import { answer } from '../../sandbox/shared/faults';
import {
	compassCalls,
	failureOf,
	item,
	LAKE,
	newQueries,
	partner,
	readCustomers,
	readItems,
} from './dataFabricSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { passingTroubles } from './troubles';

afterEach(stopBenches);

const MINUTE = 60_000;
/** The items: two tables are looked at first, then the list comes in pages. */
const ITEMS = { resource: 'item', options: { pageSize: 50 } };
const PAGES = /result\/\?offset=\d+&limit=50/;

function cancels({ sandbox }: Bench): string[] {
	return sandbox.history
		.filter(({ method }) => method === 'PUT')
		.map(({ path, notes }) => `${path.split('/').at(-2)} ${String(notes.state)}`);
}

describe('a query', () => {
	it('is handed in as plain text, and asked for as JSON', async () => {
		const bench = await startBench();
		const { history } = bench.sandbox;
		await readItems(bench);
		// the sandbox refuses any other content type
		expect(
			history.filter(({ method }) => method === 'POST' && method.length > 0).length,
		).toBeGreaterThan(2);
		expect(history.at(-1)?.notes.accept).toBe('application/json');
		expect(history.every(({ status }) => status < 300)).toBe(true);
	});

	it('that is refused for its content type says so', async () => {
		const bench = await startBench();
		const body = { message: 'Content type must be text/plain' };
		for (const status of [400, 415]) {
			bench.sandbox.faults.add({ method: 'POST', path: /jobs/, effect: answer(status, body) });
			expect((await failureOf(bench)).message).toBe(
				`The query of the columns of LN_tccom100 could not be read: HTTP ${status} (Content type must be text/plain)`,
			);
		}
	});

	it('that runs long is asked for as often as it answers, 25 seconds each', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.runMs = 90_000;
		expect(await readItems(bench, { operation: 'get', id: 'AX-2000' })).toHaveLength(1);
		// 25, 50, 75, 90 seconds, three queries
		expect(compassCalls(bench.newCalls()).filter((call) => call === 'GET status')).toHaveLength(12);
		expect(cancels(bench)).toEqual([]);
	});

	it('is asked for at a growing distance when Compass does not wait itself', async () => {
		const bench = await startBench();
		Object.assign(bench.sandbox.lake.behaviour, { runMs: 60_000, longPoll: false });
		await readItems(bench, { operation: 'count' });
		const times = bench.sandbox.history
			.filter(({ path }) => path.endsWith('/status/'))
			.map(({ at }) => at);
		const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
		expect(gaps.slice(0, 5)).toEqual([500, 1000, 2000, 4000, 5000]);
		expect(Math.max(...gaps)).toBe(5000);
	});

	it('that takes too long is given up, canceled, and the message says what to do', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.runMs = 60 * MINUTE;
		const start = bench.clock.now();
		const { message, description } = await failureOf(bench, { options: { waitMinutes: 2 } });
		expect(message).toBe(
			'The query of the columns of LN_tccom100 was not ready after 2 minutes and is canceled',
		);
		expect(description).toContain('"Wait for Query (Minutes)"');
		expect(bench.clock.now() - start).toBeLessThan(2 * MINUTE + 10_000);
		expect(cancels(bench)).toEqual(['cancel CANCELED']);
	});

	it('is canceled when the execution is', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /status/, effect: { kind: 'hang' } });
		const { status, outputs } = await bench.run(LAKE, {
			cancelWhen: () => bench.sandbox.history.some(({ path }) => path.includes('/status/')),
		});
		expect(status).toBe('canceled');
		expect(outputs.flat()).toEqual([]);
		// n8n does not wait for it
		while (cancels(bench).length === 0) await new Promise((resolve) => setImmediate(resolve));
		expect(cancels(bench)[0]).toMatch(/^cancel/);
	});

	it('is canceled when waiting for it fails, and that this fails, too, does not matter', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /status/, effect: answer(500), times: 99 });
		bench.sandbox.faults.add({ method: 'PUT', path: /cancel/, effect: { kind: 'reset' } });
		expect((await failureOf(bench)).message).toBe(
			'The status of the columns of LN_tccom100 could not be read: HTTP 500',
		);
		expect(cancels(bench)).toHaveLength(1);
	});

	it.each([
		['by somebody', { status: 'CANCELED' }, 'was canceled in Data Fabric'],
		[
			'in a way nobody knows',
			{ status: 'DONE' },
			'ended with the status "DONE", which is not known',
		],
	])('that ended %s is no result', async (_how, body, message) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /status/, effect: answer(201, body) });
		expect((await failureOf(bench)).message).toContain(message);
		expect(cancels(bench)).toEqual([]);
	});

	it.each([
		[{}, 'The query of the columns of LN_tccom100 was taken on without an ID'],
		['<html>Log in</html>', 'The query of the columns of LN_tccom100 was taken on without an ID'],
	])('that was taken on with %j is an error', async (body, message) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ method: 'POST', path: /jobs/, effect: answer(202, body), times: 9 });
		expect((await failureOf(bench)).message).toBe(message);
	});

	it.each([
		[403, 'HTTP 403 (no)', 'the right to run queries in Data Fabric'],
		[404, 'HTTP 404 (no)', '"Compass Path"'],
	])('that is refused with %d says what to do', async (status, message, action) => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			method: 'POST',
			path: /jobs/,
			effect: answer(status, { message: 'no' }),
		});
		const failure = await failureOf(bench);
		expect(failure.message).toContain(message);
		expect(failure.description).toContain(action);
	});
});

describe('a query that failed', () => {
	it.each([
		'message',
		'errorMessage',
		'error',
		'statusMessage',
		'reason',
		'messages',
		'none',
	] as const)('says why, though Compass had it in "%s"', async (errorShape) => {
		const bench = await startBench();
		Object.assign(bench.sandbox.lake.behaviour, { errorShape, unpublished: ['LN_tdisa001'] });
		const { message, description } = await failureOf(bench, { resource: 'item' });
		expect(message).toContain(
			'the columns of LN_tdisa001 could not be read: the table or a column is not there, or the service account may not read it',
		);
		expect(message).toContain("Invalid property name references: 'LN_tdisa001'");
		expect(description).toContain('ttdpm5130m000');
		expect(cancels(bench)).toEqual([]);
	});

	it('without any reason says that there is none', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /status/, effect: answer(201, { status: 'FAILED' }) });
		bench.sandbox.faults.add({ path: /result/, effect: answer(404) });
		expect((await failureOf(bench)).message).toBe(
			'the columns of LN_tccom100 could not be read: Data Fabric says "no reason given"',
		);
	});

	it('may say so in the result only', async () => {
		const bench = await startBench();
		const csv = 'MessageType,SuggestedLocalizedText\nERROR,Out of memory';
		const effect = answer(200, csv, { 'content-type': 'text/csv' });
		bench.sandbox.faults.add({ path: PAGES, effect, after: 2 });
		expect((await failureOf(bench, ITEMS)).message).toBe(
			'Page 1 of LN_tcibd001 of company 1300 could not be read: Data Fabric says "Out of memory"',
		);
	});
});

describe('a page that can not be right', () => {
	it.each([
		['a log-in page', answer(200, '<!doctype html>'), 'a web page came instead of data'],
		['cut JSON', { kind: 'truncate' as const, bytes: 300 }, 'the answer is cut'],
		['another object', answer(200, { value: [] }), 'the answer is none of Compass'],
		['nothing', answer(200, ''), 'the answer is none of Compass'],
		['a query that is gone', answer(404, {}), 'Compass does not know the query any more'],
		['a refusal', answer(400, { message: 'no' }), 'HTTP 400 (no)'],
	])('%s is an error that names it, and nothing is passed on', async (_how, effect, message) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /offset=50&limit=50/, effect, times: 99 });
		const failure = await failureOf(bench, ITEMS);
		expect(failure.message).toContain('Page 2 of LN_tcibd001 of company 1300');
		expect(failure.message).toContain(message);
	});

	it('is one that comes again because the offset is not heeded', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.offset = false;
		expect((await failureOf(bench, ITEMS)).message).toBe(
			'Page 2 of LN_tcibd001 of company 1300 is the one before it again: the result can not be read to its end',
		);
	});

	it('is an end before as many rows came as were told', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.rowCountError = 5;
		const { message, description } = await failureOf(bench, ITEMS);
		expect(message).toBe(
			'The result of LN_tcibd001 of company 1300 ended after 120 rows, and Compass had said 125',
		);
		expect(description).toContain('"Trust Row Count"');
		const options = { ...ITEMS.options, trustRowCount: false };
		expect(await readItems(bench, { options })).toHaveLength(120);
	});

	it('is not the end because fewer rows were told than come', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.rowCountError = -50;
		expect(await readItems(bench, { options: { pageSize: 60 } })).toHaveLength(120);
	});
});

describe('a gateway in trouble', () => {
	it.each(passingTroubles(20))(
		'%s: whatever was asked is asked again, nothing is missing',
		async (_how, effect) => {
			for (const path of [/jobs\/$/, /status/, /result/]) {
				const bench = await startBench();
				bench.sandbox.faults.add({ path, effect, after: 2, times: 2 });
				expect(await readItems(bench)).toHaveLength(120);
			}
		},
	);

	it('is not overrun: 100 queries a minute are not exceeded', async () => {
		const bench = await startBench();
		const items = Array.from({ length: 130 }, (_, at) => ({ json: { sql: `SELECT ${at} AS n` } }));
		bench.sandbox.lake.behaviour.runMs = 0;
		const { outputs, error } = await bench.run(
			{
				product: 'dataFabric',
				resource: 'query',
				operation: 'execute',
				queryMode: 'sql',
				sql: '={{ $json.sql }}',
			},
			{ items },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(130);
		expect(newQueries(bench)).toHaveLength(130);
		expect(bench.sandbox.history.filter(({ status }) => status === 429)).toEqual([]);
	});
});

describe('data that drifted', () => {
	it.each([
		[
			'LN_tccom100',
			{ ...partner('C00100001'), prst: 'active' },
			'column prst should hold a number and holds "active"',
		],
		[
			'LN_tccom100',
			{ ...partner('C00100001'), lmdt: 'yesterday' },
			'column lmdt should hold a date and holds "yesterday"',
		],
		[
			'LN_tccom112',
			{ compnr: 1300, itbp: 'C00100001', cofc: '      ', crlr: 'much' },
			'column crlr should hold a number and holds "much"',
		],
	])('in %s is an error that names record, column and value', async (table, row, message) => {
		const bench = await startBench();
		bench.sandbox.lake.put(table, row);
		expect((await failureOf(bench)).message).toBe(`${table} C00100001: ${message}`);
	});

	it('in prices, too', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tdisa001', { ...item('AX-2003'), pris: '12,50' });
		expect((await failureOf(bench, { resource: 'item' })).message).toBe(
			'LN_tdisa001 AX-2003: column pris should hold a number and holds "12,50"',
		);
	});

	it('in numbers nobody knows is passed on, never invented', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tccom100', { ...partner('C00100001'), prst: 7 });
		const customers = await readCustomers(bench);
		expect(customers.find(({ id }) => id === 'C00100001')?.status).toBe('7');
	});

	it('in the columns of a table is an error with those it has', async () => {
		const bench = await startBench();
		bench.sandbox.lake.define({
			...{ name: 'LN_tccom112', key: ['compnr', 'itbp'] },
			columns: ['compnr', 'itbp', 'deleted'],
			deleted: { column: 'deleted', yes: true, no: false },
		});
		const { message, description } = await failureOf(bench);
		expect(message).toBe('Table LN_tccom112 of this tenant has no cofc; nothing was read');
		expect(description).toContain('the table has: compnr, deleted, itbp.');
	});

	it('in columns that need not be there costs only what they tell', async () => {
		const bench = await startBench();
		bench.sandbox.lake.define({
			...{ name: 'LN_tdisa001', key: ['compnr', 'item'] },
			columns: ['compnr', 'item', 'pris'],
			deleted: { column: 'pris', yes: -1, no: 3 },
		});
		bench.sandbox.lake.put('LN_tdisa001', { ...item('AX-2003'), pris: 3 });
		const items = await readItems(bench);
		expect(items.find(({ id }) => id === 'AX-2003')).toMatchObject({ price: '3', currency: null });
	});

	it('to a table without rows gives no records, and no error', async () => {
		const bench = await startBench();
		bench.sandbox.lake.define({
			...{ name: 'LN_tccom100', key: ['compnr', 'bpid'] },
			columns: ['compnr', 'bpid', 'nama', 'bprl', 'deleted'],
			deleted: { column: 'deleted', yes: true, no: false },
		});
		expect(await readCustomers(bench)).toEqual([]);
		bench.sandbox.lake.behaviour.format = 'json';
		expect(await readCustomers(bench)).toEqual([]);
	});
});
