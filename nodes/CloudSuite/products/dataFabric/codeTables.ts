import { say } from '../../errors/say';
import { numberOf, textOf } from '../values';
import { lowered } from './cells';
import type { LakeJobs } from './jobs';

/** Countries with their ISO codes; columns as in table documentation a tenant has generated. */
const COUNTRIES = 'LN_tcmcs010';

/**
 * LN’s own code and ISO code of countries. A tenant that does not publish the table has its codes passed on as they are.
 * @param company its own rows; where it has none, because companies share the table, those of all
 */
export async function readCountries(
	jobs: LakeJobs,
	company: string,
): Promise<Array<[string | null, string | null]>> {
	const sql = `SELECT compnr, ccty, ict2 FROM ${COUNTRIES}`;
	const rows = (await jobs.rowsIfThere(sql, COUNTRIES, ['compnr', 'ccty', 'ict2']))?.map(lowered);
	if (rows === undefined) {
		jobs.hint(say('compass_codes_left_out', { table: COUNTRIES }).reason);
		return [];
	}
	const own = rows.filter((row) => numberOf(row.compnr) === Number(company));
	return (own.length > 0 ? own : rows).map((row) => [textOf(row.ccty), textOf(row.ict2)]);
}
