import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const RECORDS = 20_000;
const PAGE = 1_000;
const PAGES = RECORDS / PAGE;

/** LN and Data Fabric join several sets: their own tests count them. Here one set holds all of a customer, or of an item. */
describe.each([
	['m3', '130', { maxRecords: PAGE }],
	['fsm', 'ACME', { pageSize: PAGE }],
	['csi', 'ACME_TST_DALS', { pageSize: PAGE }],
])('20,000 customers of %s', (product, company, options) => {
	it('take one call per page, and five more', async () => {
		const bench = await startBench({ records: RECORDS });
		const customers = await bench.readAll({ product, company, options });
		expect(new Set(customers.map(({ key }) => key)).size).toBe(RECORDS);
		expect(bench.newCalls().length).toBeLessThanOrEqual(PAGES + 5);
		expect(bench.sandbox.violations()).toEqual([]);
	}, 120_000);
});
