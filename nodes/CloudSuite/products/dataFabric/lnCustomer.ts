import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { withSourceHash } from '../../../shared/source/sourceCustomer';
import type { CustomerRows } from '../ln/normalise';
import { normaliseCustomer } from '../ln/normalise';
import { isoOf, textOf } from '../values';
import type { Cells } from './cells';
import type { LnContext } from './lnRecord';
import { newest, present } from './lnRecord';
import type { TableSpec } from './tables';

/**
 * The tables behind LN's business partners; columns as in table documentation a tenant has generated (package combination
 * ce01101). Unlike the OData services, they carry dates of change, and an address its e-mail.
 */
export const PARTNERS: TableSpec = {
	name: 'LN_tccom100',
	needed: ['compnr', 'bpid', 'nama', 'bprl'],
	wanted: [
		...['seak', 'prbp', 'prst', 'clan', 'ccur', 'lgid', 'telp', 'inet', 'crdt', 'lmdt'],
		...['cadr', 'cadr_ref_compnr'],
	],
	deleted: 'deleted',
};
export const INVOICE_TO: TableSpec = {
	name: 'LN_tccom112',
	needed: ['compnr', 'itbp', 'cofc'],
	wanted: ['itst', 'ccur', 'crlr', 'cpay', 'cadr', 'cadr_ref_compnr', 'lmdt'],
	deleted: 'deleted',
};
export const ADDRESSES: TableSpec = {
	name: 'LN_tccom130',
	needed: ['compnr', 'cadr'],
	wanted: ['namc', 'namd', 'hono', 'pstc', 'ccit', 'dsca', 'ccty', 'cste', 'info', 'dtlm'],
	deleted: 'deleted',
};

/** Members of LN's enums as its OData services call them, by their numbers in the tables. */
const STATUS: Readonly<Record<number, string>> = {
	1: 'Prospect',
	2: 'Active',
	3: 'Inactive',
	254: 'NotSpecified',
};
const ROLE: Readonly<Record<number, string>> = {
	1: 'NoRoles',
	2: 'Customer',
	3: 'Supplier',
	4: 'CustomerAndSupplier',
};
const INVOICE_STATUS: Readonly<Record<number, string>> = {
	1: 'Active',
	2: 'Inactive',
	3: 'Doubtful',
	254: 'NotSpecified',
};

/** The rows that are one customer; none of a table this tenant does not publish. */
export interface PartnerRows {
	partner: Cells | undefined;
	invoice: Cells | undefined;
	ownAddress: Cells | undefined;
	invoiceAddress: Cells | undefined;
}

/** The rows in the words of LN's services, so that either way of reading makes the same record. */
export function customerOf({ partner, ...rows }: PartnerRows, context: LnContext): SourceCustomer {
	const invoice = present(rows.invoice);
	const address = (invoice && present(rows.invoiceAddress)) ?? present(rows.ownAddress);
	const all: CustomerRows = {
		partner: {
			BusinessPartner: partner?.raw('bpid'),
			Name: partner?.raw('nama'),
			SearchKey: partner?.raw('seak'),
			ParentBusinessPartner: partner?.raw('prbp'),
			BusinessPartnerStatus: memberOf(STATUS, partner, 'prst'),
			BusinessPartnerRole: memberOf(ROLE, partner, 'bprl'),
			Language: partner?.raw('clan'),
			Currency: partner?.raw('ccur'),
			ChamberOfCommerce: partner?.raw('lgid'),
			PhoneNumber: partner?.raw('telp'),
			Website: partner?.raw('inet'),
		},
		...(invoice
			? {
					invoiceTo: {
						BusinessPartnerStatus: memberOf(INVOICE_STATUS, invoice, 'itst'),
						Currency: invoice.raw('ccur'),
						PaymentTerms: invoice.raw('cpay'),
						CreditLimit: invoice.number('crlr'),
					},
				}
			: {}),
		...(address
			? {
					address: {
						Street: address.raw('namc'),
						HouseNumber: address.raw('hono'),
						ZIPCodePostalCode: address.raw('pstc'),
						City: address.raw('ccit'),
						CityDescription: address.raw('dsca'),
						Country: address.raw('ccty'),
						StateProvince: address.raw('cste'),
					},
				}
			: {}),
		// tables of contacts and tax numbers are not documented in public
		contacts: [],
		taxNumbers: [],
	};
	// the hash is made again, with what the tables tell beyond the services
	const {
		sourceHash: _hash,
		raw: _raw,
		...record
	} = normaliseCustomer(all, {
		...context,
		includeRaw: false,
	});
	const street2 = textOf(address?.raw('namd'));
	return withSourceHash(
		{
			...record,
			email: textOf(address?.raw('info')),
			billingAddress: record.billingAddress && { ...record.billingAddress, line2: street2 },
			createdAt: isoOf(partner?.date('crdt')),
			modifiedAt: newest([partner?.date('lmdt'), invoice?.date('lmdt'), address?.date('dtlm')]),
		},
		context.includeRaw
			? {
					[PARTNERS.name]: partner?.all ?? null,
					[INVOICE_TO.name]: invoice?.all ?? null,
					[ADDRESSES.name]: address?.all ?? null,
				}
			: null,
	);
}

/** The member of an enum; a number nobody knows is passed on as it is. */
function memberOf(
	members: Readonly<Record<number, string>>,
	row: Cells | undefined,
	column: string,
): string | null {
	const number = row?.number(column) ?? null;
	return number === null ? null : (members[number] ?? String(number));
}
