import type { INode, INodeListSearchItems } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { someOf } from '../../../shared/text';
import { say } from '../../errors/say';
import { companyChoice } from '../companyField';
import { textOf } from '../values';
import { lowered } from './cells';
import type { LakeJobs } from './jobs';
import type { LakeOptions, TableSettings } from './settings';
import { asWritten, identifier, oneOf, textLiteral } from './sql';

/** So many companies are looked at, and so many named. */
const MOST_COMPANIES = 100;
const MOST_NAMED = 20;

/** The companies a table has rows of, to pick from; no table with their names is documented in public. */
export async function readCompanies(
	jobs: LakeJobs,
	{ tables, companyColumn }: Pick<LakeOptions, 'tables' | 'companyColumn'>,
	table: TableSettings,
): Promise<INodeListSearchItems[]> {
	const [name, column] = tables === 'ln' ? ['LN_tccom100', 'compnr'] : [table.name, companyColumn];
	if (column === '') return [];
	const sql = `SELECT DISTINCT ${identifier(column)} AS company FROM ${identifier(name)} ORDER BY company`;
	const found = await companiesIn(jobs, name, sql);
	return found.map((number) => companyChoice(number, null));
}

/** Companies that were found in their tables: a poll that brings nothing need not look again. */
export const companiesThere = new Set<string>();

/** Which company of which table of which tenant. */
export interface CompanyPlace {
	/** Tells tenants and their Data Lakes apart. */
	tenant: string;
	table: string;
	/** Empty: the table has none. */
	column: string;
	company: string;
}

/**
 * Whether a table without rows of a company is one that has it, as it is written in the settings; one without any rows says
 * nothing of companies.
 * @throws NodeOperationError naming the companies there are
 */
export async function checkCompany(
	jobs: LakeJobs,
	node: INode,
	{ tenant, table, column, company }: CompanyPlace,
): Promise<void> {
	const place = JSON.stringify([tenant, table, column, company]);
	if (column === '' || companiesThere.has(place)) return;
	const written = `${asWritten(`t.${identifier(column)}`)}`;
	const select = `SELECT DISTINCT ${written} AS company FROM ${identifier(table)} t`;
	const some = await companiesIn(jobs, table, `${select} LIMIT ${MOST_COMPANIES}`);
	const isHere = `${select} WHERE ${oneOf(written, [textLiteral(company)])}`;
	const all =
		some.length < MOST_COMPANIES || some.includes(company)
			? some
			: [...some, ...(await companiesIn(jobs, table, isHere))];
	if (all.includes(company)) companiesThere.add(place);
	else if (all.length > 0) {
		const companies = someOf(all.sort(), MOST_NAMED);
		throw operationError(node, say('compass_company_unknown', { table, company, companies }));
	}
}

async function companiesIn(jobs: LakeJobs, table: string, sql: string): Promise<string[]> {
	const rows = await jobs.rows(sql, `the companies of ${table}`, ['company']);
	return rows.map((row) => textOf(lowered(row).company)).filter((text) => text !== null);
}
