import type { INodeListSearchItems } from 'n8n-workflow';
import { companyChoice } from '../companyField';
import { textOf } from '../values';
import type { LnSession } from './session';
import { COMPANIES } from './sets';

/** The companies of the tenant, to pick from. */
export async function readCompanies(session: LnSession): Promise<INodeListSearchItems[]> {
	const rows = await session.read(COMPANIES);
	return rows.map((row) => companyChoice(textOf(row.Company) ?? '', textOf(row.Description)));
}
