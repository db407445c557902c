import type { IDataObject } from 'n8n-workflow';
import { deletedMark, isoTime, majorAmount } from '../../reads/simplified';

/** The fields people look at, flat; amounts are in major units. */
export function simplifyCreditNote(record: IDataObject): IDataObject {
	const money = (name: string) => majorAmount(record[name], record.currency_code);
	return {
		id: record.id,
		customerId: record.customer_id ?? null,
		referenceInvoiceId: record.reference_invoice_id ?? null,
		type: record.type ?? null,
		status: record.status ?? null,
		reason: record.create_reason_code ?? record.reason_code ?? null,
		date: isoTime(record.date),
		currency: record.currency_code ?? null,
		total: money('total'),
		amountAllocated: money('amount_allocated'),
		amountRefunded: money('amount_refunded'),
		amountAvailable: money('amount_available'),
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
