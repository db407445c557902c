import { identityOf as sourceIdentityOf } from '../../../shared/source/sourceKey';
import type {
	SourceAddress,
	SourceContact,
	SourceCustomer,
} from '../../../shared/source/sourceCustomer';
import { unlessBlank, withSourceHash } from '../../../shared/source/sourceCustomer';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { withItemHash } from '../../../shared/source/sourceItem';
import type { CodeMap } from '../codes';
import { isoOf, numberOf, textOf } from '../values';
import type { CsiRow } from './answer';
import { isoTime, timeOf } from './dates';
import type { CurrentPrice } from './prices';
import type { CsiOptions } from './settings';

export interface NormaliseContext extends Pick<
	CsiOptions,
	'zone' | 'customerStatus' | 'itemStatus' | 'includeRaw'
> {
	tenant: string;
	/** What knows the name of the configuration as the tenant writes it, once that was asked. */
	site: { readonly company: string };
	codes: CodeMap;
}

/** One customer of CSI in the shape all products share. */
export function normaliseCustomer(row: CsiRow, context: NormaliseContext): SourceCustomer {
	const { codes, zone } = context;
	const text = (...names: string[]) => firstText(row, names);
	const number = text('CustNum');
	return withSourceHash(
		{
			...identityOf(number ?? '', context),
			name: text('Name') ?? '',
			searchKey: null,
			status: statusOfCustomer(row, context),
			// no property tells that it is a supplier, too
			role: 'customer',
			email: text('CustomerEmailAddr', 'ExternalEmailAddr', 'BillToEmail'),
			phone: text('Phone_1', 'Phone_2', 'Phone_3'),
			website: text('InternetUrl'),
			vatNumber: text('TaxRegNum1'),
			registrationNumber: null,
			currency: codes.iso('currency', text('CurrCode')),
			language: codes.iso('language', text('LangCode')),
			paymentTerms: text('TermsCode'),
			creditLimit: numberOf(row.CreditLimit),
			billingAddress: addressOf(row, codes),
			contacts: contactsOf(row),
			parentId: text('CorpCust') === number ? null : text('CorpCust'),
			createdAt: isoTime(row.CreateDate, zone),
			modifiedAt: isoOf(changedAt(row, zone)),
		},
		context.includeRaw ? { customer: row } : null,
	);
}

/** One item of CSI with the price in force, in the shape all products share. */
export function normaliseItem(
	row: CsiRow,
	price: CurrentPrice | undefined,
	context: NormaliseContext,
): SourceItem {
	const { codes, zone, itemStatus } = context;
	const text = (name: string) => textOf(row[name]);
	const id = text('Item') ?? '';
	const unit = codes.iso('unit', text('UM'));
	const status = text('Stat');
	return withItemHash(
		{
			...identityOf(id, context),
			name: text('Description') ?? id,
			description: null,
			status: status === null ? null : (itemStatus[status] ?? status.toLowerCase()),
			type: text('MatlType')?.toLowerCase() ?? null,
			group: text('ProductCode'),
			unit,
			currency: codes.iso('currency', price?.currency ?? null),
			price: price?.price ?? null,
			// of the item's own unit
			priceUnit: unit,
			effectiveFrom: null,
			effectiveTo: null,
			taxCode: null,
			accountingCode: null,
			createdAt: isoTime(row.CreateDate, zone),
			modifiedAt: isoOf(changedAt(row, zone)),
		},
		context.includeRaw ? { item: row, ...(price ? { price: price.row } : {}) } : null,
	);
}

/** Milliseconds: name and address are rows of their own, with a date of their own. The later one counts. */
export function changedAt(row: CsiRow, zone: string): number | undefined {
	const times = [row.RecordDate, row.AdrRecordDate].map((date) => timeOf(date, zone));
	const known = times.filter((time) => time !== undefined);
	return known.length > 0 ? Math.max(...known) : undefined;
}

export function identityOf(id: string, { tenant, site }: NormaliseContext) {
	return sourceIdentityOf({ product: 'csi', tenant, company: site.company, id });
}

/** Flags are 0 and 1. One that is not shown is done with, whether it is on hold or not. */
function statusOfCustomer(
	{ ShowInDropDownList: shown, CreditHold: hold }: CsiRow,
	{ customerStatus }: NormaliseContext,
): string {
	if (textOf(shown) === '0') return customerStatus.hidden ?? 'active';
	return textOf(hold) === '1' ? (customerStatus.hold ?? 'active') : 'active';
}

function addressOf(row: CsiRow, codes: CodeMap): SourceAddress | null {
	const [line1, line2, ...others] = ['Addr_1', 'Addr_2', 'Addr_3', 'Addr_4']
		.map((name) => textOf(row[name]))
		.filter((line) => line !== null);
	return unlessBlank({
		line1: line1 ?? null,
		line2: line2 ?? null,
		line3: others.join(', ') || null,
		city: textOf(row.City),
		state: firstText(row, ['State', 'StateCode']),
		postalCode: textOf(row.Zip),
		country: codes.iso('country', textOf(row.Country)),
	});
}

/**
 * The three contacts a customer has: each a name in one field, and a phone. Which of the customer's e-mail addresses
 * belongs to which is not published, so none is told twice.
 */
function contactsOf(row: CsiRow): SourceContact[] {
	return ['1', '2', '3']
		.flatMap((id): SourceContact[] => {
			const name = textOf(row[`Contact_${id}`]);
			if (name === null) return [];
			return [
				{
					id,
					firstName: null,
					lastName: name,
					email: null,
					phone: textOf(row[`Phone_${id}`]),
					role: null,
					primary: false,
				},
			];
		})
		.map((contact, position) => ({ ...contact, primary: position === 0 }));
}

function firstText(row: CsiRow, names: readonly string[]): string | null {
	return names.map((name) => textOf(row[name])).find((value) => value !== null) ?? null;
}
