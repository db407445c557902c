import type { HandMadeCustomer } from '../../sandbox/seed';
import {
	chargebeeSeed,
	existingCustomers,
	expectedFirstSync,
	inforSeed,
	sampleCompany,
	seedCustomers,
} from '../../sandbox/seed';

const bare = (text: string | undefined) => (text ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase();
const repeated = (values: ReadonlyArray<string | null | undefined>) => {
	const filled = values.filter((value) => value !== null && value !== undefined && value !== '');
	return filled.filter((value, position) => filled.indexOf(value) !== position);
};

describe('seed: LN', () => {
	const data = inforSeed();
	const customers = data.businessPartners.filter(({ BusinessPartnerRole: role }) =>
		role.startsWith('Customer'),
	);

	it('is the same every time', () => {
		expect(inforSeed()).toEqual(data);
		expect(chargebeeSeed()).toEqual(chargebeeSeed());
	});

	it('has 300 customers and 12 partners that only sell', () => {
		expect(customers).toHaveLength(300);
		expect(data.businessPartners).toHaveLength(312);
	});

	it('fits LN: codes of 9 characters, names of 35, search keys of 16', () => {
		const lengths = data.businessPartners.map(({ BusinessPartner: code, Name, SearchKey }) => [
			code.length <= 9,
			Name.length <= 35,
			(SearchKey ?? '').length <= 16,
		]);

		expect(lengths.flat()).not.toContain(false);
	});

	it('holds the oddities of real master data', () => {
		const names = customers.map(({ Name }) => Name);

		expect(customers.filter(({ BusinessPartner: code }) => code !== code.trim())).toHaveLength(6);
		expect(customers.filter(({ BusinessPartner: code }) => code.includes("'"))).toHaveLength(1);
		expect(repeated(names)).toHaveLength(1);
		expect(
			customers.filter(({ BusinessPartnerStatus: status }) => status === 'Inactive'),
		).toHaveLength(1);
		expect(
			customers.filter(({ BusinessPartnerStatus: status }) => status === 'Prospect'),
		).toHaveLength(6);
		expect(customers.filter(({ PrimaryContact }) => PrimaryContact === null)).toHaveLength(12);
		expect(names.some((name) => name.includes('&'))).toBe(true);
		expect(names.some((name) => /[^ -~]/.test(name))).toBe(true);
		expect(new Set(data.addresses.map(({ Country }) => Country)).size).toBeGreaterThan(10);
	});

	it('has exactly two customers that cannot be sent: a malformed e-mail and an unknown country', () => {
		const known = new Set(data.countries.map(({ Country }) => Country));

		expect(
			data.contacts.filter(({ Email }) => Email !== null && !Email.includes('@')),
		).toHaveLength(1);
		expect(data.addresses.filter(({ Country }) => !known.has(Country))).toHaveLength(1);
	});

	it('repeats no code, e-mail or VAT number, so that no customer takes another for itself', () => {
		const all = seedCustomers();

		expect(repeated(all.map(({ id }) => id.trim()))).toEqual([]);
		expect(
			repeated(all.flatMap(({ people }) => people.map(({ email }) => email?.toLowerCase()))),
		).toEqual([]);
		expect(repeated(all.map(({ vatNumber }) => vatNumber && bare(vatNumber)))).toEqual([]);
	});

	it('links its rows: every code that is named exists', () => {
		const addresses = new Set(data.addresses.map(({ AddressCode }) => AddressCode));
		const contacts = new Set(data.contacts.map(({ Contact }) => Contact));
		const partners = new Set<unknown>(
			data.businessPartners.map(({ BusinessPartner }) => BusinessPartner),
		);
		const terms = new Set(data.paymentTerms.map(({ PaymentTerms }) => PaymentTerms));

		expect(customers.filter(({ AddressCode }) => !addresses.has(AddressCode ?? ''))).toEqual([]);
		expect(
			customers.filter(({ PrimaryContact: code }) => code !== null && !contacts.has(code)),
		).toEqual([]);
		expect(
			customers.filter(({ ParentBusinessPartner: code }) => code && !partners.has(code)),
		).toEqual([]);
		expect(
			data.invoiceToBusinessPartners.filter(({ PaymentTerms }) => !terms.has(PaymentTerms ?? '')),
		).toEqual([]);
	});

	it('has other customers under the same codes in the other company', () => {
		const other = data.otherCompanies['1400']?.businessPartners ?? [];
		const names = new Map(customers.map(({ BusinessPartner: code, Name }) => [code, Name]));

		expect(other).toHaveLength(24);
		expect(other.filter(({ BusinessPartner: code, Name }) => names.get(code) === Name)).toEqual([]);
		expect(other.every(({ BusinessPartner: code }) => names.has(code))).toBe(true);
	});
});

describe('seed: Chargebee', () => {
	const records = chargebeeSeed();
	const existing = existingCustomers();
	const byTrace = (kind: string) => existing.filter(({ trace }) => trace === kind);
	const withMail = (email: string | null | undefined) =>
		records.filter((record) => record.email?.toLowerCase() === email?.toLowerCase());
	const withVat = (vat: string | null) =>
		records.filter(
			(record: HandMadeCustomer) =>
				record.vat_number && bare(record.vat_number) === bare(vat ?? ''),
		);

	it('has 41 records for 40 source customers', () => {
		expect(records).toHaveLength(41);
		expect(new Set(existing.map(({ customer }) => customer.id)).size).toBe(40);
		expect(repeated(records.map(({ id }) => id))).toEqual([]);
	});

	it('carries our reference on 12, all outdated', () => {
		const referenced = records.filter(({ meta_data: meta }) => meta?.cloudsuite);

		expect(referenced).toHaveLength(12);
		expect(new Set(referenced.map(({ meta_data: meta }) => meta?.cloudsuite))).toEqual(
			new Set(byTrace('reference').map(({ customer }) => `ln:ACME_TST:1300:${customer.id.trim()}`)),
		);
		expect(
			referenced.every(({ billing_address: { line1 } }) => line1.startsWith('Old Dock Road')),
		).toBe(true);
	});

	it('has one record for each customer to be found by e-mail or by VAT number alone', () => {
		const mails = byTrace('email').map(
			({ customer }) => withMail(customer.people[0]?.email).length,
		);
		const vats = byTrace('vat').map(({ customer }) => [
			withVat(customer.vatNumber).length,
			withMail(customer.people[0]?.email).length,
		]);

		expect(mails).toEqual(Array(17).fill(1));
		expect(vats).toEqual(Array(10).fill([1, 0]));
	});

	it('has one customer twice, and no VAT number that would tell which', () => {
		const [double] = byTrace('double');
		const email = double?.customer.people[0]?.email;

		expect(withMail(email)).toHaveLength(2);
		expect(withMail(email).filter(({ vat_number: vat }) => vat)).toEqual([]);
	});

	it('leaves no trace of any other customer', () => {
		const known = new Set(existing.map(({ customer }) => customer.id));
		const others = seedCustomers().filter(({ id }) => !known.has(id));
		const traces = others.filter(
			({ people, vatNumber }) =>
				people.some(({ email }) => email && withMail(email).length > 0) ||
				(vatNumber && withVat(vatNumber).length > 0),
		);

		expect(traces).toEqual([]);
	});

	it('fits Chargebee: VAT numbers of at most 20 characters, ids of 50', () => {
		expect(
			records.filter(({ vat_number: vat, id }) => (vat?.length ?? 0) > 20 || id.length > 50),
		).toEqual([]);
	});

	it('differs in the spelling of e-mails and VAT numbers', () => {
		expect(records.some(({ email }) => email && email !== email.toLowerCase())).toBe(true);
		expect(records.some(({ vat_number: vat }) => vat?.includes(' '))).toBe(true);
	});

	it('accounts for all 300 customers in the expected outcome', () => {
		const total = Object.values(expectedFirstSync).reduce((sum, count) => sum + count, 0);

		expect(total).toBe(300);
		expect(expectedFirstSync).toMatchObject({
			created: 258,
			linked: 27,
			updated: 12,
			conflict: 1,
			invalid: 2,
		});
	});
});

describe('seed: the sample company grown', () => {
	const { customers, items } = sampleCompany(20_000);

	it('begins with the sample company itself', () => {
		const sample = sampleCompany();
		expect(customers).toHaveLength(20_000);
		expect(items).toHaveLength(20_000);
		expect(customers.slice(0, 300)).toEqual(sample.customers);
		expect(items.slice(0, 120)).toEqual(sample.items);
	});

	it('has each code, VAT number and e-mail address once', () => {
		const sample = sampleCompany().customers;
		const emails = (list: typeof customers) =>
			list.flatMap(({ people }) => people.map(({ email }) => email));
		expect(repeated(customers.map(({ id }) => id.trim()))).toEqual([]);
		expect(repeated(items.map(({ id, project }) => `${project ?? ''}/${id}`))).toEqual([]);
		expect(repeated(customers.map(({ vatNumber }) => vatNumber))).toEqual([]);
		expect(repeated(emails(customers)).length).toBe(repeated(emails(sample)).length);
		expect(repeated(customers.flatMap(({ people }) => people.map(({ code }) => code)))).toEqual([]);
	});

	it('fits the columns: codes of 9 characters, names of 35, item codes of 15 and descriptions of 30', () => {
		expect(customers.filter(({ id, name }) => id.length > 9 || name.length > 35)).toEqual([]);
		expect(items.filter(({ id, name }) => id.length > 15 || name.length > 30)).toEqual([]);
	});
});
