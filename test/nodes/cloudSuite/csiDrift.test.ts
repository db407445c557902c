import {
	CSI,
	asked,
	customerOf,
	failureOf,
	itemOf,
	parameterOf,
	priceOf,
	readCustomers,
	siteOf,
} from './csiSetup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const PAGE = 'Page 1 of SLCustomers, configuration ACME_TST_DALS,';

describe('properties', () => {
	it('that the IDO does not have are an error before any row is read, with what it has', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.missingProperties = [
			...['SLCustomers.InternetUrl', 'SLCustomers.CustomerEmailAddr', 'SLCustomers.StateCode'],
		];
		const failure = await failureOf(bench);
		expect(failure.message).toBe(
			'IDO SLCustomers of configuration ACME_TST_DALS has no property CustomerEmailAddr, InternetUrl',
		);
		expect(failure.description).toContain(
			'"Properties Left Out" (CustNum, CustSeq, Name, RecordDate can not',
		);
		expect(failure.description).toContain('It has: Addr_1, Addr_2,');
		expect(asked(bench.newCalls())).toEqual(['info/SLCustomers']);
		const options = { leftOut: 'InternetUrl, CustomerEmailAddr' };
		const customers = await readCustomers(bench, { options });
		expect(customers).toHaveLength(300);
		expect(customers.every(({ website }) => website === null)).toBe(true);
	});

	it('that make two rows look like one are an error: nothing is left out silently', async () => {
		const bench = await startBench();
		const [row] = siteOf(bench).customers;
		siteOf(bench).customers.push({ ...row, Name: 'Twin', RowPointer: 'another' });
		expect((await failureOf(bench)).message).toBe(`${PAGE} brings C100001 again`);
	});

	it('that have another name in this release are read by that', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		bench.sandbox.csi.behaviour.missingProperties = ['SLCustomers.State'];
		expect(await readCustomers(bench)).toEqual(customers);
		expect(parameterOf(bench.newCalls(), 'properties').at(-1)).toContain(',StateCode,');
	});

	it('without which there is no record can not be left out', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.missingProperties = ['SLCustomers.RecordDate'];
		const options = { leftOut: 'RecordDate' };
		expect((await failureOf(bench, { options })).message).toBe(
			'IDO SLCustomers of configuration ACME_TST_DALS has no property RecordDate',
		);
	});

	it('are told by a description that says it failed: Infor’s own sample does', async () => {
		const bench = await startBench();
		for (const infoSuccess of [true, false]) {
			bench.sandbox.csi.behaviour.infoSuccess = infoSuccess;
			const result = await bench.run(CSI);
			expect(result.error).toBeUndefined();
			expect(result.hints).toHaveLength(1);
		}
	});

	it('are asked for all the same where the IDO may not be described, with a hint; CSI refuses what it lacks', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.describes = false;
		const result = await bench.run(CSI);
		expect(result.outputs[0]).toHaveLength(300);
		expect(result.hints.map(({ message }) => message)).toContain(
			'CSI does not describe IDO SLCustomers (User requires [Execute] privilege for IdoMethods): its properties were not compared beforehand',
		);
		bench.sandbox.csi.behaviour.missingProperties = ['SLCustomers.State'];
		const failure = await failureOf(bench);
		expect(failure.message).toBe(
			`${PAGE} was refused by CSI: Property State not found on SLCustomers IDO.`,
		);
		expect(failure.description).toContain('"Properties Left Out"');
		expect(await readCustomers(bench, { options: { leftOut: 'State' } })).toHaveLength(300);
	});

	it('of prices are compared before items are read', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.missingProperties = ['SLItemprices.UnitPrice1'];
		for (const limited of [{}, { returnAll: false, limit: 5 }])
			expect((await failureOf(bench, { resource: 'item', ...limited })).message).toBe(
				'IDO SLItemprices of configuration ACME_TST_DALS has no property UnitPrice1',
			);
		expect(asked(bench.newCalls())).not.toContain('load/SLItems');
	});
});

describe('a value that is no date or number as CSI writes one', () => {
	const cases = [
		['customer', 'RecordDate', '1/31/2026 4:45:30 PM', 'CustNum C100001', 'date'],
		['customer', 'AdrRecordDate', '2026-01-31T16:45:30Z', 'CustNum C100001', 'date'],
		['customer', 'RecordDate', '20260231 10:00:00.000', 'CustNum C100001', 'date'],
		['customer', 'CreditLimit', '50.000,00', 'CustNum C100001', 'number'],
		['item', 'CreateDate', 'Jan 31 2026', 'Item AX-2001', 'date'],
	] as const;
	it.each(cases)('is an error with record and value: %s %s %s', async (...given) => {
		const [resource, property, value, key, expected] = given;
		const bench = await startBench();
		const row = resource === 'item' ? itemOf(bench, 'AX-2001') : customerOf(bench, 'C100001');
		Object.assign(row, { [property]: value });
		const ido = resource === 'item' ? 'SLItems' : 'SLCustomers';
		expect((await failureOf(bench, { resource })).message).toBe(
			`Page 1 of ${ido}, configuration ACME_TST_DALS, has ${property} "${value}" for ${key}, which is no ${expected} as CSI writes one`,
		);
	});

	it.each([
		['item', 'UnitPrice1', '1,250.00'],
		['itemPrice', 'BrkPrice_1', 'free'],
		['itemPrice', 'EffectDate', '31.01.2026'],
	])('of a price is an error, too: %s %s %s', async (resource, property, value) => {
		const bench = await startBench();
		const price = priceOf(bench, 'AX-2001');
		Object.assign(price, { [property]: value });
		expect((await failureOf(bench, { resource })).message).toMatch(
			`has ${property} "${value}" for RowPointer ${price.RowPointer ?? ''}, which is no `,
		);
	});

	it('is none where it stands for nothing', async () => {
		const bench = await startBench();
		Object.assign(customerOf(bench, 'C100001'), {
			AdrRecordDate: '19000101 00:00:00.000',
			CreditLimit: null,
			CreateDate: ' ',
		});
		const [customer] = await readCustomers(bench, { filters: { ids: 'C100001' } });
		expect(customer).toMatchObject({ creditLimit: null, createdAt: null });
	});
});

describe('a date of change that is left out', () => {
	it('of addresses: the trigger compares, and finds a changed address', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.missingProperties = ['SLCustomers.AdrRecordDate'];
		const options = { leftOut: 'AdrRecordDate' };
		const trigger = startTrigger(bench, { ...CSI, resource: 'customer', options });
		expect(await polled(trigger)).toEqual([]);
		Object.assign(customerOf(bench, 'C100002'), { Addr_1: 'Moved' });
		expect(await polled(trigger)).toEqual(['C100002']);
		expect(await polled(trigger)).toEqual([]);
		const from = { startFrom: 'date', startDate: '2026-01-01', options };
		await expect(
			startTrigger(bench, { ...CSI, resource: 'customer', ...from }).poll(),
		).rejects.toThrow('CSI keeps no date of change for customers');
	});

	it('of addresses is told where "Modified Since" can not see them', async () => {
		const bench = await startBench();
		const filters = { modifiedSince: '2026-01-01T00:00:00Z' };
		const told = async (leftOut: string) =>
			(await bench.run({ ...CSI, filters, options: { leftOut } })).hints
				.map(({ message }) => message)
				.filter((message) => message.includes('AdrRecordDate'));
		expect(await told('')).toEqual([]);
		expect(await told('AdrRecordDate')).toEqual([
			'Customers of configuration ACME_TST_DALS are read without AdrRecordDate: "Modified Since" does not find a changed name or address.',
		]);
	});

	it('of prices: the trigger on items compares, and finds a changed price', async () => {
		const bench = await startBench();
		const options = { leftOut: 'RecordDate' };
		bench.sandbox.csi.behaviour.missingProperties = ['SLItemprices.RecordDate'];
		const trigger = startTrigger(bench, { ...CSI, resource: 'item', options });
		expect(await polled(trigger)).toEqual([]);
		Object.assign(priceOf(bench, 'AX-2007'), { UnitPrice1: '12.50000000' });
		expect(await polled(trigger)).toEqual(['AX-2007']);
		expect(await polled(trigger)).toEqual([]);
	});

	it('is warned of where leaving it out is advised', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.missingProperties = ['SLCustomers.AdrRecordDate'];
		expect((await failureOf(bench)).description).toContain(
			'Without AdrRecordDate of customers, or RecordDate of prices, changes of addresses or prices have no date',
		);
	});
});
