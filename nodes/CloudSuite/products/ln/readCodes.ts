import type { CodeMapping } from '../codes';
import { CodeMap } from '../codes';
import { textOf } from '../values';
import type { LnSession } from './session';
import type { LnSet } from './sets';
import { COUNTRIES, CURRENCIES, LANGUAGES } from './sets';

export const CODE_SETS = [COUNTRIES, CURRENCIES, LANGUAGES];

/** The tenant's code tables, each read once per run, with the user's own mappings on top. */
export async function readCodes(session: LnSession, own: readonly CodeMapping[]): Promise<CodeMap> {
	const pairs = async (set: LnSet, key: string, iso: string) =>
		(await session.readOnce(set)).map((row) => [textOf(row[key]), textOf(row[iso])] as const);
	return new CodeMap(
		{
			country: await pairs(COUNTRIES, 'Country', 'ISOCodeAlpha2'),
			currency: await pairs(CURRENCIES, 'Currency', 'ISOCurrencyCode'),
			language: await pairs(LANGUAGES, 'Language', 'ISOCode'),
		},
		own,
	);
}
