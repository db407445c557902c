import { CSI, asked, failureOf, parameterOf, readCustomers, siteOf } from './csiSetup';
import { startBench, stopBenches } from './setup';

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
