import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { searchList } from '../harness/listSearch';
import { inforFaults } from '../../sandbox/infor';
import { CSI, asked, failureOf, readCustomers, readItems } from './csiSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const PAGE = 'Page 1 of SLCustomers, configuration ACME_TST_DALS,';

describe('settings', () => {
	it.each([
		[{ company: ' , ' }, 'The CSI configuration is missing'],
		[{ company: 'A:B' }, '"A:B" is no CSI configuration'],
		[{ options: { timeZone: 'Mars/Base' } }, '"Mars/Base" is no time zone'],
	])('%j are refused before anything is read', async (parameters, message) => {
		const bench = await startBench();
		expect((await failureOf(bench, parameters)).message).toBe(message);
		expect(bench.newCalls()).toEqual([]);
	});

	it('lead to another path and to IDOs of the tenant’s own', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.extensions = {
			CMP_Customers: 'SLCustomers',
			CMP_Items: 'SLItems',
			CMP_Prices: 'SLItemprices',
		};
		const options = {
			customersIdo: 'CMP_Customers',
			itemsIdo: 'cmp_items',
			pricesIdo: 'CMP_Prices',
		};
		expect(await readCustomers(bench, { options })).toHaveLength(300);
		expect((await readItems(bench, { options }))[0]?.price).toBe('5');
		expect(asked(bench.newCalls()).filter((what) => what.startsWith('load'))).toEqual([
			...['load/CMP_Customers', 'load/cmp_items', 'load/CMP_Prices'],
		]);
		const elsewhere = { options: { csiPath: '/Elsewhere/ido/' } };
		expect((await failureOf(bench, elsewhere)).message).toContain('HTTP 404');
		expect(bench.newCalls().map(({ path }) => path)).toContain(
			'/ACME_TST/Elsewhere/ido/info/SLCustomers',
		);
	});
});

describe('what CSI refuses with HTTP 200', () => {
	const cases: Array<[string, (bench: Bench) => void, string, string]> = [
		[
			'for want of a privilege names the IDO that extends the one asked for',
			({ sandbox }) => {
				sandbox.csi.behaviour.withoutPrivilege = { SLCustomers: 'CMP_SLCustomers' };
			},
			`${PAGE} was refused by CSI: User requires [Read] privilege for CMP_SLCustomers`,
			'given Read on the IDO in the message',
		],
		[
			'for want of a licence says so',
			({ sandbox }) => {
				sandbox.csi.behaviour.isLicensed = false;
			},
			`${PAGE} was refused by CSI: You are not licensed to use the SLCustomers form`,
			'licence',
		],
		[
			'because it does not know the configuration says so',
			({ sandbox }) => {
				const { configurations } = sandbox.csi;
				delete configurations[CSI.company];
			},
			`${PAGE} was refused by CSI: Configuration ACME_TST_DALS was not found.`,
			'Pick the configuration from the list',
		],
	];
	it.each(cases)('%s', async (_what, arrange, message, action) => {
		const bench = await startBench();
		arrange(bench);
		const failure = await failureOf(bench);
		expect(failure.message).toBe(message);
		expect(failure.description).toContain(action);
	});

	it.each([
		[
			{ Items: null, Success: false, Message: 'IllegalFilterException: SUBSTRING' },
			`${PAGE} was refused by CSI: IllegalFilterException: SUBSTRING`,
		],
		[
			{ Items: [{ CustNum: 'C1' }], Success: false, Message: ' Out\nof  order ' },
			`${PAGE} was refused by CSI: Out of order`,
		],
		[{ Success: 'False', Message: null }, `${PAGE} was refused by CSI: no reason given`],
		[
			{ Items: [[{ Name: 'CustNum', Value: 'C1' }]], Message: 'Success', MessageCode: 0 },
			`${PAGE} was answered in the form of version 1`,
		],
		[{ hello: 'world' }, `${PAGE} could not be read: the answer has no rows`],
		[[], `${PAGE} could not be read: the answer has no rows`],
		[{ Items: 'none', Success: true }, `${PAGE} could not be read: the answer has no rows`],
	])('in the form %j is read', async (body, message) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /\/load\//, effect: { kind: 'answer', status: 200, body } });
		expect((await failureOf(bench)).message).toBe(message);
	});

	it('of the list of configurations is no empty list', async () => {
		const bench = await startBench();
		const body = { Success: false, Message: 'Not today', Configurations: null };
		bench.sandbox.faults.add({
			path: /configurations/,
			effect: { kind: 'answer', status: 200, body },
		});
		const listing = searchList(
			{
				nodeType: new CloudSuite(),
				parameters: CSI,
				store: bench.store,
				credentialTypes: [new InforIonApi()],
			},
			'searchCompanies',
		);
		await expect(listing).rejects.toThrow(
			'The list of configurations was refused by CSI: Not today',
		);
	});

	it('is no failure where Items is null and nothing is wrong', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.noItems = 'null';
		expect(await readCustomers(bench, { filters: { ids: 'NOBODY' } })).toEqual([]);
	});
});

describe('the gateway', () => {
	const path = /IDORequestService/;

	it('that is busy is waited for', async () => {
		const bench = await startBench();
		for (const after of [0, 1, 3])
			bench.sandbox.faults.add(inforFaults.serverError({ path, after, times: 1, status: 503 }));
		expect(await readCustomers(bench, { options: { pageSize: 100 } })).toHaveLength(300);
	});

	it('that refuses a token gets another one', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(inforFaults.unauthorized({ path, after: 1, times: 1 }));
		expect(await readCustomers(bench)).toHaveLength(300);
	});

	it.each([
		[403, 'HTTP 403'],
		[404, 'HTTP 404'],
	])('whose status is %i names the page, and nothing is passed on', async (status, said) => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			...{ path: /load\/SLCustomers/, after: 1 },
			effect: { kind: 'answer', status, body: { Message: 'Somewhere else' } },
		});
		const failure = await failureOf(bench, { options: { pageSize: 100 } });
		expect(failure.message).toBe(
			`Page 2 of SLCustomers, configuration ACME_TST_DALS, could not be read: ${said} (Somewhere else)`,
		);
	});

	it('that sends a web page in place of a description or of rows is an error', async () => {
		const bench = await startBench();
		for (const part of [/\/load\//, /\/info\//]) {
			bench.sandbox.faults.add({
				path: part,
				effect: { kind: 'answer', status: 200, body: '<html><body>Log in</body></html>' },
			});
			expect((await failureOf(bench)).message).toContain('SLCustomers, configuration');
		}
	});
});
