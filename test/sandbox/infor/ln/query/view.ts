import { createHash } from 'node:crypto';
import type { Behaviour } from '../../behaviour';
import type { LnCompanyData, LnRow, LnValue } from '../data';
import type { Column, EntitySet, LnService } from '../model/types';

/** Through what a request looks at the data: company, language and the tenant's ways of writing "empty". */
export interface View {
	service: LnService;
	company: LnCompanyData;
	language: string;
	behaviour: Behaviour;
}

export type WireValue = string | number | null | string[];

/** LN's empty date where it is written out; https://docs.infor.com calls it date 0. */
const EPOCH = '1970-01-01T00:00:00Z';

/** The value of a column as it goes over the wire: language chosen, defaults and "empty" filled in. */
export function wireValue(row: LnRow, column: Column, view: View): WireValue {
	const stored = row[column.name];
	if (stored === undefined || stored === null || stored === '') return emptyValue(column, view);
	return inLanguage(stored, view.language);
}

function inLanguage(stored: Exclude<LnValue, null>, language: string): WireValue {
	if (typeof stored !== 'object' || Array.isArray(stored)) return stored;
	return stored[language] ?? stored['en-US'];
}

function emptyValue(column: Column, { behaviour }: View): WireValue {
	switch (column.kind) {
		case 'date':
			return behaviour.emptyDates === 'null' ? null : EPOCH;
		case 'code':
		case 'text':
		case 'long':
			return column.nullable && behaviour.emptyTexts === 'null' ? null : '';
		case 'enum':
			return column.defaultValue ?? null;
		case 'enumList':
			return [];
		case 'stream':
			return null;
		default:
			return Number(column.defaultValue ?? 0);
	}
}

/** Weak, 40 hex digits, as in https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/dat1698328287431.html */
export function etagOf(row: LnRow): string {
	return `W/"${createHash('sha1').update(JSON.stringify(row)).digest('hex')}"`;
}

/** The rows a request may see: data authorisations hide business partners without a word. */
export function visibleRows(set: EntitySet, { company, behaviour }: View): LnRow[] {
	const hidden = behaviour.hiddenBusinessPartners;
	const rows = set.rows(company);
	if (hidden.length === 0) return rows;
	const owner = set.columns.find(({ name }) => name === 'BusinessPartner')
		? 'BusinessPartner'
		: set.key[0];
	return rows.filter((row) => !hidden.includes(codeOf(row, owner ?? '')));
}

/** A key column as text; an absent one is the empty code. */
export function codeOf(row: LnRow, column: string): string {
	const value = row[column];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
