import type { INodeListSearchItems } from 'n8n-workflow';
import { companyChoice } from '../companyField';
import { textOf } from '../values';
import type { M3Session } from './session';

/** The companies of the tenant, to pick from. */
export async function readCompanies(session: M3Session): Promise<INodeListSearchItems[]> {
	const rows = await session.rows({
		program: 'MNS095MI',
		transaction: 'Lst',
		input: {},
		columns: ['CONO', 'TX40'],
		most: 0,
	});
	return rows.map((row) => companyChoice(textOf(row.CONO) ?? '', textOf(row.TX40)));
}
