import { identityOf as sourceIdentityOf } from '../../../shared/source/sourceKey';
import type { SourceAddress, SourceContact } from '../../../shared/source/sourceCustomer';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { unlessBlank, withSourceHash } from '../../../shared/source/sourceCustomer';
import type { SourceItem } from '../../../shared/source/sourceItem';
import { withItemHash } from '../../../shared/source/sourceItem';
import type { CodeMap } from '../codes';
import { numberOf } from '../values';
import type { MappedRow } from './row';

export interface NormaliseContext {
	/** As it stands in keys. */
	product: string;
	tenant: string;
	company: string;
	codes: CodeMap;
	/** Our status by the product’s, the latter in lower case. */
	statusValues: ReadonlyMap<string, string>;
	/** The class or table, for raw rows; nothing when these are not wanted. */
	rawName: string | undefined;
}

/** One mapped customer in the shape all products share. */
export function normaliseCustomer(row: MappedRow, context: NormaliseContext): SourceCustomer {
	const { value } = row;
	const { codes } = context;
	const contacts = contactsOf(row);
	return withSourceHash(
		{
			...identityOf(row, context),
			name: value('name') ?? '',
			searchKey: value('searchKey'),
			status: statusOf(row, context),
			// vendors are kept apart: a customer that is one, too, is not told from the others
			role: value('role') ?? 'customer',
			email: value('email') ?? contacts[0]?.email ?? null,
			phone: value('phone'),
			website: value('website'),
			vatNumber: value('vatNumber'),
			registrationNumber: value('registrationNumber'),
			currency: codes.iso('currency', value('currency')),
			language: codes.iso('language', value('language')),
			paymentTerms: value('paymentTerms'),
			creditLimit: numberOf(value('creditLimit')),
			billingAddress: addressOf(row, codes),
			contacts,
			parentId: row.siblingId('parentId'),
			createdAt: value('createdAt'),
			modifiedAt: value('modifiedAt'),
		},
		rawOf(row, context),
	);
}

/** One mapped item in the shape all products share. */
export function normaliseItem(row: MappedRow, context: NormaliseContext): SourceItem {
	const { value } = row;
	const { codes } = context;
	return withItemHash(
		{
			...identityOf(row, context),
			name: value('name') ?? row.id,
			description: value('description'),
			status: statusOf(row, context),
			type: value('type')?.toLowerCase() ?? null,
			group: value('group'),
			unit: codes.iso('unit', value('unit')),
			currency: codes.iso('currency', value('currency')),
			price: value('price'),
			priceUnit: codes.iso('unit', value('priceUnit')),
			effectiveFrom: value('effectiveFrom'),
			effectiveTo: value('effectiveTo'),
			taxCode: value('taxCode'),
			accountingCode: value('accountingCode'),
			createdAt: value('createdAt'),
			modifiedAt: value('modifiedAt'),
		},
		rawOf(row, context),
	);
}

function identityOf({ id }: MappedRow, { product, tenant, company }: NormaliseContext) {
	return sourceIdentityOf({ product, tenant, company, id });
}

/** Flags and what the settings translate; any other value in lower case, as with other products. */
function statusOf({ value }: MappedRow, { statusValues }: NormaliseContext): string | null {
	const status = value('status')?.toLowerCase() ?? null;
	return status === null ? null : (statusValues.get(status) ?? status);
}

/** The one contact that can be mapped. */
function contactsOf({ value }: MappedRow): SourceContact[] {
	const [id, firstName, lastName, email, phone, role] = [
		'contactId',
		'contactFirstName',
		'contactLastName',
		'contactEmail',
		'contactPhone',
		'contactRole',
	].map(value);
	const person = [firstName, lastName, email].some((text) => text !== null);
	if (!person) return [];
	return [
		{
			id: id ?? 'primary',
			firstName: firstName ?? null,
			lastName: lastName ?? null,
			email: email ?? null,
			phone: phone ?? null,
			role: role ?? null,
			primary: true,
		},
	];
}

function addressOf({ value }: MappedRow, codes: CodeMap): SourceAddress | null {
	return unlessBlank({
		line1: value('line1'),
		line2: value('line2'),
		line3: value('line3'),
		city: value('city'),
		state: value('state'),
		postalCode: value('postalCode'),
		country: codes.iso('country', value('country')),
	});
}

function rawOf({ fields }: MappedRow, { rawName }: NormaliseContext): SourceItem['raw'] {
	return rawName === undefined ? null : { [rawName]: fields };
}
