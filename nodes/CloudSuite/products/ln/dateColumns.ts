import { timeOf } from '../values';
import { pathOf } from './places';
import type { LnRow } from './session';
import type { LnSet } from './sets';
import { BUSINESS_PARTNERS, CUSTOMER_PARTS } from './sets';
import { ITEMS } from './itemSets';

/** Which columns hold dates of change: LN's own on items, none on customers unless a tenant has added one. */
export interface ChangedBy {
	/** e.g. `LastModificationDate`; empty: customers have none. */
	customers: string;
	items: string;
}

/** The name LN itself gives to such columns, e.g. on items. */
export const STANDARD_DATE = 'LastModificationDate';

export const NO_CHOICE: ChangedBy = { customers: '', items: STANDARD_DATE };

export function isDateType(type: string | undefined): boolean {
	return type === 'Edm.DateTimeOffset';
}

/**
 * The column with the date of change that a set of this tenant has.
 * @returns `missing` for one that was chosen by name and is not there; nothing for a set without
 */
export function dateColumnOf(
	set: LnSet,
	available: ReadonlyMap<string, string>,
	{ customers, items }: ChangedBy,
): { column: string } | { missing: string } | undefined {
	const path = pathOf(set);
	if (path === pathOf(ITEMS)) {
		if (available.has(items)) return { column: items };
		return items === STANDARD_DATE ? undefined : { missing: items };
	}
	if (customers === '') return undefined;
	if (path === pathOf(BUSINESS_PARTNERS))
		return available.has(customers) ? { column: customers } : { missing: customers };
	if (!CUSTOMER_PARTS.some((part) => pathOf(part) === path)) return undefined;
	const own = [customers, STANDARD_DATE].find((name) => isDateType(available.get(name)));
	return own === undefined ? undefined : { column: own };
}

/** The latest date of change of several rows. @returns milliseconds, nothing when none has one */
export function latestOf(
	rows: ReadonlyArray<readonly [row: LnRow | undefined, column: string | undefined]>,
): number | undefined {
	const times = rows
		.map(([row, column]) => (column === undefined ? undefined : timeOf(row?.[column])))
		.filter((time) => time !== undefined);
	return times.length === 0 ? undefined : Math.max(...times);
}
