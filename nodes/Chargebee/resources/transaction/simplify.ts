import type { IDataObject } from 'n8n-workflow';
import { deletedMark, isoTime, majorAmount } from '../../reads/simplified';

/** The fields people look at, flat; amounts are in major units. */
export function simplifyTransaction(record: IDataObject): IDataObject {
	const money = (name: string) => majorAmount(record[name], record.currency_code);
	return {
		id: record.id,
		customerId: record.customer_id ?? null,
		type: record.type ?? null,
		status: record.status ?? null,
		paymentMethod: record.payment_method ?? null,
		gateway: record.gateway ?? null,
		referenceNumber: record.reference_number ?? null,
		date: isoTime(record.date),
		currency: record.currency_code ?? null,
		amount: money('amount'),
		amountUnused: money('amount_unused'),
		error: record.error_text ?? null,
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
