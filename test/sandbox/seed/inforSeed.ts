import type { BusinessPartnerRow, LnCompanyData, LnData } from '../infor/ln/data';
import { codeTables } from './codeTables';
import type { SampleCompany } from './copies';
import { sampleCompany } from './copies';
import type { SeedCustomer } from './customers';
import type { SeedItem } from './items';
import { seedItems, spreadItem } from './items';
import { emptyCompany, spread } from './lnRows';
import { seedSuppliers } from './suppliers';

/** The company that is synced, and the one a request gets when it forgets to name a company. */
export const COMPANY = '1300';
export const OTHER_COMPANY = '1400';
export const TENANT = 'ACME_TST';
const COMPANIES = [
	{ Company: Number(COMPANY), Description: 'Acme Software Distribution' },
	{ Company: Number(OTHER_COMPANY), Description: 'Acme Services' },
];

/**
 * The LN data of "Acme Software Distribution": 300 customers and 12 suppliers in company 1300;
 * company 1400 has 24 other customers under ids that also exist in 1300.
 */
export function inforSeed({ customers, items }: SampleCompany = sampleCompany()): LnData {
	const others = customers.slice(0, 24).map(asServiceCustomer);
	return {
		...companyOf(customers, seedSuppliers(), items),
		otherCompanies: { [OTHER_COMPANY]: companyOf(others, [], seedItems()) },
	};
}

function companyOf(
	customers: readonly SeedCustomer[],
	suppliers: readonly BusinessPartnerRow[],
	items: readonly SeedItem[],
): LnCompanyData {
	const company: LnCompanyData = { ...emptyCompany(), ...codeTables(), companies: COMPANIES };
	for (const [position, customer] of customers.entries()) spread(customer, position, company);
	company.businessPartners.push(...suppliers);
	for (const [position, item] of items.entries()) spreadItem(item, position, company);
	return company;
}

/** Same id, other company, other customer: what a lost company header would bring into the sync. */
function asServiceCustomer(customer: SeedCustomer, position: number): SeedCustomer {
	return {
		...customer,
		name: `Service customer ${position + 1}`,
		searchKey: `SERVICE${position + 1}`,
		vatNumber: null,
		people: customer.people.map((person) => ({
			...person,
			email: `service-${position + 1}@other-company.example`,
		})),
	};
}
