import type { IDataObject } from 'n8n-workflow';
import { deletedMark, isoTime, majorAmount } from '../../reads/simplified';

/** The fields people look at, flat; amounts are in major units. */
export function simplifyInvoice(record: IDataObject): IDataObject {
	const money = (name: string) => majorAmount(record[name], record.currency_code);
	return {
		id: record.id,
		customerId: record.customer_id ?? null,
		subscriptionId: record.subscription_id ?? null,
		status: record.status ?? null,
		date: isoTime(record.date),
		dueDate: isoTime(record.due_date),
		currency: record.currency_code ?? null,
		total: money('total'),
		tax: money('tax'),
		amountPaid: money('amount_paid'),
		amountDue: money('amount_due'),
		paidAt: isoTime(record.paid_at),
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
