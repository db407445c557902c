import type { Reply } from './inforClient';
import { send, startBench as startInforBench, stopBenches } from './inforClient';

afterEach(stopBenches);

const JOBS = '/ACME_TST/DATAFABRIC/compass/v2/jobs';

/** A client of Compass, with a token. */
async function startBench() {
	const bench = await startInforBench({ tokenLifetimeSeconds: 100_000 });
	const token = await bench.logIn();
	const call = async (
		path: string,
		method = 'GET',
		{ body, ...headers }: Record<string, string> = {},
	): Promise<Reply> =>
		await send(`${bench.sandbox.url}${JOBS}${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, ...headers },
			...(body === undefined ? {} : { body }),
		});
	const start = async (sql: string): Promise<string> => {
		const reply = await call('/', 'POST', { 'content-type': 'text/plain', body: sql });
		return (reply.json as { queryId: string }).queryId;
	};
	/** The rows of a statement, or what its status says. */
	const ask = async (sql: string): Promise<unknown> => {
		const id = await start(sql);
		const status = await call(`/${id}/status/?timeout=25`);
		const { status: word, ...rest } = status.json as { status: string };
		return word === 'FINISHED'
			? (await call(`/${id}/result/?offset=0&limit=1000`, 'GET', { accept: 'application/json' }))
					.json
			: { word, ...rest, queryId: undefined };
	};
	return { ...bench, call, start, ask, lake: bench.sandbox.lake };
}

describe('Compass sandbox: a query', () => {
	it('is taken on with 202, runs with 202, and has ended with 201', async () => {
		const { call, lake } = await startBench();
		lake.behaviour.runMs = 30_000;
		const taken = await call('/', 'POST', {
			'content-type': 'text/plain',
			body: 'SELECT 1 AS one',
		});
		expect(taken.status).toBe(202);
		const { queryId: id } = taken.json as { queryId: string };
		const states = [];
		for (const timeout of [5, 25, 25]) {
			const { status, json } = await call(`/${id}/status/?timeout=${timeout}`);
			states.push([status, (json as { status: string }).status]);
		}
		// 5 seconds, then 25: the second answer comes when it is over
		expect(states).toEqual([
			[202, 'RUNNING'],
			[201, 'FINISHED'],
			[201, 'FINISHED'],
		]);
		const { status, json } = await call(`/${id}/result/?offset=0&limit=10`);
		expect([status, json]).toEqual([200, [{ one: 1 }]]);
	});

	it.each([
		[415, 'application/json'],
		[400, 'text/csv'],
	] as const)('that is not plain text is refused with %d', async (wrongTypeStatus, type) => {
		const { call, lake, sandbox } = await startBench();
		lake.behaviour.wrongTypeStatus = wrongTypeStatus;
		const reply = await call('/', 'POST', { 'content-type': type, body: 'SELECT 1' });
		expect(reply.status).toBe(wrongTypeStatus);
		expect(sandbox.queries).toEqual([]);
	});

	it('can be canceled while it runs, and has no result then', async () => {
		const { call, start } = await startBench();
		const id = await start('SELECT 1');
		expect((await call(`/${id}/result/?offset=0&limit=1`)).status).toBe(400);
		expect((await call(`/${id}/cancel/`, 'PUT')).json).toMatchObject({ status: 'CANCELED' });
		expect((await call(`/${id}/status/`)).json).toMatchObject({ status: 'CANCELED' });
		expect((await call(`/${id}/result/?offset=0&limit=1`)).status).toBe(400);
	});

	it('is kept for twenty hours', async () => {
		const { call, start, clock } = await startBench();
		const id = await start('SELECT 1');
		clock.advance(20 * 3_600_000);
		expect((await call(`/${id}/status/`)).status).toBe(201);
		clock.advance(60_000);
		expect((await call(`/${id}/status/`)).status).toBe(404);
	});

	it('nobody knows is not found, and neither is any other address', async () => {
		const { call } = await startBench();
		for (const path of ['/nobody/status/', '/nobody/other/', '/nobody/'])
			expect((await call(path)).status).toBe(404);
	});

	it.each([
		['DELETE', '/'],
		['PUT', '/q/status/'],
		['POST', '/q/cancel/'],
	])('by %s %s is a broken rule', async (method, path) => {
		const { call, sandbox } = await startBench();
		expect((await call(path, method)).status).toBe(405);
		expect(sandbox.violations()).toHaveLength(1);
	});

	it('beyond the ration of a minute is refused', async () => {
		const { call, lake, start } = await startBench();
		lake.behaviour.rations.jobs = 2;
		await start('SELECT 1');
		await start('SELECT 1');
		const refused = await call('/', 'POST', { 'content-type': 'text/plain', body: 'SELECT 1' });
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('60');
	});
});

describe('Compass sandbox: SQL', () => {
	it('has the highest variation of each record, without deleted ones, unless asked otherwise', async () => {
		const { ask, lake, clock } = await startBench();
		const key = { CONO: 130, CUNO: 'NEW' };
		lake.put('OCUSMA', { ...key, CUNM: 'First' });
		clock.advance(1000);
		lake.put('OCUSMA', { ...key, CUNM: 'Second' });
		const from = async (source: string) =>
			await ask(`SELECT CUNM, deleted FROM ${source} WHERE CUNO = 'NEW' ORDER BY CUNM`);
		expect(await from('ocusma')).toEqual([{ CUNM: 'Second', deleted: 'false' }]);
		expect(await from("infor.allvariations('OCUSMA')")).toHaveLength(2);
		lake.remove('OCUSMA', key);
		expect(await from('OCUSMA')).toEqual([]);
		expect(await from("infor.includedeleted('OCUSMA')")).toEqual([
			{ CUNM: 'Second', deleted: 'true' },
		]);
	});

	it('tells when rows arrived, which can be asked with =, >=, <= and BETWEEN alone', async () => {
		const { ask, lake } = await startBench();
		lake.put('OCUSMA', { CONO: 130, CUNO: 'NEW' });
		const at = "'2026-01-05T08:00:00.000Z'";
		const count = async (condition: string) =>
			await ask(`SELECT count(*) AS n FROM OCUSMA WHERE infor.lastmodified() ${condition}`);
		for (const condition of [`>= ${at}`, `= ${at}`, `BETWEEN ${at} AND ${at}`])
			expect(await count(condition)).toEqual([{ n: 1 }]);
		expect(await count(`<= ${at}`)).toEqual([{ n: 301 }]);
		for (const condition of [`> ${at}`, `< ${at}`, `<> ${at}`])
			expect(await count(condition)).toMatchObject({ word: 'FAILED' });
	});

	it('shows rows only some time after they arrived', async () => {
		const { ask, lake, clock } = await startBench();
		lake.behaviour.lagMs = 60_000;
		lake.put('OCUSMA', { CONO: 130, CUNO: 'NEW' });
		const sql = "SELECT infor.lastmodified() AS at FROM OCUSMA WHERE CUNO = 'NEW'";
		expect(await ask(sql)).toEqual([]);
		clock.advance(60_000);
		expect(await ask(sql)).toEqual([{ at: '2026-01-05T08:00:00.000Z' }]);
	});

	it('joins, and takes names in any case but values as they are', async () => {
		const { ask } = await startBench();
		const sql = `SELECT P.BPID, infor.lastmodified('i') AS at FROM ln_tccom100 p
			JOIN LN_TCCOM112 i ON i.compnr = p.compnr AND i.itbp = p.bpid WHERE p.compnr = 1300 AND p.bpid = 'C00100001'`;
		expect(await ask(sql)).toEqual([{ bpid: 'C00100001', at: '2025-06-01T02:00:00.000Z' }]);
		expect(await ask(sql.replace("'C00100001'", "'c00100001'"))).toEqual([]);
	});

	it('says what it does not know, in any of the forms clients have met', async () => {
		const { ask, lake } = await startBench();
		const refusal = expect.stringContaining(
			"Invalid property name references: 'nothere'",
		) as string;
		for (const errorShape of [
			'message',
			'errorMessage',
			'error',
			'statusMessage',
			'reason',
		] as const) {
			lake.behaviour.errorShape = errorShape;
			expect(await ask('SELECT * FROM nothere')).toMatchObject({
				word: 'FAILED',
				[errorShape]: refusal,
			});
		}
		lake.behaviour.errorShape = 'messages';
		expect(await ask('SELECT nothere FROM OCUSMA')).toMatchObject({
			messages: [{ code: '401', message: refusal }],
		});
		expect(await ask('UPDATE OCUSMA SET CUNM = 1')).toMatchObject({ word: 'FAILED' });
	});

	it('has LN’s tables with all companies, keywords beside enums, and nothing of its own', async () => {
		const { ask } = await startBench();
		expect(await ask('SELECT DISTINCT compnr FROM LN_tccom100 ORDER BY compnr')).toEqual([
			{ compnr: 1300 },
			{ compnr: 1400 },
		]);
		const [row = {}] = (await ask('SELECT * FROM LN_tccom100 LIMIT 1')) as Array<object>;
		expect(Object.keys(row)).toEqual(
			expect.arrayContaining(['nama__en_us', 'prst', 'prst_kw', 'deleted']),
		);
		expect(Object.keys(row).filter((name) => name.startsWith('__'))).toEqual([]);
	});
});

describe('Compass sandbox: a result', () => {
	it('does not change while the data do', async () => {
		const { call, start, lake, clock } = await startBench();
		const id = await start('SELECT count(*) AS n FROM OCUSMA');
		lake.put('OCUSMA', { CONO: 130, CUNO: 'NEW' });
		clock.advance(5000);
		expect((await call(`/${id}/result/?offset=0&limit=1`)).json).toEqual([{ n: 300 }]);
	});

	it('comes as it was asked for, page by page, an empty page at the end', async () => {
		const { call, start, lake, clock } = await startBench();
		const id = await start('SELECT ccty, ict2 FROM LN_tcmcs010 ORDER BY ccty');
		clock.advance(5000);
		const page = async (offset: number, accept: string) =>
			await call(`/${id}/result/?offset=${offset}&limit=2`, 'GET', { accept });
		expect((await page(0, 'application/json')).json).toHaveLength(2);
		const csv = await page(0, 'text/csv');
		expect(csv.headers.get('content-type')).toContain('text/csv');
		expect(csv.text.split('\n')).toHaveLength(3);
		expect((await page(1000, 'application/json')).json).toEqual([]);
		expect((await page(1000, 'text/csv')).text).toBe('ccty,ict2');
		lake.behaviour.format = 'ndjson';
		expect(
			(await page(0, 'application/json')).text
				.split('\n')
				.map((line) => JSON.parse(line) as unknown),
		).toHaveLength(2);
	});

	it('is cut where a page grows too long, but has one row at least', async () => {
		const { call, start, lake, clock } = await startBench();
		const id = await start('SELECT CUNO FROM OCUSMA');
		clock.advance(5000);
		const rows = async () => (await call(`/${id}/result/?offset=0&limit=100000`)).json as unknown[];
		lake.behaviour.pageBytes = 200;
		const short = (await rows()).length;
		expect(short).toBeGreaterThan(1);
		expect(short).toBeLessThan(20);
		lake.behaviour.pageBytes = 1;
		expect(await rows()).toHaveLength(1);
		expect((await call(`/${id}/result/?offset=0&limit=100001`)).status).toBe(400);
	});

	it('has whole numbers beyond 2^53 with all their digits', async () => {
		const { call, start, clock } = await startBench();
		const id = await start('SELECT 9007199254740993 AS big, 1.5 AS half');
		clock.advance(5000);
		expect((await call(`/${id}/result/?offset=0&limit=1`)).text).toBe(
			'[{"big":9007199254740993,"half":1.5}]',
		);
	});

	it('tells how many rows it has, if it does', async () => {
		const { call, start, lake } = await startBench();
		const id = await start('SELECT CUNO FROM OCUSMA');
		expect((await call(`/${id}/status/?timeout=25`)).json).toMatchObject({ rowCount: 300 });
		lake.behaviour.rowCount = false;
		expect((await call(`/${id}/status/?timeout=25`)).json).not.toHaveProperty('rowCount');
	});

	it('of a failed query is a table of its own', async () => {
		const { call, start, lake } = await startBench();
		lake.behaviour.errorShape = 'none';
		const id = await start('SELECT * FROM nothere');
		await call(`/${id}/status/?timeout=25`);
		expect((await call(`/${id}/result/?offset=0&limit=1`)).text).toMatch(
			/^MessageType,SuggestedLocalizedText\nERROR,"Invalid/,
		);
	});
});
