import { LAKE, readCustomers } from './dataFabricSetup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const CUSTOMERS = 10_000;
const PAGE_SIZE = 2_000;

describe('10,000 customers in the Data Lake', () => {
	it('take one call per page of the joined result, and seventeen more', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		for (let at = 1; at <= CUSTOMERS; at += 1) {
			const [bpid, cadr] = [`X${String(at).padStart(8, '0')}`, `Y${String(at).padStart(8, '0')}`];
			const row = { compnr: 1300, bpid, nama__en_us: `Customer ${at}`, bprl: 2, prst: 2, cadr };
			lake.put('LN_tccom100', row);
			lake.put('LN_tccom112', { compnr: 1300, itbp: bpid, cofc: '', itst: 1, cpay: 'N30', cadr });
			lake.put('LN_tccom130', { compnr: 1300, cadr, info__en_us: `x${at}@many.example` });
		}
		const customers = await readCustomers(bench, { options: { pageSize: PAGE_SIZE } });
		expect(new Set(customers.map(({ key }) => key)).size).toBe(CUSTOMERS + 300);
		expect(
			customers.every(
				({ email, paymentTerms }) => email !== undefined && paymentTerms !== undefined,
			),
		).toBe(true);
		const pages = Math.ceil((CUSTOMERS + 300) / PAGE_SIZE);
		// five queries with a status each, four short results, and one page more where the last one is full
		expect(bench.newCalls().length).toBeLessThanOrEqual(pages + 17);
		bench.newCalls();
		await bench.run({ ...LAKE, operation: 'count' });
		expect(bench.newCalls()).toHaveLength(3);
	}, 120_000);
});
