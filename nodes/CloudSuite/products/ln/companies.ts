import type { INodeListSearchItems } from 'n8n-workflow';
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
	return rows.map((row) => {
		const [number, name] = [textOf(row.Company) ?? '', textOf(row.Description)];
		return { name: name ? `${number} ${name}` : number, value: number };
	});
}
