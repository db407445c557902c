import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../nodes/shared/text';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import { billingSeed } from '../../../sandbox/seed';
import type { Bench, StartOptions } from '../setup';
import { startBench, stopBenches } from '../setup';

afterEach(stopBenches);

const at = (iso: string) => Date.parse(iso) / 1000;

const summarise = async (bench: Bench, parameters: IDataObject = {}, items?: IDataObject[]) => {
	const operation = { operation: 'billingSummary', period: 'total' };
	const { outputs } = await bench.run({ ...operation, ...parameters }, items);
	expect(bench.sandbox.history.flatMap(checkRequestAgainstSdk)).toEqual([]);
	expect(bench.sandbox.history.every(({ method }) => method === 'GET')).toBe(true);
	return {
		rows: (outputs[0] ?? []).map(({ json }) => json),
		errors: (outputs[1] ?? []).map(({ json }) => json.error),
	};
};

const invoice = (n: number, fields: IDataObject = {}) => ({
	...{ id: `INV-${n}`, customer_id: 'A', currency_code: 'EUR', status: 'paid' },
	...{ date: at('2025-02-10'), total: 12_050, amount_paid: 12_050, amount_due: 0 },
	...fields,
});

const SMALL: StartOptions = {
	customers: [
		{ id: 'A', meta_data: { cloudsuite: 'ln:ACME_TST:1300:C1' } },
		{ id: 'B', cf_cloudsuite_id: 'ln:ACME_TST:1300:C2' },
		{ id: 'C', company: 'By hand' },
	],
	invoices: [
		invoice(1),
		invoice(2, { status: 'payment_due', amount_paid: 1000, amount_due: 11_050 }),
		invoice(3, { date: at('2025-03-01'), status: 'voided', amount_paid: 0 }),
		invoice(4, { currency_code: 'JPY', total: 5000, amount_paid: 5000 }),
		invoice(5, { customer_id: 'B', currency_code: 'KWD', total: 1250, amount_paid: 1250 }),
		invoice(6, { customer_id: 'C', status: 'pending' }),
	],
	creditNotes: [
		{
			...{ id: 'CN-1', customer_id: 'A', currency_code: 'EUR', status: 'refunded' },
			...{ date: at('2025-03-31T23:59:59Z'), total: 2050, amount_refunded: 2000 },
			amount_available: 50,
		},
	],
};

describe('Billing Summary by Customer', () => {
	it('gives an item per customer and currency, in major units of each, with the CloudSuite key', async () => {
		const { rows } = await summarise(await startBench(SMALL));
		expect(rows).toEqual([
			{
				...{ customerId: 'A', cloudSuiteKey: 'ln:ACME_TST:1300:C1', currency: 'EUR' },
				...{ period: 'total', periodStart: null, periodEnd: null },
				...{ invoiced: '241.00', credited: '20.50', net: '220.50', paid: '130.50' },
				...{ due: '110.50', creditsApplied: '0.00', adjusted: '0.00', writtenOff: '0.00' },
				...{ refunded: '20.00', creditAvailable: '0.50', invoices: 2, creditNotes: 1 },
				...{ voidedInvoices: 1, voidedCreditNotes: 0, pendingInvoices: 0 },
			},
			expect.objectContaining({ customerId: 'A', currency: 'JPY', invoiced: '5000' }),
			expect.objectContaining({
				...{ customerId: 'B', cloudSuiteKey: 'ln:ACME_TST:1300:C2' },
				...{ currency: 'KWD', invoiced: '1.250' },
			}),
			expect.objectContaining({
				...{ customerId: 'C', cloudSuiteKey: null, invoiced: '0.00', pendingInvoices: 1 },
			}),
		]);
	});

	it.each([
		['month', ['2025-02', '2025-03'], '2025-02-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z'],
		['quarter', ['2025-Q1'], '2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z'],
		['year', ['2025'], '2025-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
	])('gives an item per %s', async (period, names, periodStart, periodEnd) => {
		const { rows } = await summarise(await startBench(SMALL), { period });
		const ofA = rows.filter(({ customerId, currency }) => customerId === 'A' && currency === 'EUR');
		expect(ofA.map((row) => row.period)).toEqual(names);
		expect(ofA[0]).toMatchObject({ periodStart, periodEnd });
	});

	it('agrees with the bills of the sample site, to the last cent', async () => {
		const customers = Array.from({ length: 120 }, (_, n) => ({
			id: `c${n}`,
			preferred_currency_code: ['EUR', 'USD', 'KWD'][n % 3] ?? 'EUR',
		}));
		const bills = billingSeed(customers);
		const { rows } = await summarise(await startBench({ customers, ...bills }), {
			period: 'month',
		});
		const cents = (text: unknown) => BigInt(asText(text).replace('.', ''));
		for (const currency of ['EUR', 'USD', 'KWD', 'JPY']) {
			const ours = rows.filter((row) => row.currency === currency);
			const theirs = bills.invoices.filter(
				(bill) => bill.currency_code === currency && bill.status !== 'voided',
			);
			const total = (field: string) =>
				theirs.reduce((sum, bill) => sum + BigInt(bill[field] as number), 0n);
			const shown = (field: string) => ours.reduce((sum, row) => sum + cents(row[field]), 0n);
			expect(shown('invoiced')).toBe(total('total'));
			expect(shown('paid')).toBe(total('amount_paid'));
			expect(shown('due')).toBe(total('amount_due'));
			expect(shown('adjusted')).toBe(total('amount_adjusted'));
			expect(shown('credited')).toBe(shown('adjusted'));
			expect(shown('invoiced')).toBeGreaterThan(0n);
		}
	});

	it('is of documents dated from a moment on, and before another', async () => {
		const bench = await startBench({
			customers: [{ id: 'A' }],
			invoices: [
				invoice(1, { date: at('2024-12-31T23:59:59Z'), total: 1 }),
				invoice(2, { date: at('2025-01-01T00:00:00Z'), total: 20 }),
				invoice(3, { date: at('2025-12-31T23:59:59Z'), total: 300 }),
				invoice(4, { date: at('2026-01-01T00:00:00Z'), total: 4000 }),
			],
		});
		const options = { from: '2025-01-01T00:00:00', before: '2026-01-01' };
		const { rows } = await summarise(bench, { options });
		expect(rows).toMatchObject([{ invoiced: '3.20', invoices: 2 }]);
	});

	it('is right whether or not Chargebee counts the very second as after or before', async () => {
		const bench = await startBench({ customers: [{ id: 'A' }] });
		const entries = ['2024-12-31T23:59:59Z', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'].map(
			(date, n) => ({ invoice: invoice(n, { date: at(date), total: 100 }) }),
		);
		const effect = { kind: 'answer', status: 200, body: { list: entries } } as const;
		bench.sandbox.faults.add({ path: /invoices/, effect, times: 1 });
		const options = { from: '2025-01-01', before: '2026-01-01' };
		expect((await summarise(bench, { options })).rows).toMatchObject([{ invoiced: '1.00' }]);
	});

	it('asks for given customers 100 a call, and for their keys too', async () => {
		const customers = Array.from({ length: 230 }, (_, n) => ({ id: `c${n}` }));
		const invoices = customers.map(({ id }, n) => invoice(n, { customer_id: id }));
		const bench = await startBench({ customers, invoices });
		const wanted = customers.slice(0, 220).map(({ id }) => id);
		const { rows } = await summarise(bench, {
			...{ customers: 'ids', customerIds: wanted.join(', ') },
		});
		expect(rows.map(({ customerId }) => customerId).sort()).toEqual([...wanted].sort());
		const calls = (path: string) =>
			bench.sandbox.history.filter((call) => call.path === `/api/v2/${path}`).length;
		expect([calls('invoices'), calls('credit_notes'), calls('customers')]).toEqual([3, 3, 3]);
	});

	it('asks for a customer whose id has odd characters alone', async () => {
		const ids = ['a', 'b', 'odd id, "with" more'];
		const bench = await startBench({
			customers: ids.map((id) => ({ id })),
			invoices: ids.map((id, n) => invoice(n, { customer_id: id })),
		});
		const { rows } = await summarise(
			bench,
			{
				...{ customers: 'ids', customerIds: '={{ $json.ids }}' },
			},
			[{ ids }],
		);
		expect(rows.map(({ customerId }) => customerId)).toEqual(ids);
		const asked = bench.sandbox.history
			.filter(({ path }) => path === '/api/v2/invoices')
			.map(({ query }) => [...new URLSearchParams(query)].at(-1));
		expect(asked).toEqual([
			['customer_id[in]', '["a","b"]'],
			['customer_id[is]', 'odd id, "with" more'],
		]);
	});

	it.each(['customer_id', 'date'])('is no summary when the filter %s is ignored', async (field) => {
		const bench = await startBench({ ...SMALL, behaviour: { ignoredFilters: [field] } });
		const { rows, errors } = await summarise(bench, {
			...{ customers: 'ids', customerIds: 'B' },
			options: { from: '2025-02-15' },
		});
		expect(rows).toEqual([]);
		expect(errors[0]).toContain(`ignored the filter ${field}[`);
	});

	it('is no summary when customers are read unfiltered: keys would be of strangers', async () => {
		const bench = await startBench({ ...SMALL, behaviour: { ignoredFilters: ['id'] } });
		const { errors } = await summarise(bench, { customers: 'ids', customerIds: 'B' });
		expect(errors[0]).toContain('ignored the filter id[is]');
	});

	it('is no summary when an amount can not be read, and the document is named', async () => {
		const bench = await startBench({ ...SMALL, invoices: [invoice(7, { total: 'much' })] });
		expect((await summarise(bench)).errors).toEqual([
			'A summary can not be made: INV-7 has a total that is no whole number: much',
		]);
	});

	it.each<[IDataObject, string]>([
		[{ customers: 'ids', customerIds: ' , ' }, '"Customer IDs" is empty'],
		[{ period: '={{ "week" }}' }, '"Period" can not be "week"'],
		[{ options: { from: 'soon' } }, '"From" can not be "soon"'],
		[
			{ options: { from: '2025-01-01', before: '2025-01-01' } },
			'"Before" is not later than "From"',
		],
	])('asks for nothing when it is set to %j', async (parameters, message) => {
		const bench = await startBench(SMALL);
		expect((await summarise(bench, parameters)).errors).toEqual([message]);
		expect(bench.sandbox.history).toEqual([]);
	});

	it('knows the key of a deleted customer, whose bills are still there', async () => {
		const customers = [{ id: 'A', deleted: true, meta_data: { cloudsuite: 'ln:T:1:A' } }];
		const bench = await startBench({ customers, invoices: [invoice(1)] });
		expect((await summarise(bench)).rows).toMatchObject([{ cloudSuiteKey: 'ln:T:1:A' }]);
	});
});
