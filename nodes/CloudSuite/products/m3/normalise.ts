import { identityOf as sourceIdentityOf } from '../../../shared/source/sourceKey';
import type { SourceAddress, SourceCustomer } from '../../../shared/source/sourceCustomer';
import { unlessBlank, withSourceHash } from '../../../shared/source/sourceCustomer';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { withItemHash } from '../../../shared/source/sourceItem';
import type { CodeMap } from '../codes';
import { numberOf, textOf } from '../values';
import type { M3Row } from './answer';
import { isoDay } from './dates';
import { unitPrice } from './prices';
import type { M3Options } from './settings';

export interface NormaliseContext extends Pick<
	M3Options,
	'zone' | 'customerStatus' | 'itemStatus' | 'creditLimitField' | 'languageColumn' | 'includeRaw'
> {
	tenant: string;
	company: string;
	codes: CodeMap;
}

/** One M3 customer in the shape all products share. The columns have the same names in programs and in the table. */
export function normaliseCustomer(row: M3Row, context: NormaliseContext): SourceCustomer {
	const { codes, zone, customerStatus, creditLimitField, languageColumn } = context;
	const text = (column: string) => textOf(row[column]);
	const status = statusOf(text('STAT'), customerStatus);
	return withSourceHash(
		{
			...identityOf(text('CUNO') ?? '', context),
			name: text('CUNM') ?? '',
			searchKey: text('ALCU'),
			// a customer stop does not make a customer inactive
			status: status === 'active' && isSet(row.BLCD) ? 'doubtful' : status,
			// suppliers are records of their own (CRS620)
			role: 'customer',
			email: text('MAIL'),
			phone: text('PHNO') ?? text('PHN2'),
			website: null,
			vatNumber: text('VRNO'),
			registrationNumber: text('CORG'),
			currency: codes.iso('currency', text('CUCD')),
			language: codes.iso(
				'language',
				text('LNCD') ?? (languageColumn === '' ? null : text(languageColumn)),
			),
			paymentTerms: text('TEPY'),
			creditLimit: numberOf(row[creditLimitField]),
			billingAddress: addressOf(row, codes),
			// a customer has texts for references (YREF), but no contacts with codes of their own
			contacts: [],
			parentId: text('CCUS') === text('CUNO') ? null : text('CCUS'),
			createdAt: isoDay(row.RGDT, zone),
			modifiedAt: isoDay(row.LMDT, zone),
		},
		context.includeRaw ? { customer: row } : null,
	);
}

/** One M3 item, with the sales price of the item master, in the shape all products share. */
export function normaliseItem(row: M3Row, context: NormaliseContext): SourceItem {
	const { codes, zone, itemStatus } = context;
	const text = (column: string) => textOf(row[column]);
	const id = text('ITNO') ?? '';
	const unit = codes.iso('unit', text('UNMS'));
	return withItemHash(
		{
			...identityOf(id, context),
			name: text('ITDS') ?? id,
			description: text('FUDS'),
			status: statusOf(text('STAT'), itemStatus),
			type: text('ITTY')?.toLowerCase() ?? null,
			group: text('ITGR'),
			unit,
			currency: codes.iso('currency', text('CUCS')),
			price: priceOf(row),
			priceUnit: codes.iso('unit', text('SPUN')) ?? unit,
			effectiveFrom: null,
			effectiveTo: null,
			taxCode: text('TAXC'),
			accountingCode: null,
			// the lists of items have no date of entry
			createdAt: null,
			modifiedAt: isoDay(row.LMDT, zone),
		},
		context.includeRaw ? { item: row } : null,
	);
}

export function identityOf(id: string, { tenant, company }: NormaliseContext) {
	return sourceIdentityOf({ product: 'm3', tenant, company, id });
}

function statusOf(status: string | null, values: Readonly<Record<string, string>>): string | null {
	return status === null ? null : (values[status] ?? status.toLowerCase());
}

function isSet(value: unknown): boolean {
	return (numberOf(value) ?? 0) > 0;
}

/** An item without a price holds 0; one of 0 that was entered has a date. */
function priceOf(row: M3Row): string | null {
	const price = unitPrice(row.SAPR, row.SACD);
	return price === '0' && !isSet(row.SPDT) ? null : price;
}

/**
 * The lines as they are, without empty ones between. Where old data have the city in a line and nothing in its field, it
 * stays in the line: which of them it is can not be told.
 */
function addressOf(row: M3Row, codes: CodeMap): SourceAddress | null {
	const [line1, line2, ...others] = ['CUA1', 'CUA2', 'CUA3', 'CUA4']
		.map((column) => textOf(row[column]))
		.filter((line) => line !== null);
	return unlessBlank({
		line1: line1 ?? null,
		line2: line2 ?? null,
		line3: others.join(', ') || null,
		city: textOf(row.TOWN),
		state: textOf(row.ECAR),
		postalCode: textOf(row.PONO),
		country: codes.iso('country', textOf(row.CSCD)),
	});
}
