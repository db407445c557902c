import { asText } from '../../../nodes/shared/text';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';
import { ODDITIES } from '../../sandbox/seed';
import type { Bench } from './setup';
import { readerOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const { readCustomers, failureOf } = readerOf({ product: 'ln', company: '1300' });
const BP = 'tcapi.comBusinessPartner';

/** The third customer's id, with whatever the test takes away from its rows. */
function change(bench: Bench, edit: (id: string, data: Bench['sandbox']['data']) => void): string {
	const id = bench.sandbox.data.businessPartners[3]?.BusinessPartner ?? '';
	edit(id, bench.sandbox.data);
	return id.trim();
}

const withId = (customers: readonly SourceCustomer[], id: string) =>
	customers.find((customer) => customer.id === id);

describe.each([
	['all of them', {}],
	['one by its ID', { filters: {} }],
])('a customer among %s', (_how, parameters) => {
	const isOne = 'filters' in parameters;
	const read = async (bench: Bench, id: string) =>
		withId(await readCustomers(bench, isOne ? { filters: { ids: id } } : {}), id);

	it('without an invoice-to role has the terms of the partner its sold-to role names', async () => {
		const bench = await startBench();
		const other = bench.sandbox.data.invoiceToBusinessPartners.find(
			({ PaymentTerms: terms }) => terms !== null,
		);
		const id = change(bench, (own, data) => {
			data.invoiceToBusinessPartners = data.invoiceToBusinessPartners.filter(
				({ InvoicetoBusinessPartner: one }) => one !== own,
			);
			const soldTo = data.soldToBusinessPartners.find((row) => row.SoldtoBusinessPartner === own);
			Object.assign(soldTo ?? {}, {
				InvoicetoBusinessPartner: other?.InvoicetoBusinessPartner,
			});
		});
		expect(await read(bench, id)).toMatchObject({
			paymentTerms: other?.PaymentTerms,
			// the limit is what the other one may owe
			creditLimit: null,
		});
	});

	it('with an invoice-to role of its own keeps its own terms', async () => {
		const bench = await startBench();
		const [first] = bench.sandbox.data.invoiceToBusinessPartners;
		const before = bench.sandbox.data.invoiceToBusinessPartners[3];
		const id = change(bench, (own, data) => {
			const soldTo = data.soldToBusinessPartners.find((row) => row.SoldtoBusinessPartner === own);
			Object.assign(first ?? {}, { PaymentTerms: 'X99' });
			Object.assign(soldTo ?? {}, {
				InvoicetoBusinessPartner: first?.InvoicetoBusinessPartner,
			});
		});
		expect((await read(bench, id))?.paymentTerms).toBe(before?.PaymentTerms);
	});

	it('without address and phone of its own has those of its sold-to role', async () => {
		const bench = await startBench();
		const whole = await readCustomers(bench);
		const id = change(bench, (own, data) => {
			data.invoiceToBusinessPartners = data.invoiceToBusinessPartners.filter(
				({ InvoicetoBusinessPartner: one }) => one !== own,
			);
			const partner = data.businessPartners.find(({ BusinessPartner: one }) => one === own);
			Object.assign(partner ?? {}, { AddressCode: null, PhoneNumber: null });
			const soldTo = data.soldToBusinessPartners.find((row) => row.SoldtoBusinessPartner === own);
			Object.assign(soldTo ?? {}, { PhoneNumber: '+49 30 5550199' });
		});
		expect(await read(bench, id)).toMatchObject({
			billingAddress: withId(whole, id)?.billingAddress,
			phone: '+49 30 5550199',
		});
	});
});

describe('without the columns of the partner', () => {
	it('status and currency come from the roles', async () => {
		const bench = await startBench();
		const whole = await readCustomers(bench);
		const without = await startBench({
			behaviour: {
				missingColumns: [
					'BusinessPartners.BusinessPartnerStatus',
					'BusinessPartners.Currency',
					'InvoicetoBusinessPartners.Currency',
				],
			},
		});
		for (const { id, status, currency } of await readCustomers(without)) {
			const expected = withId(whole, id);
			// a prospect has no role, so nothing says what it is
			const isProspect = expected?.status === 'prospect';
			expect([id, status]).toEqual([id, isProspect ? null : expected?.status]);
			expect([id, currency]).toEqual([id, isProspect ? null : expected?.currency]);
		}
	});
});

describe('the filter by role', () => {
	it.each([
		['soldTo', 'soldToBusinessPartners', 'SoldtoBusinessPartner'],
		['invoiceTo', 'invoiceToBusinessPartners', 'InvoicetoBusinessPartner'],
		['payBy', 'payByBusinessPartners', 'PaybyBusinessPartner'],
	] as const)(
		'%s gives and counts the customers that have a row for all departments',
		async (role, table, key) => {
			const bench = await startBench();
			const rows = bench.sandbox.data[table];
			const gone = rows.splice(5, 2).map((row) => asText(row[key]).trim());
			// an exception for a department is no role of the customer’s own
			if (role !== 'soldTo') {
				const [first] = rows.splice(0, 1);
				rows.push({ ...first, Department: 'SALES1' } as never);
				gone.push(asText(first?.[key]).trim());
			}
			const customers = await readCustomers(bench, { filters: { role } });
			expect(customers).toHaveLength(300 - ODDITIES.prospects.length - gone.length);
			for (const id of gone) expect(withId(customers, id)).toBeUndefined();
			const { outputs } = await bench.run({ operation: 'count', filters: { role } });
			expect(outputs[0]?.[0]?.json.count).toBe(customers.length);
			const [one] = customers;
			const ids = `${gone[0]}, ${one?.id}`;
			expect(await readCustomers(bench, { filters: { role, ids } })).toEqual([one]);
			const some = await readCustomers(bench, { filters: { role }, returnAll: false, limit: 4 });
			expect(some).toEqual(customers.slice(0, 4));
		},
	);

	it.each([
		['lacks', { missingSets: [`${BP}/PaybyBusinessPartners`] }],
		['forbids', { forbiddenSets: [`${BP}/PaybyBusinessPartners`] }],
	])(
		'can not be answered where the tenant %s the set: nobody would seem to have it',
		async (_how, behaviour) => {
			const bench = await startBench({ behaviour });
			const { BusinessPartner: id } = bench.sandbox.data.businessPartners[3] ?? {};
			for (const parameters of [
				{ filters: { role: 'payBy' } },
				{ filters: { role: 'payBy' }, operation: 'count' },
				{ filters: { role: 'payBy', ids: id?.trim() } },
			]) {
				const { message, description } = await failureOf(bench, parameters);
				expect(message).toBe(
					`${BP}/PaybyBusinessPartners is not available in this tenant, so nobody can tell who has this role`,
				);
				expect(description).toContain('filter by "Customer"');
			}
		},
	);
});

describe('role sets a tenant lacks or forbids', () => {
	it.each([
		['lacks', { missingSets: [`${BP}/SoldtoBusinessPartners`, `${BP}/PaybyBusinessPartners`] }],
		['forbids', { forbiddenSets: [`${BP}/SoldtoBusinessPartners`, `${BP}/PaybyBusinessPartners`] }],
	])('%s are left out with a hint, and the customers are the same', async (_how, behaviour) => {
		const expected = await readCustomers(await startBench());
		const bench = await startBench({ behaviour });
		const { outputs, hints } = await bench.run();
		expect(outputs[0]?.map(({ json }) => json)).toEqual(expected);
		for (const set of ['SoldtoBusinessPartners', 'PaybyBusinessPartners'])
			expect(hints.map(({ message }) => message)).toContain(
				`${BP}/${set} is not available in this tenant: what it holds is left empty.`,
			);
	});

	it('are no reason to do without the invoice-to role, which has the terms', async () => {
		const bench = await startBench({
			behaviour: { missingSets: [`${BP}/InvoicetoBusinessPartners`] },
		});
		expect((await failureOf(bench)).message).toBe(
			`This tenant has no entity set InvoicetoBusinessPartners in ${BP}`,
		);
	});
});

describe('raw rows', () => {
	it('show the roles by set, with the payment method', async () => {
		const bench = await startBench();
		const [invoiceTo] = bench.sandbox.data.invoiceToBusinessPartners;
		Object.assign(invoiceTo ?? {}, { PaymentMethod: 'SEPA' });
		const customers = await readCustomers(bench, { options: { includeRaw: true } });
		const customer = withId(customers, invoiceTo?.InvoicetoBusinessPartner.trim() ?? '');
		const raw = customer?.raw as Record<string, Record<string, unknown>>;
		expect(raw[`${BP}/InvoicetoBusinessPartners`]).toMatchObject({ PaymentMethod: 'SEPA' });
		expect(raw[`${BP}/SoldtoBusinessPartners`]).toMatchObject({ BusinessPartnerStatus: 'Active' });
		expect(raw[`${BP}/PaybyBusinessPartners`]).toHaveProperty('Currency');
	});
});
