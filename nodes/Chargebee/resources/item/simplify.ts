import type { IDataObject } from 'n8n-workflow';
import { cloudSuiteKey, deletedMark, isoTime } from '../../reads/simplified';

/** The fields people look at, flat. */
export function simplifyItem(record: IDataObject): IDataObject {
	return {
		id: record.id,
		cloudSuiteKey: cloudSuiteKey(record),
		name: record.name ?? null,
		externalName: record.external_name ?? null,
		description: record.description ?? null,
		type: record.type ?? null,
		itemFamilyId: record.item_family_id ?? null,
		status: record.status ?? null,
		unit: record.unit ?? null,
		metered: record.metered ?? null,
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
