import { asText } from '../../../shared/text';
import { identityOf } from '../../../shared/source/sourceKey';
import type {
	SourceAddress,
	SourceContact,
	SourceCustomer,
} from '../../../shared/source/sourceCustomer';
import { withSourceHash } from '../../../shared/source/sourceCustomer';
import type { CodeMap } from '../codes';
import { pathOf } from './places';
import type { LnRow } from './session';
import type { LnSet } from './sets';
import {
	ADDRESSES,
	BUSINESS_PARTNERS,
	CONTACTS,
	INVOICE_TO,
	PAY_BY,
	SOLD_TO,
	TAX_NUMBERS,
} from './sets';
import { isNo, isoOf, numberOf, textOf, timeOf } from '../values';

/** The rows of different sets that together are one customer. */
export interface CustomerRows {
	partner: LnRow;
	soldTo?: LnRow;
	/** The one for all departments, if the partner can be invoiced. */
	invoiceTo?: LnRow;
	/** That of the partner which is invoiced in its place. */
	invoicedInstead?: LnRow;
	/** The one for all departments. */
	payBy?: LnRow;
	address?: LnRow;
	contacts: LnRow[];
	taxNumbers: LnRow[];
	/** Milliseconds: the latest date of change of all these rows, where they have any. */
	changedAt?: number | undefined;
}

export interface NormaliseContext {
	tenant: string;
	company: string;
	codes: CodeMap;
	/** Milliseconds: which tax number is valid depends on it. */
	now: number;
	includeRaw: boolean;
	/** The name of a set in the raw rows; where it is by default, unless the tenant has it elsewhere. */
	nameOf?: (set: LnSet) => string;
}

const ROLES: Record<string, string> = {
	Customer: 'customer',
	Supplier: 'supplier',
	CustomerAndSupplier: 'customer and supplier',
	NoRoles: 'none',
};

/** One LN customer in the shape all products share. */
export function normaliseCustomer(rows: CustomerRows, context: NormaliseContext): SourceCustomer {
	const { partner, soldTo, invoiceTo, invoicedInstead, payBy, address } = rows;
	const { tenant, codes, nameOf = pathOf } = context;
	const id = textOf(partner.BusinessPartner) ?? '';
	const company = canonicalCompany(context.company);
	const contacts = contactsOf(rows);
	const billingAddress = address ? addressOf(address, codes) : null;
	return withSourceHash(
		{
			...identityOf({ product: 'ln', tenant, company, id }),
			name: textOf(partner.Name) ?? '',
			searchKey: textOf(partner.SearchKey),
			status: statusOf(rows),
			role: ROLES[textOf(partner.BusinessPartnerRole) ?? ''] ?? textOf(partner.BusinessPartnerRole),
			email: emailOf(contacts),
			phone: textOf(partner.PhoneNumber) ?? textOf(soldTo?.PhoneNumber),
			website: textOf(partner.Website),
			vatNumber: vatNumberOf(rows, textOf(address?.Country), context.now),
			registrationNumber: textOf(partner.ChamberOfCommerce),
			currency: codes.iso('currency', currencyOf(rows)),
			language: codes.iso('language', textOf(partner.Language)),
			// the terms hold for the invoice, whoever gets it; the limit is that partner's own
			paymentTerms: textOf((invoiceTo ?? invoicedInstead)?.PaymentTerms),
			creditLimit: numberOf(invoiceTo?.CreditLimit),
			billingAddress,
			contacts,
			parentId: textOf(partner.ParentBusinessPartner),
			// the tables behind have dates, the OData entities don't, unless the tenant has added one
			createdAt: null,
			modifiedAt: isoOf(rows.changedAt),
		},
		context.includeRaw
			? {
					[nameOf(BUSINESS_PARTNERS)]: partner,
					[nameOf(SOLD_TO)]: soldTo ?? null,
					[nameOf(INVOICE_TO)]: invoiceTo ?? invoicedInstead ?? null,
					[nameOf(PAY_BY)]: payBy ?? null,
					[nameOf(ADDRESSES)]: address ?? null,
					[nameOf(TAX_NUMBERS)]: rows.taxNumbers,
					[nameOf(CONTACTS)]: rows.contacts,
				}
			: null,
	);
}

/** `0100` and `100` are the same company; the key must not depend on how it was typed. */
export function canonicalCompany(company: string): string {
	return /^\d+$/.test(company) ? String(Number(company)) : company;
}

/** The partner's own status; a role's only where there is none. */
function statusOf({ partner, soldTo, invoiceTo }: CustomerRows): string | null {
	const [status = null] = [partner, soldTo, invoiceTo]
		.map((row) => textOf(row?.BusinessPartnerStatus)?.toLowerCase())
		.filter((text) => text !== undefined);
	return status === 'active' && invoiceTo?.BusinessPartnerStatus === 'Doubtful'
		? 'doubtful'
		: status;
}

/** The currency of invoices first, then the partner's, then that of payments. */
function currencyOf({ partner, invoiceTo, invoicedInstead, payBy }: CustomerRows): string | null {
	const [currency = null] = [invoiceTo, partner, invoicedInstead, payBy]
		.map((row) => textOf(row?.Currency))
		.filter((text) => text !== null);
	return currency;
}

/** Active contacts, the primary one first: the partner's own choice, else the invoice-to's, else the first with an e-mail. */
function contactsOf({ partner, invoiceTo, contacts }: CustomerRows): SourceContact[] {
	// in a lasting order, or the hash of a customer would change with the order in which LN gives the rows
	const active = contacts
		.filter(({ Active: flag }) => !isNo(flag))
		.sort((a, b) => (asText(a.Contact) < asText(b.Contact) ? -1 : 1));
	const chosen = [partner.PrimaryContact, invoiceTo?.Contact]
		.map(textOf)
		.filter((code) => code !== null);
	const primary =
		chosen
			.map((code) => active.find(({ Contact: own }) => textOf(own) === code))
			.find((row) => row !== undefined) ??
		active.find(({ Email: email }) => textOf(email) !== null);
	const ordered = primary ? [primary, ...active.filter((row) => row !== primary)] : active;
	return ordered.map((row) => ({
		id: textOf(row.Contact) ?? '',
		...namesOf(row),
		email: textOf(row.Email),
		phone: phoneOf(row),
		role: textOf(row.JobTitle),
		primary: row === primary,
	}));
}

/** Which of the office numbers a tenant fills differs, and of the columns only the names are known: a number has digits. */
function phoneOf(row: LnRow): string | null {
	const numbers = [row.OfficePhone, row.PrimaryOfficePhone, row.MobilePhone].map(textOf);
	return numbers.find((text) => text !== null && /\d/.test(text)) ?? null;
}

function namesOf(row: LnRow): { firstName: string | null; lastName: string | null } {
	const [firstName, lastName] = [textOf(row.FirstName), textOf(row.LastName)];
	return firstName === null && lastName === null
		? { firstName: null, lastName: textOf(row.FullName) }
		: { firstName, lastName };
}

/** LN keeps e-mail addresses on contacts only; one without a primary e-mail is reached at the next contact's. */
function emailOf(contacts: readonly SourceContact[]): string | null {
	return contacts.find(({ email }) => email !== null)?.email ?? null;
}

function addressOf(row: LnRow, codes: CodeMap): SourceAddress {
	const street = [textOf(row.Street), textOf(row.HouseNumber)]
		.filter((part) => part !== null)
		.join(' ');
	return {
		line1: street || null,
		line2: null,
		line3: null,
		city: textOf(row.CityDescription) ?? textOf(row.City),
		state: textOf(row.StateProvince),
		postalCode: textOf(row.ZIPCodePostalCode),
		country: codes.iso('country', textOf(row.Country)),
	};
}

/** The tax number valid today, of the address's country if there is one, else the one that took effect last. */
function vatNumberOf(
	{ taxNumbers }: CustomerRows,
	country: string | null,
	now: number,
): string | null {
	const valid = taxNumbers
		.filter(
			(row) =>
				(timeOf(row.EffectiveDate) ?? 0) <= now &&
				(timeOf(row.ExpiryDate) ?? Number.POSITIVE_INFINITY) >= now,
		)
		.sort((a, b) => (timeOf(b.EffectiveDate) ?? 0) - (timeOf(a.EffectiveDate) ?? 0));
	const [first] = [
		...valid.filter(({ BusinessPartnerTaxCountry: own }) => textOf(own) === country),
		...valid,
	];
	return first ? textOf(first.TaxNumber) : null;
}
