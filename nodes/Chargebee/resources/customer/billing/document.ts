import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../shared/text';

interface Document {
	id: string;
	customerId: string;
	currency: string;
	/** Seconds. */
	date?: number;
	status: string;
	deleted: boolean;
}

/** What a summary needs of an invoice; amounts are whole numbers of minor units. */
export interface Invoice extends Document {
	total: number;
	paid: number;
	due: number;
	adjusted: number;
	creditsApplied: number;
	writtenOff: number;
}

/** What a summary needs of a credit note; amounts are whole numbers of minor units. */
export interface CreditNote extends Document {
	total: number;
	refunded: number;
	available: number;
}

/** The document, or what can't be read of it: an amount that is not one must not become a zero. */
export type Read<T> = T | { problem: string };

export function readInvoice(record: IDataObject): Read<Invoice> {
	return read(record, {
		total: 'total',
		paid: 'amount_paid',
		due: 'amount_due',
		adjusted: 'amount_adjusted',
		creditsApplied: 'credits_applied',
		writtenOff: 'write_off_amount',
	});
}

export function readCreditNote(record: IDataObject): Read<CreditNote> {
	return read(record, {
		total: 'total',
		refunded: 'amount_refunded',
		available: 'amount_available',
	});
}

function read<Amount extends string>(
	record: IDataObject,
	fields: Record<Amount, string>,
): Read<Document & Record<Amount, number>> {
	const id = asText(record.id);
	const customerId = asText(record.customer_id);
	const currency = asText(record.currency_code).toUpperCase();
	if (customerId === '' || currency === '') {
		return { problem: `${id || 'A document'} has no ${customerId ? 'currency' : 'customer'}` };
	}
	const amounts: Record<string, number> = {};
	for (const [amount, field] of Object.entries<string>(fields)) {
		// Chargebee leaves amounts out that are zero
		const value = record[field] ?? 0;
		if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
			return { problem: `${id} has a ${field} that is no whole number: ${asText(value)}` };
		}
		amounts[amount] = value;
	}
	return {
		id,
		customerId,
		currency,
		...(typeof record.date === 'number' ? { date: record.date } : {}),
		status: asText(record.status),
		deleted: record.deleted === true,
		...(amounts as Record<Amount, number>),
	};
}
