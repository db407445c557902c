import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/text';
import { cloudSuiteKey, deletedMark, isoTime } from '../../reads/simplified';

/** The ten fields people look at, flat; a deleted customer is marked. */
export function simplifyCustomer(record: IDataObject, referenceField?: string): IDataObject {
	const address = (record.billing_address ?? {}) as IDataObject;
	return {
		id: record.id,
		cloudSuiteKey: cloudSuiteKey(record, referenceField),
		company: record.company ?? null,
		name: [record.first_name, record.last_name].map(asText).filter(Boolean).join(' ') || null,
		email: record.email ?? null,
		phone: record.phone ?? null,
		vatNumber: record.vat_number ?? null,
		city: address.city ?? null,
		country: address.country ?? null,
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
