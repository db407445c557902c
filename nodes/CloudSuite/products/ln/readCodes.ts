import type { CodeMapping } from './codes';
import { CodeMap } from './codes';
import type { LnSession } from './session';
import { COUNTRIES, CURRENCIES, LANGUAGES } from './sets';

export const CODE_SETS = [COUNTRIES, CURRENCIES, LANGUAGES];

/** The tenant's code tables, each read once per run, with the user's own mappings on top. */
export async function readCodes(session: LnSession, own: readonly CodeMapping[]): Promise<CodeMap> {
	return new CodeMap(
		{
			country: { rows: await session.readOnce(COUNTRIES), key: 'Country', iso: 'ISOCodeAlpha2' },
			currency: {
				rows: await session.readOnce(CURRENCIES),
				key: 'Currency',
				iso: 'ISOCurrencyCode',
			},
			language: { rows: await session.readOnce(LANGUAGES), key: 'Language', iso: 'ISOCode' },
		},
		own,
	);
}
