import { inforFaults } from '../../sandbox/infor';
import { failureOf, readCustomers, readItems } from './m3Setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const BY_CRS610 = { customerRead: 'crs610' };

describe('settings', () => {
	it.each([
		[{ company: ' , ' }, 'The M3 company is missing'],
		[{ company: 'ACME' }, '"ACME" is no M3 company'],
		[{ company: '1300' }, '"1300" is no M3 company'],
		[{ options: { timeZone: 'Mars/Base' } }, '"Mars/Base" is no time zone'],
	])('%j are refused before anything is read', async (parameters, message) => {
		const bench = await startBench();
		expect((await failureOf(bench, parameters)).message).toBe(message);
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('what M3 refuses', () => {
	it.each([
		[200, 'boolean'],
		[200, 'text'],
		[400, 'boolean'],
		[400, 'text'],
	] as const)(
		'with status %i and wasTerminated as %s is an error in its words',
		async (errorStatus, wasTerminated) => {
			const bench = await startBench();
			Object.assign(bench.sandbox.m3.behaviour, { errorStatus, wasTerminated });
			// an answer without an error is not taken for one, however wasTerminated is written
			expect(await readCustomers(bench)).toHaveLength(300);
			bench.sandbox.m3.behaviour.refused = ['EXPORTMI'];
			const failure = await failureOf(bench);
			expect(failure.message).toBe(
				'EXPORTMI/Select of company 130 was refused by M3: MWS0404 User has no authority for EXPORTMI',
			);
			expect(failure.description).toContain('set "Customer Read" to "By CRS610MI"');
			expect(await readCustomers(bench, { options: BY_CRS610 })).toHaveLength(300);
			// items are not counted then, but read to their end
			expect(await readItems(bench)).toHaveLength(120);
			bench.sandbox.m3.behaviour.refused = ['CRS610MI'];
			expect((await failureOf(bench, { options: BY_CRS610 })).message).toContain(
				'CRS610MI/LstByNumber of company 130 was refused by M3',
			);
			expect(
				(await failureOf(bench, { options: BY_CRS610, filters: { ids: 'C00100001,C00100002' } }))
					.message,
			).toBe(
				'CRS610MI/GetBasicData of company 130 was refused by M3: MWS0404 User has no authority for CRS610MI',
			);
		},
	);

	it('as a company the service account does not have names company and division', async () => {
		const bench = await startBench();
		const failure = await failureOf(bench, { company: '999', options: { division: 'AAA' } });
		expect(failure.message).toBe(
			'EXPORTMI/Select of company 999, division AAA is refused (403) (User not authorized for company 999)',
		);
		expect(failure.description).toContain('"Company" and "Division"');
	});

	it.each([
		[
			{ errorMessage: 'Transaction Select not found', errorType: 'TransactionNotFound' },
			'EXPORTMI/Select of company 130 does not exist in this M3: Transaction Select not found',
		],
		[
			{ errorMessage: 'Field QERY', errorType: 'MandatoryInputFieldNotFound', errorField: 'QERY' },
			'EXPORTMI/Select of company 130 wants an input field that was not given: Field QERY',
		],
		[
			{ errorMessage: '          CPF9898      Not     today  ', errorCode: 'CPF9898' },
			'EXPORTMI/Select of company 130 was refused by M3: CPF9898 Not today',
		],
		[
			{ results: [], wasTerminated: 'true', terminationReason: 'Out of order' },
			'EXPORTMI/Select of company 130 was refused by M3: Out of order',
		],
		[
			{ results: [{ transaction: 'Select', records: [] }], nrOfFailedTransactions: 1 },
			'EXPORTMI/Select of company 130 was refused by M3: no reason given',
		],
		[
			{
				results: [
					{ transaction: 'Select', records: [{ REPL: 'a' }], errorMessage: 'NOK after 1 row' },
				],
			},
			'EXPORTMI/Select of company 130 was refused by M3: NOK after 1 row',
		],
		[
			{ Program: 'EXPORTMI', Transaction: 'Select', MIRecord: [] },
			'EXPORTMI/Select of company 130 was answered in the form of version 1',
		],
		[
			{ '@type': 'ServerReturnedNOK', '@code': 'X', Message: 'No' },
			'EXPORTMI/Select of company 130 was answered in the form of version 1',
		],
		[
			{ hello: 'world' },
			'EXPORTMI/Select of company 130 could not be read: the answer is none of M3’s REST service',
		],
	])('in the form %j is read', async (body, message) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /m3api-rest/, effect: { kind: 'answer', status: 200, body } });
		expect((await failureOf(bench)).message).toBe(message);
	});
});

describe('a bulk call', () => {
	it('whose end M3 drops is asked for again from there', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.mostTransactions = 7;
		expect(await readCustomers(bench, { options: BY_CRS610 })).toHaveLength(300);
	});

	it('of which nothing was answered is an error', async () => {
		const bench = await startBench();
		bench.sandbox.m3.behaviour.mostTransactions = 0;
		const failure = await failureOf(bench, {
			options: BY_CRS610,
			operation: 'get',
			id: 'C00100001',
		});
		expect(failure.message).toBe(
			'CRS610MI/GetBasicData (bulk) of company 130: none of 3 transactions was answered',
		);
	});
});

describe('the gateway', () => {
	it('that is busy is waited for, in GET and POST', async () => {
		const bench = await startBench();
		for (const after of [0, 1, 3])
			bench.sandbox.faults.add(
				inforFaults.serverError({ path: /m3api-rest/, after, times: 1, status: 503 }),
			);
		expect(await readCustomers(bench, { options: BY_CRS610 })).toHaveLength(300);
	});
});
