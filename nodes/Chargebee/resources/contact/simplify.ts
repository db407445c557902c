import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/text';

/** The fields people look at, flat, with the customer the contact belongs to. */
export function simplifyContact(record: IDataObject, customerId: string): IDataObject {
	return {
		id: record.id,
		customerId,
		name: [record.first_name, record.last_name].map(asText).filter(Boolean).join(' ') || null,
		email: record.email ?? null,
		phone: record.phone ?? null,
		label: record.label ?? null,
		enabled: record.enabled ?? null,
		getsBillingEmail: record.send_billing_email ?? null,
		getsAccountEmail: record.send_account_email ?? null,
	};
}
