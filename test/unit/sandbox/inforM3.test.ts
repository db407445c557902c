import type { Bench } from './inforClient';
import { startBench, stopBenches } from './inforClient';

afterEach(stopBenches);

const EXECUTE = '/ACME_TST/M3/m3api-rest/v2/execute';

interface Body {
	results?: Array<{
		transaction: string;
		records?: Array<Record<string, string>>;
		errorMessage?: string;
	}>;
	wasTerminated?: unknown;
	[name: string]: unknown;
}

async function ask({ get }: Bench, path: string): Promise<{ status: number; body: Body }> {
	const { status, json } = await get(`${EXECUTE}/${path}`);
	return { status, body: json as Body };
}

async function recordsOf(bench: Bench, path: string): Promise<Array<Record<string, string>>> {
	const { body } = await ask(bench, path);
	return body.results?.[0]?.records ?? [];
}

const select = (query: string, more = '&SEPC=;&HDRS=1') =>
	`EXPORTMI/Select?cono=130&QERY=${encodeURIComponent(query)}${more}`;

describe('M3 sandbox: a transaction', () => {
	it('answers in the envelope of version 2, with its misspelled counters', async () => {
		const { status, body } = await ask(
			await startBench(),
			'CRS610MI/LstByNumber?cono=130&maxrecs=2',
		);
		expect(status).toBe(200);
		const { results, ...counters } = body;
		expect(results).toMatchObject([{ transaction: 'LstByNumber', records: [{}, {}] }]);
		expect(counters).toEqual({
			wasTerminated: false,
			nrOfSuccessfullTransactions: 1,
			nrOfFailedTransactions: 0,
		});
	});

	it('tells texts only, filled up with blanks unless asked to trim them', async () => {
		const bench = await startBench();
		const [padded] = await recordsOf(bench, 'CRS610MI/LstByNumber?cono=130');
		expect(padded).toMatchObject({ CUNO: 'C00100001 ', CUTP: '0' });
		expect(padded?.CUNM).toHaveLength(36);
		const [trimmed] = await recordsOf(bench, 'CRS610MI/LstByNumber?cono=130&righttrim=true');
		expect(trimmed).toMatchObject({ CUNO: 'C00100001', CUNM: 'Müller Technik AG' });
		expect(Object.values(trimmed ?? {}).every((value) => typeof value === 'string')).toBe(true);
	});

	it('gives 100 rows unless told otherwise, all for 0, and never says that there are more', async () => {
		const bench = await startBench();
		const count = async (query: string) =>
			(await recordsOf(bench, `CRS610MI/LstByNumber?cono=130${query}`)).length;
		expect(await count('')).toBe(100);
		expect(await count('&maxrecs=0')).toBe(300);
		expect(await count('&maxrecs=7')).toBe(7);
		bench.sandbox.m3.behaviour.mostRows = 120;
		expect(await count('&maxrecs=0')).toBe(120);
	});

	it('takes options on the path and in the query, and passes over what it does not know', async () => {
		const bench = await startBench();
		const onPath =
			'CRS610MI/LstByNumber;metadata=false;maxrecs=3;excludempty=false;cono=130;returncols=CUNO,STAT';
		const rows = await recordsOf(bench, `${onPath}?CUNO=C00100250&_rid=abc`);
		expect(rows.map(({ CUNO }) => CUNO?.trim())).toEqual(['C00100250', 'C00100251', 'C00100252']);
		expect(Object.keys(rows[0] ?? {})).toEqual(['CUNO', 'STAT']);
		bench.sandbox.m3.behaviour.optionStyles = ['query'];
		expect(await recordsOf(bench, onPath)).toHaveLength(24);
	});

	it('answers for the account’s own company when none is named, which is a violation; 403 for one it has not', async () => {
		const bench = await startBench();
		const [row] = await recordsOf(bench, 'CRS610MI/LstByNumber?righttrim=true');
		expect(row?.CUNM).toBe('Service customer 1');
		expect(bench.sandbox.violations()).toEqual([expect.stringContaining('names no company')]);
		expect((await ask(bench, 'CRS610MI/LstByNumber?cono=999')).status).toBe(403);
	});

	it('has no date of change in the list of customers and no VAT number in their basic data', async () => {
		const bench = await startBench();
		const [listed] = await recordsOf(bench, 'CRS610MI/LstByNumber?cono=130');
		const [basic] = await recordsOf(bench, 'CRS610MI/GetBasicData?cono=130&CUNO=C00100001');
		expect([listed?.LMDT, basic?.VRNO]).toEqual([undefined, undefined]);
		expect([listed?.VRNO?.trim(), basic?.LMDT?.trim()]).toEqual(['DE016305945', '20210310']);
	});

	it('writes nothing', async () => {
		const bench = await startBench();
		expect((await ask(bench, 'CRS610MI/ChgBasicData?cono=130&CUNO=C00100001&CUNM=X')).status).toBe(
			400,
		);
		const { status } = await bench.get(`${EXECUTE}/CRS610MI/LstByNumber?cono=130`, {}, 'PUT');
		expect(status).toBe(405);
		expect(bench.sandbox.violations()).toEqual([
			expect.stringContaining('writes'),
			expect.stringContaining('writes'),
		]);
	});
});

describe('M3 sandbox: a refusal', () => {
	it.each([
		['CRS610MI/LstFoo?cono=130', 'Transaction LstFoo not found', 'TransactionNotFound'],
		[
			'MMS200MI/LstItmByItm?cono=130',
			'Mandatory field ITNO not found',
			'MandatoryInputFieldNotFound',
		],
		[
			'CRS610MI/GetBasicData?cono=130&CUNO=C999',
			'C999                 does not exist',
			'ServerReturnedNOK',
		],
		[
			'MMS200MI/LstItmByChgDate?cono=130&FLMD=2026-01-31',
			'Date 2026-01-31 is not valid',
			'ServerReturnedNOK',
		],
	])(
		'of %s has its details at the top with status 400, in the result with 200',
		async (path, errorMessage, errorType) => {
			const bench = await startBench();
			const details = { errorMessage, errorType };
			expect(await ask(bench, path)).toMatchObject({
				status: 400,
				body: { ...details, wasTerminated: true, nrOfFailedTransactions: 1 },
			});
			Object.assign(bench.sandbox.m3.behaviour, { errorStatus: 200, wasTerminated: 'text' });
			expect(await ask(bench, path)).toMatchObject({
				status: 200,
				body: { results: [details], wasTerminated: 'true', terminationReason: errorMessage },
			});
		},
	);
});

describe('M3 sandbox: EXPORTMI', () => {
	it('gives each row as one text, the names first if asked for', async () => {
		const bench = await startBench();
		const query = "OKCUNO,OKCUNM from OCUSMA where OKCONO = 130 and OKCUNO = 'C00100001'";
		expect(await recordsOf(bench, select(query))).toEqual([
			{ REPL: 'OKCUNO;OKCUNM' },
			{ REPL: 'C00100001;Müller Technik AG' },
		]);
		expect(await recordsOf(bench, select('count(*) from OCUSMA', ''))).toEqual([{ REPL: '300' }]);
		bench.sandbox.m3.behaviour.replyLength = 12;
		expect(await recordsOf(bench, select(query, '&SEPC=;'))).toEqual([{ REPL: 'C00100001;Mü' }]);
	});

	it('is always about the company of the session', async () => {
		const query = 'OKCUNO from OCUSMA where OKCONO = 140';
		expect(await recordsOf(await startBench(), select(query, ''))).toEqual([]);
	});

	it.each([
		['select OKCUNO from OCUSMA', 'keyword select'],
		['OKCUNO,MMITNO from OCUSMA,MITMAS', 'one table'],
		['OKCUNO from OCUSMB', 'table OCUSMB'],
		['OKNAME from OCUSMA', 'column OKNAME'],
		['MMITNO from OCUSMA', 'column MMITNO'],
		['OKCUNO from OCUSMA where OKLMDT >= 2026-01-31', 'value 2026-01-31'],
		['OKCUNO from OCUSMA where (OKLMDT >= 20260131)', 'condition'],
	])('refuses %s', async (query, what) => {
		const { status, body } = await ask(await startBench(), select(query));
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(what);
	});
});
