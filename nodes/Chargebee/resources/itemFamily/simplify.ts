import type { IDataObject } from 'n8n-workflow';
import { cloudSuiteKey, deletedMark, isoTime } from '../../reads/simplified';

/** The fields people look at, flat. */
export function simplifyItemFamily(record: IDataObject): IDataObject {
	return {
		id: record.id,
		cloudSuiteKey: cloudSuiteKey(record),
		name: record.name ?? null,
		description: record.description ?? null,
		status: record.status ?? null,
		...deletedMark(record),
		updatedAt: isoTime(record.updated_at),
	};
}
