import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/text';
import { readReference } from '../../upsert/reference';

/** The ten fields people look at, flat; a deleted customer is marked. */
export function simplifyCustomer(record: IDataObject): IDataObject {
	const address = (record.billing_address ?? {}) as IDataObject;
	const updatedAt = record.updated_at;
	return {
		id: record.id,
		cloudSuiteKey: readReference(record.meta_data, record.cf_cloudsuite_id) ?? null,
		company: record.company ?? null,
		name: [record.first_name, record.last_name].map(asText).filter(Boolean).join(' ') || null,
		email: record.email ?? null,
		phone: record.phone ?? null,
		vatNumber: record.vat_number ?? null,
		city: address.city ?? null,
		country: address.country ?? null,
		...(record.deleted === true ? { deleted: true } : {}),
		updatedAt: typeof updatedAt === 'number' ? new Date(updatedAt * 1000).toISOString() : null,
	};
}
