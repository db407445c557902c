import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { searchList } from '../harness/listSearch';
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
import { warningsOf } from './fsmSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('all customers of a company', () => {
	it('are read, each once, by one query that joins their tables', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
		expect(customers.every(({ key }) => key.startsWith('ln:ACME_TST:1300:'))).toBe(true);
		// three tables to look at, the countries, and the query itself
		expect(newQueries(bench).map((sql) => sql.split(' WHERE ')[0])).toEqual([
			'SELECT * FROM LN_tccom100 LIMIT 1',
			'SELECT * FROM LN_tccom112 LIMIT 1',
			'SELECT * FROM LN_tccom130 LIMIT 1',
			'SELECT compnr, ccty, ict2 FROM LN_tcmcs010',
			expect.stringContaining('FROM LN_tccom100 p LEFT JOIN LN_tccom112 i'),
		]);
		expect(compassCalls(bench.newCalls())).toHaveLength(15);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('have the keys product LN gives them: no second record in Chargebee', async () => {
		const bench = await startBench();
		const byKey = (records: Array<{ key: string }>) => records.map(({ key }) => key).sort();
		expect(byKey(await readCustomers(bench))).toEqual(byKey(await bench.readAll()));
		expect(byKey(await readItems(bench))).toEqual(byKey(await bench.readAll({ resource: 'item' })));
	});

	it('of several companies are read one after the other, with the tables looked at once', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench, { company: '1300, 1400, 1300' });
		expect(customers).toHaveLength(324);
		expect(customers.filter(({ company }) => company === '1400')).toHaveLength(24);
		expect(newQueries(bench).filter((sql) => sql.startsWith('SELECT *'))).toHaveLength(3);
	});

	it('have the terms that hold for all departments, not those of one', async () => {
		const bench = await startBench();
		const rows = bench.sandbox.lake.rows('LN_tccom112');
		const ofDepartment = rows.find((row) => row.cofc === 'DEP1' && row.compnr === 1300);
		const id = String(ofDepartment?.itbp).trim();
		const [customer] = await readCustomers(bench, { operation: 'get', id });
		expect(customer).toMatchObject({ creditLimit: 5000 });
		expect(ofDepartment).toMatchObject({ crlr: 1 });
	});

	it('have the address of the invoice-to row, else their own, in the company it points to', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		const elsewhere = { compnr: 900, cadr: 'SHARED' };
		lake.put('LN_tccom130', {
			...elsewhere,
			namc__en_us: 'Shared street',
			info__en_us: 'a@b.example',
		});
		lake.put('LN_tccom112', {
			...{ compnr: 1300, itbp: 'C00100001', cofc: '      ' },
			...{ cadr: 'SHARED', cadr_ref_compnr: 900 },
		});
		const get = { operation: 'get', id: 'C00100001' };
		const [customer] = await readCustomers(bench, get);
		expect(customer?.billingAddress?.line1).toBe('Shared street');
		expect(customer?.email).toBe('a@b.example');
		lake.remove('LN_tccom130', elsewhere);
		const [after] = await readCustomers(bench, get);
		expect(after?.billingAddress?.line1).toBe('Am Mühlbach 31');
	});

	it('are read in the language that was chosen, where a tenant has several', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.define({
			...{ name: 'LN_tccom100', key: ['compnr', 'bpid'] },
			columns: 'compnr bpid nama__de_de nama__en_us bprl prst deleted'.split(' '),
			deleted: { column: 'deleted', yes: true, no: false },
		});
		const names = { nama__de_de: 'Müller', nama__en_us: 'Mueller' };
		lake.put('LN_tccom100', { ...partner('C1'), ...names, bprl: 2, prst: 2 });
		const { message, description } = await failureOf(bench);
		expect(message).toBe('Table LN_tccom100 has nama in these languages: de-de, en-us');
		expect(description).toContain('"Language"');
		for (const [language, name] of [
			['de-DE', 'Müller'],
			['en', 'Mueller'],
		] as const) {
			const [customer] = await readCustomers(bench, { options: { language } });
			expect(customer?.name).toBe(name);
		}
		expect((await failureOf(bench, { options: { language: 'fr-FR' } })).message).toContain(
			'has nama in these languages',
		);
	});

	it('come with raw rows by table, which do not change the hash', async () => {
		const bench = await startBench();
		const [plain] = await readCustomers(bench);
		const [raw] = await readCustomers(bench, { options: { includeRaw: true } });
		expect({ ...raw, raw: null }).toEqual(plain);
		expect(Object.keys(raw?.raw ?? {})).toEqual(['LN_tccom100', 'LN_tccom112', 'LN_tccom130']);
		expect(raw?.raw?.LN_tccom100).toMatchObject({ compnr: 1300, prst: 2, nama: raw?.name });
	});

	it('never lack a field, and blanks and control characters are trimmed for display', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tccom100', {
			...partner('C00100001'),
			nama__en_us: '  A\u0000B\u0007 ',
		});
		const customers = await readCustomers(bench);
		for (const record of customers) expect(Object.values(record)).not.toContain(undefined);
		expect(customers.find(({ id }) => id === 'C00100001')?.name).toBe('A B');
	});

	it('are the same in whatever form a result comes, and however its columns are written', async () => {
		const bench = await startBench();
		const { behaviour } = bench.sandbox.lake;
		const all = await readCustomers(bench);
		for (const format of ['csv', 'ndjson'] as const)
			for (const columnNames of ['lower', 'upper'] as const) {
				Object.assign(behaviour, { format, columnNames });
				expect(await readCustomers(bench, { options: { pageSize: 120 } })).toEqual(all);
			}
		Object.assign(behaviour, { format: 'csv', csvHead: 'firstPage' });
		expect(await readCustomers(bench, { options: { pageSize: 120 } })).toEqual(all);
	});

	it('end with an empty page, or when as many came as the status told', async () => {
		const bench = await startBench();
		const { behaviour } = bench.sandbox.lake;
		const results = async (pageSize: number) => {
			bench.newCalls();
			expect(await readItems(bench, { options: { pageSize } })).toHaveLength(120);
			return compassCalls(bench.newCalls())
				.filter((call) => call.includes('result') && call.includes(`limit=${pageSize}`))
				.slice(2)
				.map((call) => /offset=(\d+)/.exec(call)?.[1]);
		};
		expect(await results(50)).toEqual(['0', '50', '100']);
		// a full last page may not be the last one
		expect(await results(60)).toEqual(['0', '60', '120']);
		behaviour.rowCount = false;
		expect(await results(50)).toEqual(['0', '50', '100', '120']);
		// pages cut by their size move the offset by the rows that came
		behaviour.pageBytes = 7_000;
		const offsets = await results(50);
		expect(offsets.length).toBeGreaterThan(4);
		expect(offsets.at(-1)).toBe('120');
	});
});

describe('items of LN', () => {
	it('keep their project in the key, as product LN has it, also when blanks in front were lost', async () => {
		const bench = await startBench();
		const ids = (await readItems(bench)).map(({ id }) => id).sort();
		expect(ids).toContain('PRJ000039/AX-2039');
		const { lake } = bench.sandbox;
		const trimmed = { compnr: 1400, item: 'A-CODE-OF-MORE-THAN-NINE' };
		lake.put('LN_tcibd001', { ...trimmed, dsca__en_us: 'Trimmed', cprj: '' });
		const [found] = await readItems(bench, {
			...{ company: '1400', operation: 'get', id: trimmed.item },
		});
		expect(found?.id).toBe('A-CODE-OF-MORE-THAN-NINE');
	});

	it('have a type also when its number is not known: by the keyword beside it', async () => {
		const bench = await startBench();
		const type = { kitm: 120, kitm_kw: 'tckitm.bundle' };
		bench.sandbox.lake.put('LN_tcibd001', { ...item('AX-2000'), ...type });
		const [found] = await readItems(bench, { operation: 'get', id: 'AX-2000' });
		expect(found?.type).toBe('bundle');
	});

	it('have numbers exactly, beyond 2^53, too', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('LN_tcibd001', { ...item('AX-2000'), citg: 9007199254740993n });
		const [found] = await readItems(bench, { operation: 'get', id: 'AX-2000' });
		expect(found?.group).toBe('9007199254740993');
	});
});

describe('one record', () => {
	const get = { operation: 'get' };

	it.each(['C00100001', ' C00100001 ', "D'ARC-63", 'P4017', 'P4058'])(
		'is found by %s, whatever blanks it is kept with',
		async (id) => {
			const bench = await startBench();
			const customers = await readCustomers(bench, { ...get, id });
			expect(customers.map((one) => one.id)).toEqual([id.trim()]);
		},
	);

	it.each(['AX-2000', 'PRJ000039/AX-2039'])('of the items is found by %s', async (id) => {
		const bench = await startBench();
		expect((await readItems(bench, { ...get, id })).map((one) => one.id)).toEqual([id]);
	});

	it('that is not there, is deleted, or belongs to another company, is an error', async () => {
		const bench = await startBench();
		for (const id of ['NOBODY', 'C00999001'])
			expect((await failureOf(bench, { ...get, id })).message).toBe(
				`Data Fabric company 1300 has no customer ${id}`,
			);
		expect((await failureOf(bench, { ...get, resource: 'item', id: 'AX-2039' })).message).toBe(
			'Data Fabric company 1300 has no item AX-2039',
		);
	});
});

describe('the list of companies', () => {
	const search = async (bench: Bench, more = {}) =>
		await searchList(
			{
				nodeType: new CloudSuite(),
				parameters: { ...LAKE, resource: 'customer', ...more },
				store: bench.store,
				credentialTypes: [new InforIonApi()],
			},
			'searchCompanies',
		);

	it('has those the table has rows of', async () => {
		const bench = await startBench();
		expect(await search(bench)).toEqual([
			{ name: '1300', value: '1300' },
			{ name: '1400', value: '1400' },
		]);
		expect(newQueries(bench)).toEqual([
			'SELECT DISTINCT compnr AS company FROM LN_tccom100 ORDER BY company',
		]);
		const own = { options: { tables: 'own' } };
		expect(await search(bench, own)).toEqual([{ name: '130', value: '130' }]);
		const without = { options: { tables: 'own', companyColumn: '' } };
		expect(await search(bench, without)).toEqual([]);
	});
});

describe('settings', () => {
	it.each([
		[{ company: ' ' }, 'The company is missing'],
		[{ company: 'Acme' }, '"Acme" is not an LN company number'],
		[{ company: 'a:b', options: { tables: 'own' } }, '"a:b" can not be a company: it has a colon'],
		[{ options: { tables: 'own', keyProduct: 'm3:x' } }, '"m3:x" can not be the product in keys'],
		[
			{ options: { tables: 'own', customerColumns: { field: [{ target: 'city', field: 'X' }] } } },
			'The column mapping of table OCUSMA says nothing about the name',
		],
	])('%j are refused before anything is asked', async (parameters, message) => {
		const bench = await startBench();
		expect((await failureOf(bench, parameters)).message).toContain(message);
		expect(bench.newCalls()).toEqual([]);
	});

	it('of the path are the tenant’s own', async () => {
		const bench = await startBench();
		const { message } = await failureOf(bench, { options: { compassPath: '/LAKE/compass/v2/' } });
		expect(message).toContain('HTTP 404');
		expect(bench.newCalls()[0]?.path).toBe('/ACME_TST/LAKE/compass/v2/jobs/');
	});
});

describe('a table that is not published', () => {
	it('is an error that says what has to be done, for what records are made of', async () => {
		for (const table of ['LN_tccom100', 'LN_tccom112', 'LN_tccom130']) {
			const bench = await startBench();
			bench.sandbox.lake.behaviour.unpublished = [table];
			const { message, description } = await failureOf(bench);
			expect(message).toContain(`the columns of ${table} could not be read`);
			expect(description).toContain('ttdpm5130m000');
		}
	});

	it('is a hint for country codes alone', async () => {
		const bench = await startBench();
		bench.sandbox.lake.behaviour.unpublished = ['LN_tcmcs010'];
		const result = await bench.run({ ...LAKE, operation: 'get', id: 'C00100001' });
		expect(warningsOf(result)).toEqual([
			'Table LN_tcmcs010 is not published to the Data Lake: country codes are passed on as LN has them.',
		]);
		expect(result.outputs[0]).toHaveLength(1);
	});
});
