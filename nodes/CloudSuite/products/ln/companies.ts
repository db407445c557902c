import type { INodeListSearchItems } from 'n8n-workflow';
import { companyChoice } from '../companyField';
import { textOf } from '../values';
import type { LnSession } from './session';
import type { LnSet } from './sets';

/** Reference data of the business partner service. */
const COMPANIES: LnSet = {
	service: 'tcapi.comBusinessPartner',
	set: 'Companies',
	key: 'Company',
	order: ['Company'],
	needed: ['Company'],
	wanted: ['Description'],
};

/** The companies of the tenant, to pick from. */
export async function readCompanies(session: LnSession): Promise<INodeListSearchItems[]> {
	const rows = await session.read(COMPANIES);
	return rows.map((row) => companyChoice(textOf(row.Company) ?? '', textOf(row.Description)));
}
