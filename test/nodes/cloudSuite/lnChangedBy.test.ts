import type { IDataObject } from 'n8n-workflow';
import type { LnRow } from '../../sandbox/infor/ln/data';
import type { Table } from './lnDated';
import { ALL_SETS, BP, NEW, OLD, SINCE, changedBy, partner, startDated } from './lnDated';
import { readerOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const { readCustomers, failureOf } = readerOf({ product: 'ln', company: '1300' });

const byDate = changedBy();
const since = (modifiedSince: string, further: IDataObject = {}) => ({
	...byDate,
	filters: { modifiedSince, ...further },
});
const idsOf = (records: ReadonlyArray<{ id: string }>) => records.map(({ id }) => id);

describe('customers with a date of change', () => {
	it('tell it: the latest of all rows that make the customer', async () => {
		const bench = await startDated();
		const [contact] = bench.sandbox.data.contacts;
		Object.assign(contact ?? {}, { ChangedOn: NEW });
		for (const { id, modifiedAt } of await readCustomers(bench, byDate))
			expect([id, modifiedAt]).toEqual([
				id,
				new Date(contact?.BusinessPartner?.trim() === id ? NEW : OLD).toISOString(),
			]);
	});

	it('are otherwise the same as without', async () => {
		const bench = await startDated();
		const strip = ({ modifiedAt: _at, sourceHash: _hash, ...rest }: Record<string, unknown>) =>
			rest;
		const [plain, told] = [await readCustomers(bench), await readCustomers(bench, byDate)];
		expect(plain.every(({ modifiedAt }) => modifiedAt === null)).toBe(true);
		expect(told.map((one) => strip({ ...one }))).toEqual(plain.map((one) => strip({ ...one })));
	});

	it('of which some were never changed are named, because nobody finds these by date', async () => {
		const bench = await startDated(['businessPartners']);
		Object.assign(partner(bench, 3) ?? {}, { ChangedOn: null });
		const { hints } = await bench.run(byDate);
		const id = partner(bench, 3)?.BusinessPartner.trim();
		expect(hints.map(({ message }) => message).join('\n')).toContain(
			`1 customers have no date of change (${id})`,
		);
	});

	it.each<[Table, LnRow]>([
		['businessPartners', { Name: 'Renamed' }],
		['soldToBusinessPartners', { PhoneNumber: '1' }],
		['invoiceToBusinessPartners', { PaymentTerms: 'N99' }],
		['payByBusinessPartners', { Currency: 'USD' }],
		['addresses', { Street: 'Elsewhere' }],
		['contacts', { Email: 'new@customer.example' }],
		['taxNumbers', { TaxNumber: 'DE1' }],
	])('are found by a change in %s, and nobody else is', async (table, change) => {
		const bench = await startDated();
		const rows = bench.sandbox.data[table] as LnRow[];
		Object.assign(rows.at(-1) ?? {}, { ...change, ChangedOn: NEW });
		const found = await readCustomers(bench, since(SINCE, { role: 'any' }));
		const all = await readCustomers(bench, { ...byDate, filters: { role: 'any' } });
		const expected = all.filter(({ modifiedAt }) => (modifiedAt ?? '') >= SINCE);
		expect(expected).toHaveLength(1);
		expect(found).toEqual(expected);
		const { outputs } = await bench.run({ ...since(SINCE, { role: 'any' }), operation: 'count' });
		expect(outputs[0]?.[0]?.json.count).toBe(1);
	});

	it('that name a contact or an address of somebody else are found by its change', async () => {
		const bench = await startDated();
		const { businessPartners, invoiceToBusinessPartners, contacts, addresses } = bench.sandbox.data;
		const [contact, address] = [contacts[10], addresses[20]];
		Object.assign(businessPartners[3] ?? {}, { PrimaryContact: contact?.Contact });
		Object.assign(invoiceToBusinessPartners[5] ?? {}, { AddressCode: address?.AddressCode });
		for (const row of [contact, address]) Object.assign(row ?? {}, { ChangedOn: NEW });
		const found = idsOf(await readCustomers(bench, since(SINCE)));
		expect(found).toContain(businessPartners[3]?.BusinessPartner.trim());
		expect(found).toContain(invoiceToBusinessPartners[5]?.InvoicetoBusinessPartner.trim());
		expect(found).toContain(contact?.BusinessPartner?.trim());
	});

	it('that are invoiced at somebody else are found by a change of the other’s terms', async () => {
		const bench = await startDated();
		const { data } = bench.sandbox;
		const [first, second] = data.invoiceToBusinessPartners;
		data.invoiceToBusinessPartners.splice(1, 1);
		const soldTo = data.soldToBusinessPartners.find(
			(row) => row.SoldtoBusinessPartner === second?.InvoicetoBusinessPartner,
		);
		Object.assign(soldTo ?? {}, { InvoicetoBusinessPartner: first?.InvoicetoBusinessPartner });
		Object.assign(first ?? {}, { PaymentTerms: 'N99', ChangedOn: NEW });
		const found = await readCustomers(bench, since(SINCE));
		expect(found.map(({ paymentTerms }) => paymentTerms)).toEqual(['N99', 'N99']);
	});

	it('are found among ids, and left out when they did not change', async () => {
		const bench = await startDated();
		const [one, two] = [partner(bench, 3), partner(bench, 4)];
		Object.assign(one ?? {}, { ChangedOn: NEW });
		const ids = [one, two].map((row) => row?.BusinessPartner.trim()).join();
		expect(idsOf(await readCustomers(bench, since(SINCE, { ids })))).toEqual([
			one?.BusinessPartner.trim(),
		]);
	});

	it('take few calls when few changed', async () => {
		const bench = await startDated();
		await readCustomers(bench, byDate);
		Object.assign(partner(bench, 3) ?? {}, { ChangedOn: NEW });
		bench.newCalls();
		expect(await readCustomers(bench, since(SINCE))).toHaveLength(1);
		// seven sets by date; three code tables; six parts of the one customer
		expect(bench.newCalls().length).toBeLessThanOrEqual(7 + 3 + 6);
	});
});

describe('parts of a customer without a date', () => {
	it('are named in a hint, those that have one under LN’s own name are asked', async () => {
		const behaviour = {
			addedColumns: {
				[ALL_SETS.businessPartners]: 'ChangedOn:date',
				[ALL_SETS.addresses]: 'LastModificationDate:date',
			},
		};
		const bench = await startBench({ behaviour });
		const [address] = bench.sandbox.data.addresses;
		Object.assign(address ?? {}, { LastModificationDate: NEW });
		const { outputs, hints } = await bench.run(since(SINCE));
		expect(outputs[0]?.map(({ json }) => json.id)).toEqual([
			partner(bench, 0)?.BusinessPartner.trim(),
		]);
		const [undated] = hints
			.map(({ message }) => message)
			.filter((text) => text.includes('no date'));
		expect(undated).toBe(
			`${BP}/SoldtoBusinessPartners, ${BP}/InvoicetoBusinessPartners, ${BP}/PaybyBusinessPartners, ` +
				`${BP}/TaxNumbersByBusinessPartner, tcapi.comContact/Contacts of this tenant have no date of change: ` +
				'what changes there alone is not found by "Modified Since" and the trigger.',
		);
	});
});

describe('a column that can not tell', () => {
	it('because none is chosen is an error of "Modified Since"', async () => {
		const bench = await startBench();
		const { message, description } = await failureOf(bench, { filters: { modifiedSince: SINCE } });
		expect(message).toBe(
			'"Modified Since" needs a date of change, and customers of LN have none by default',
		);
		expect(description).toContain('"Changed By" in the options');
	});

	it('because comparing all was chosen is the same', async () => {
		const bench = await startDated();
		const { message } = await failureOf(bench, {
			...changedBy('comparingAll'),
			filters: { modifiedSince: SINCE },
		});
		expect(message).toContain('needs a date of change');
	});

	it('because the tenant has no such column is named before anything is read', async () => {
		const bench = await startBench();
		const { message, description } = await failureOf(bench, byDate);
		expect(message).toBe(`${ALL_SETS.businessPartners} of this tenant has no ChangedOn`);
		expect(description).toContain('"Changed By"');
		expect(bench.newCalls().every(({ path }) => path.endsWith('$metadata'))).toBe(true);
	});

	it('because it is no date is named with its type', async () => {
		const bench = await startBench();
		expect((await failureOf(bench, changedBy('SearchKey'))).message).toBe(
			`${ALL_SETS.businessPartners} of this tenant has SearchKey as Edm.String, where a date with a time was expected`,
		);
	});

	it('because it can be no name is refused before anything is asked', async () => {
		const bench = await startBench();
		const { message } = await failureOf(bench, changedBy("x' or 1 eq 1"));
		expect(message).toBe(`"x' or 1 eq 1" can not be a column with a date of change`);
		expect(bench.newCalls()).toEqual([]);
	});
});
