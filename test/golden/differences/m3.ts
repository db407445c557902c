import { DateTime } from 'luxon';
import type { Telling } from '../difference';
import { nothing } from '../difference';

/** The zone of a workflow that sets none, in the tests: n8n's own default. */
const ZONE = 'America/New_York';

/** A date of M3 is a day: told as its beginning. */
function dayOf(time: string | null): string | null {
	if (time === null) return null;
	const day = DateTime.fromISO(time.slice(0, 10), { zone: ZONE });
	return new Date(day.toMillis()).toISOString();
}

const unitOf = (unit: string | null) => (unit === 'hour' ? 'HUR' : unit);
const TYPES: Record<string, string> = { product: 'pro', purchased: 'pur', service: 'srv' };

export const m3Telling: Telling = {
	product: 'm3',
	name: 'M3',
	company: '130',
	keyCompany: '130',
	reads: {
		through:
			'REST service of M3’s programs behind `M3/m3api-rest/v2/execute`: `EXPORTMI` (table OCUSMA) or `CRS610MI`, `MMS200MI`, for price lists `OIS017MI`',
		customers:
			'change date `LMDT`, to the day, by `EXPORTMI`; reading all and comparing by `CRS610MI`',
		items: 'change date `LMDT`, to the day, by `LstItmByChgDate`, with the price compared',
	},
	notes: [
		'M3 dates changes by the day, without a time zone. "Modified Since" takes the whole day; `modifiedAt` is the beginning of the day in the time zone of the options (the workflow’s unless set). Set it before the first sync: another one changes the hash of every record.',
		'M3 has no pages. Lists are read on from the last key, and counted where `EXPORTMI` may be used; if M3 gives fewer rows than it counts, the node stops with an error.',
		'No transaction for customers has both VAT number and date of change, so table OCUSMA is read by `EXPORTMI`. Without it ("Customer Read": by CRS610MI) three transactions are run for each customer, 50 a call.',
		'What the statuses of customers mean is not published: 10 is told as prospect, 20 as active, 90 as inactive, unless "Status Values" says otherwise. An active customer with a customer stop is told as doubtful.',
		'The codes of countries, currencies, languages and units are M3’s own. Translate those that are no ISO codes under "Code Mappings".',
		'Where old data have the city in an address line, it stays there and the city is empty.',
		'Prices of price lists are for one unit: the price divided by the sales price quantity.',
	],
	customers: [
		{
			field: 'searchKey',
			why: 'The search key has ten characters.',
			tells: ({ searchKey }) => searchKey?.slice(0, 10) ?? null,
		},
		{
			field: 'role',
			why: 'Suppliers are records of their own (CRS620): a customer that is one, too, is told as a customer.',
			tells: () => 'customer',
		},
		{
			field: 'website',
			why: 'A customer of M3 has no field for it.',
			tells: nothing,
		},
		{
			field: 'vatNumber',
			why: 'The VAT number has 16 characters.',
			tells: ({ vatNumber }) => vatNumber?.slice(0, 16).trim() ?? null,
		},
		{
			field: 'language',
			why: 'The column of the customer’s language is not published. Name it under "Language Column", and map M3’s codes.',
			tells: nothing,
		},
		{
			field: 'creditLimit',
			why: 'A credit limit that was not entered is 0.',
			tells: ({ creditLimit }) => creditLimit ?? 0,
		},
		{
			field: 'contacts',
			why: 'A customer has an e-mail address and texts for references, but no contacts with codes.',
			tells: () => [],
		},
		{
			field: 'createdAt',
			why: 'The date of entry is a day.',
			tells: ({ createdAt }) => dayOf(createdAt),
		},
		{
			field: 'modifiedAt',
			why: 'The date of change is a day.',
			tells: ({ modifiedAt }) => dayOf(modifiedAt),
		},
	],
	items: [
		{
			field: 'id',
			why: 'An item of a project is not kept apart.',
			tells: ({ id }) => id.split('/').pop(),
		},
		{
			field: 'type',
			why: 'The item type is a code of three characters that each company chooses.',
			tells: ({ type }) => TYPES[type ?? ''] ?? null,
		},
		{ field: 'unit', why: 'Units have three characters.', tells: ({ unit }) => unitOf(unit) },
		{
			field: 'priceUnit',
			why: 'Units have three characters.',
			tells: ({ priceUnit }) => unitOf(priceUnit),
		},
		{
			field: 'createdAt',
			why: 'The lists of items have no date of entry.',
			tells: nothing,
		},
		{
			field: 'modifiedAt',
			why: 'The date of change is a day.',
			tells: ({ modifiedAt }) => dayOf(modifiedAt),
		},
	],
};
