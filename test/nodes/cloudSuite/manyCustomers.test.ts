import { asText } from '../../../nodes/shared/text';
import type { LnCompanyData, LnRow } from '../../sandbox/infor/ln/data';
import { inforSeed } from '../../sandbox/seed';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const CUSTOMERS = 20_000;

/** The sample company's customers again and again, under further codes, with all that belongs to them. */
function manyCustomers(count: number): ReturnType<typeof inforSeed> {
	const seed = inforSeed();
	const copies = Math.ceil(count / 300);
	const parts = {
		businessPartners: ['BusinessPartner', 'AddressCode', 'PrimaryContact'],
		soldToBusinessPartners: ['SoldtoBusinessPartner', 'InvoicetoBusinessPartner', 'AddressCode'],
		payByBusinessPartners: ['PaybyBusinessPartner', 'AddressCode'],
		invoiceToBusinessPartners: ['InvoicetoBusinessPartner', 'AddressCode', 'Contact'],
		addresses: ['AddressCode'],
		contacts: ['Contact', 'BusinessPartner'],
		taxNumbers: ['BusinessPartner'],
	} as const;
	for (const [name, codes] of Object.entries(parts)) {
		const rows = seed[name as keyof LnCompanyData] as LnRow[];
		const originals = [...rows];
		for (let copy = 1; copy < copies; copy += 1)
			for (const row of originals)
				rows.push({
					...row,
					...Object.fromEntries(
						codes.map((code) => [code, row[code] ? `${asText(row[code])}/${copy}` : row[code]]),
					),
				});
	}
	return seed;
}

describe('20,000 customers', () => {
	it('take one call per page of each joined set, and five more', async () => {
		const bench = await startBench({ data: manyCustomers(CUSTOMERS) });
		const pageSize = 1000;
		const customers = await bench.readAll({ options: { pageSize } });
		expect(customers.length).toBeGreaterThanOrEqual(CUSTOMERS);
		expect(new Set(customers.map(({ key }) => key)).size).toBe(customers.length);

		const { data } = bench.sandbox;
		const partners = data.businessPartners.filter(({ BusinessPartnerRole: role }) =>
			role.startsWith('Customer'),
		);
		const joined = [
			partners,
			data.soldToBusinessPartners,
			data.invoiceToBusinessPartners,
			data.payByBusinessPartners,
			data.addresses,
			data.contacts,
			data.taxNumbers,
			data.countries,
			data.currencies,
			data.languages,
		];
		const pages = joined.reduce((sum, rows) => sum + Math.ceil(rows.length / pageSize), 0);
		expect(bench.newCalls().length).toBeLessThanOrEqual(pages + 5);
	}, 180_000);
});

describe('3,000 customers', () => {
	it('of which every other one changed take no more calls than reading all, and the questions who they are', async () => {
		const added = 'ChangedOn:date';
		const data = manyCustomers(3_000);
		const bench = await startBench({
			data,
			behaviour: {
				addedColumns: {
					'tcapi.comBusinessPartner/Addresses': added,
					'tcapi.comBusinessPartner/BusinessPartners': added,
				},
			},
		});
		for (const [at, row] of data.addresses.entries())
			row.ChangedOn = at % 2 === 0 ? '2025-06-01T00:00:00Z' : null;
		const options = { pageSize: 1000, changedBy: 'ChangedOn' };
		const all = await bench.readAll({ options });
		const whole = bench.newCalls().length;
		const changed = await bench.readAll({ options, filters: { modifiedSince: '2025-01-01' } });
		expect(changed.length).toBeGreaterThan(1_000);
		expect(changed).toHaveLength(all.filter(({ modifiedAt }) => modifiedAt !== null).length);
		// two sets are asked for what changed, and four times a set for who has one of the addresses
		const pages = Math.ceil(data.addresses.length / options.pageSize);
		expect(bench.newCalls().length).toBeLessThanOrEqual(whole + 6 * pages);
	}, 180_000);
});
