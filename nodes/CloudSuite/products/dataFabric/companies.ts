import type { INodeListSearchItems } from 'n8n-workflow';
import { companyChoice } from '../companyField';
import { textOf } from '../values';
import { lowered } from './cells';
import type { LakeJobs } from './jobs';
import type { LakeOptions, TableSettings } from './settings';
import { identifier } from './sql';

/** The companies a table has rows of, to pick from; no table with their names is documented in public. */
export async function readCompanies(
	jobs: LakeJobs,
	{ tables, companyColumn }: Pick<LakeOptions, 'tables' | 'companyColumn'>,
	table: TableSettings,
): Promise<INodeListSearchItems[]> {
	const [name, column] = tables === 'ln' ? ['LN_tccom100', 'compnr'] : [table.name, companyColumn];
	if (column === '') return [];
	const sql = `SELECT DISTINCT ${identifier(column)} AS company FROM ${identifier(name)} ORDER BY company`;
	const rows = await jobs.rows(sql, `the companies of ${name}`);
	const numbers = rows.map((row) => textOf(lowered(row).company)).filter((text) => text !== null);
	return numbers.map((number) => companyChoice(number, null));
}
