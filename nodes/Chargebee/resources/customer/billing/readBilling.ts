import type { IDataObject } from 'n8n-workflow';
import { operationError } from '../../../../shared/errors/nodeErrors';
import { say } from '../../../errors/say';
import { asText } from '../../../../shared/text';
import type { Condition } from '../../../reads/condition';
import { among, atTime } from '../../../reads/condition';
import type { Reading } from '../../../reads/readList';
import { readList } from '../../../reads/readList';
import { cloudSuiteKey } from '../../../reads/simplified';
import { idChunks, isPlainId } from '../../../upsert/chunks';
import type { CreditNote, Invoice, Read } from './document';
import { readCreditNote, readInvoice } from './document';

export interface BillingQuery {
	/** All of them when absent. */
	customerIds?: readonly string[];
	/** Seconds: documents dated at or after `from`, and before `before`. */
	from?: number;
	before?: number;
}

const DATE = { field: 'date' };

export interface Billing {
	invoices: Invoice[];
	creditNotes: CreditNote[];
}

/** Reads the invoices and credit notes a summary is made of. */
export async function readBilling(reading: Reading, query: BillingQuery): Promise<Billing> {
	const { customerIds, from, before } = query;
	const inTime = [
		// whether "after" includes the moment itself is not documented: a second more is asked for, and left out below
		...(from === undefined ? [] : [atTime(DATE, 'after', from - 1)]),
		...(before === undefined ? [] : [atTime(DATE, 'before', before)]),
	];
	const billing: Billing = { invoices: [], creditNotes: [] };
	for (const ofCustomers of customerIds ? idConditions('customer_id', customerIds) : [[]]) {
		const all = [...inTime, ...ofCustomers];
		const isIn = ({ date }: { date?: number }) =>
			date === undefined || (date >= (from ?? -Infinity) && date < (before ?? Infinity));
		const invoices = await readDocuments(reading, INVOICES, all);
		const creditNotes = await readDocuments(reading, CREDIT_NOTES, all);
		for (const invoice of invoices) if (isIn(invoice)) billing.invoices.push(invoice);
		for (const note of creditNotes) if (isIn(note)) billing.creditNotes.push(note);
	}
	return billing;
}

interface Documents<T> {
	path: string;
	member: string;
	plural: string;
	read: (record: IDataObject) => Read<T>;
}

const INVOICES: Documents<Invoice> = {
	path: '/invoices',
	member: 'invoice',
	plural: 'invoices',
	read: readInvoice,
};

const CREDIT_NOTES: Documents<CreditNote> = {
	path: '/credit_notes',
	member: 'credit_note',
	plural: 'credit notes',
	read: readCreditNote,
};

async function readDocuments<T extends object>(
	reading: Reading,
	{ read, ...list }: Documents<T>,
	conditions: readonly Condition[],
): Promise<T[]> {
	const query = { 'sort_by[asc]': 'date' };
	const take = (record: IDataObject): T => {
		const document = read(record);
		if (!('problem' in document)) return document;
		const said = say('summary_not_possible', { problem: document.problem });
		throw operationError(reading.node, said, reading.item);
	};
	return await readList(reading, { ...list, query, conditions, take });
}

/** The CloudSuite keys of customers, by their Chargebee ids; `null` for those without one. */
export async function readKeys(
	reading: Reading,
	customerIds: readonly string[],
	referenceField: string,
): Promise<ReadonlyMap<string, string | null>> {
	const keys: Array<[string, string | null]> = [];
	for (const conditions of idConditions('id', customerIds)) {
		const found = await readList(reading, {
			path: '/customers',
			member: 'customer',
			plural: 'customers',
			query: { 'sort_by[asc]': 'created_at', include_deleted: true },
			conditions,
			take: (record): [string, string | null] => [
				asText(record.id),
				cloudSuiteKey(record, referenceField),
			],
		});
		keys.push(...found);
	}
	return new Map(keys);
}

/** As few lists as ids can be asked for by; those with odd characters alone. */
function idConditions(field: string, ids: readonly string[]): Condition[][] {
	const distinct = [...new Set(ids)];
	const odd = distinct.filter((id) => !isPlainId(id)).map((id) => [id]);
	return [...idChunks(distinct.filter(isPlainId)), ...odd].map((chunk) => [
		among({ field }, chunk),
	]);
}
